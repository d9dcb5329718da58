import type { Choices } from './random'

type Dialect = 'bash' | 'dash'
type Template = () => string

/** What students type in scripts: functions, loops over files and lines, options, traps, redirections, formats and tests. */
export function idiom(choices: Choices, dialect: Dialect): string {
  const templates = dialect === 'bash' && choices.chance(0.3) ? bashIdioms(choices) : commonIdioms(choices)
  const [first, ...rest] = templates
  return first === undefined ? ':' : choices.pick([first, ...rest])()
}

const values = [
  'a',
  'foo',
  'Hello World',
  'x.tar.gz',
  '/usr/local/lib',
  '42',
  '-7',
  '',
  'a:b:c',
  'key=value',
  '*',
  '007',
]

function commonIdioms({ pick, number, chance }: Choices): readonly Template[] {
  const value = (): string => `'${pick(values as unknown as readonly [string, ...string[]])}'`
  const file = (): string =>
    pick(['names.txt', 'nums.txt', 'pairs.csv', 'log.txt', 'empty.txt', 'noend.txt', 'nope.txt'])
  const digit = (): number => number(12)
  return [
    () => `greet() { echo "Hello $1 ($#)"; return ${digit()}; }; greet ${value()} ${value()}; echo "rc=$?"`,
    () => `fact() { if [ $1 -le 1 ]; then echo 1; else echo $(( $1 * $(fact $(($1 - 1))) )); fi; }; fact ${number(7)}`,
    () => `v=outer; f() { ${pick(['local ', ''])}v=inner; echo "$v"; }; f; echo "$v"; (v=sub; f); echo "$v"`,
    () =>
      `for a in ${value()} ${value()} -h --file=x; do case "$a" in -h|--help) echo usage;; --*=*) echo "\${a#*=}" "\${a%%=*}";; [0-9]*) echo num;; *.*) echo dot;; '') echo empty;; *) echo "other $a";; esac; done`,
    () =>
      `set -- -v -n 3 file; while [ $# -gt 0 ]; do case $1 in -v) v=1;; -n) shift; n=$1;; *) break;; esac; shift; done; echo "$v $n $*"`,
    () =>
      `while getopts ${pick(['ab:', ':ab:', 'a:b'])} o ${pick(['-a -b x y', '-ab x', '-c', '-b', '-a -- z'])}; do echo "$o=$OPTARG"; done; echo $OPTIND`,
    () => `while read -r a b c; do echo "$c-$b-$a"; done < ${file()}`,
    () => `while IFS=${pick([',', ':', "' '"])} read -r a b; do echo "[$a][$b]"; done < ${file()}`,
    () => `cat ${file()} | while read l; do n=$((n+1)); echo "$n: $l"; done; echo "n=$n"`,
    () => `n=0; while read -r l; do n=$((n+1)); done < ${file()}; echo $n`,
    () =>
      `for f in ${pick(['*.txt', 'sub/*', '*', 'none*', '*.md *.csv'])}; do echo "\${f%.*}|\${f##*/}|\${#f}|\${f#*.}"; done`,
    () =>
      `for i in 1 2 3; do for j in a b; do [ $i = ${number(4)} ] && ${pick(['continue 2', 'break 2', 'continue', 'break'])}; echo $i$j; done; done`,
    () =>
      `cat <<EOF${pick(['', ' | tr a-z A-Z', ' > out.txt; cat out.txt', ' | wc -l', ' && echo done'])}\nname=$x \${y:-none} $(echo sub) \`echo bq\`\n\tTab \\$HOME "q" 'q' $((2*${digit()}))\nEOF`,
    () => `cat <<-${pick(['EOF', "'EOF'"])}\n\t\tindented $x\n\tback\\slash\n\tEOF`,
    () =>
      `s=${value()}; echo "\${s:-d}" "\${s:+set}" "\${#s}" "\${s#*[.:/]}" "\${s##*[.:/]}" "\${s%[.:/]*}" "\${s%%[.:/]*}"`,
    () =>
      `unset u; echo "\${u-def}" "\${u:=assigned}" "$u"; ${pick(['unset u; echo "${u:?not set}"', 'echo "${u?}"', 'u=; echo "${u:?is empty}"', ':'])}; echo after`,
    () =>
      `p=/usr/local/lib/libx.so.${digit()}; echo "\${p##*/}" "\${p%/*}" "\${p%%.*}" "\${p#/}" "\${p##*.}"; d=$(dirname "$p"); b=$(basename "$p" .${digit()}); echo "$d $b"`,
    () =>
      `echo $(( ${digit()} + ${digit()} * ${digit()} )) $(( (${digit()} - ${digit()}) % ${number(5) + 1} )) $(( ${digit()} > ${digit()} && ${number(2)} )) $(( -${digit()} / ${number(4) + 1} )) $((${digit()} << 2 | 1))`,
    () =>
      `i=0; until [ $i -ge ${number(5)} ]; do i=$((i + 1)); [ $((i % 2)) -eq 0 ] && continue; echo $i; done; echo "end $i"`,
    () =>
      `trap '${pick(['echo bye $?', 'rm -f t.tmp; ls *.tmp', 'echo one; echo two'])}' EXIT; ${pick(['exit 3', 'false', 'nosuchcmd', '(exit 4)', 'true', 'set -e; false; echo no'])}`,
    () =>
      `trap 'echo caught' ${pick(['TERM', 'USR1', 'INT', 'HUP'])}; kill -${pick(['TERM', 'USR1', 'HUP'])} $$; echo survived`,
    () => `trap 'echo out' EXIT; (trap 'echo in' EXIT; echo body); trap - EXIT; echo end`,
    () =>
      `set -e; ${pick(['false || echo ok', 'if false; then :; fi; echo if', '! true; echo not', 'f() { false; echo f; }; f', 'f() { false; echo f; }; f || echo or', '(false; echo sub); echo after', 'x=$(false); echo assigned', 'false && true; echo and', 'false | true; echo pipe', 'while false; do :; done; echo w', 'echo $(false) word', 'true && false; echo last', '{ false; } || echo grp', 'cd /nowhere; echo no'])}`,
    () =>
      `set -u; ${pick(['echo "$undefined_x"', 'echo "${undefined_x:-ok}"', 'echo "$1$2$3"', 'echo "$@"', 'echo $#', 'unset z; : ${z}', 'f() { echo $1; }; f'])}; echo after`,
    () =>
      `set -x; ${pick(['echo "a b" c', 'v=1 w="x y"', 'for i in 1 2; do :; done', 'case $x in f*) :;; esac', '[ 1 = 1 ]', 'cat < /dev/null > out.txt', 'f() { :; }; f 1', 'echo $(echo in)', '(echo sub)'])}; set +x; echo off`,
    () =>
      `ls ${pick(['nope names.txt', 'names.txt', 'nope'])} ${pick(['2>&1 >/dev/null', '>/dev/null 2>&1', '2>/dev/null', '>out.txt 2>err.txt; cat out.txt err.txt', '2>&1 | wc -l', '>&2', '2>&1 | grep -c nope'])}`,
    () =>
      `{ echo out; echo err >&2; } ${pick(['2>/dev/null', '>/dev/null', '2>&1 | sort', '>a.log 2>&1; cat a.log', '2>b.log; cat b.log'])}`,
    () =>
      `exec 3>fd3.txt; echo three >&3; exec 3>&-; cat fd3.txt; ${pick(['exec 4<names.txt; read l <&4; echo "$l"; exec 4<&-', 'echo x >&3', 'exec 5>&1; echo five >&5; exec 5>&-'])}`,
    () => `(cd sub && pwd | sed 's|.*/||'; v=1); pwd | sed 's|.*/||'; echo "[$v]"`,
    () =>
      `out=$(ls sub); rc=$?; echo "$rc:$out"; out=$(ls nope 2>&1); echo "$?:$out"; v=$(printf 'a\\n\\n\\n'); echo "[$v]"`,
    () =>
      `echo ${pick(['"a b" c', 'x y z', "'*'", '1 2 3 4 5'])} | xargs ${pick(['-n 2', '-n1 echo item', '-I{} echo "<{}>"', 'printf "%s,"', '-t echo', "-n 2 sh -c 'echo $0 $1'", '-r echo none'])}`,
    () =>
      `printf '${pick(['%5d|%-5d|%05d', '%x %X %o', '%s %s', '%.2f %e', '%c%c', '%%|%s', '%5s|%-8s|%.2s', '%b', '%i %u', '%+d % d', '%s\\t%s\\n', '%3$s', '%-10s|'])}\\n' ${pick(['42 -7 0', '255 16 8', 'foo bar baz', '3.14159 2', "'a\\tb' 'c\\nd'", '', '010 0x1f', 'abc', "'1 2'", '1e3 .5'])}`,
    () =>
      `[ ${pick(['"$x" = foo', '-n "$empty"', '-z "$x"', '1 -lt 2', '10 -gt 9', '"a" \\< "b"', '-f names.txt -a -d sub', '-e nope -o -s log.txt', '! -d sub', '"$x"', '', 'a b', '1 -eq a', '-f', '"$x" == foo', '-r names.txt', '-x names.txt', '1 -eq 1 -a 2 -eq 3', '( 1 = 1 )', '-L sub', '-p x', '5 -ge', '"" = "" '])} ]; echo $?`,
    () =>
      `if ${pick(['grep -q bob names.txt', '! grep -q zed names.txt', '[ -s empty.txt ]', 'test -d sub && test -f log.txt', 'command -v nosuch', 'ls nope >/dev/null 2>&1', 'true | false', 'cd sub'])}; then echo yes; elif [ -f log.txt ]; then echo elif; else echo no; fi`,
    () =>
      `IFS=${pick([',', ':', '-', "' '"])}; v=a,b:c-d; set -- $v; echo $#; for w in $v; do echo "<$w>"; done; echo "$*"`,
    () =>
      `set -- "a b" c '' d; ${pick(['for i in "$@"; do echo "<$i>"; done', 'for i in $@; do echo "<$i>"; done', 'for i in "$*"; do echo "<$i>"; done', 'echo $# "$2" "${4}"; shift 2; echo $# "$1"', 'f() { echo $#; }; f "$@"; f $*; f "$*"', 'for i; do echo "$i"; done'])}`,
    () => `eval "n${digit()}=val; echo \\$n${digit()} \\"$x\\""; eval 'echo $x'; eval echo '"a   b"'`,
    () =>
      `A=1 sh -c 'echo "[$A]"'; A=2; export A; sh -c 'echo "[$A]"'; A=3 env | grep '^A='; unset A; sh -c 'echo "[$A]"'`,
    () =>
      `readonly R=1; ${pick(['echo $R', 'R=2; echo no', '(R=3); echo "$?"', 'unset R', 'f() { R=4; }; f'])}; echo after`,
    () => `sleep 0 & wait; echo "$?"; (exit ${digit()}) & wait $!; echo "$?"; { echo bg; } & wait`,
    () =>
      `cut -d${pick([',', "' '"])} -f${pick(['1', '2', '1,3', '2-'])} ${file()} | sort ${pick(['', '-r', '-u', '-n'])} | uniq -c | sort -rn | head -${number(4) + 1}`,
    () =>
      `sort -k${number(3) + 1}${pick(['', 'n', 'r', 'nr'])} ${file()} | awk '{print NR": "$${number(3) + 1}}' | sed -n '${number(3) + 1},$p'`,
    () => `x=5; y=x; echo $((x++ + ++x)) $x 2>&1; echo $((y)) $((x > 3 ? 10 : 20)) $((x += 2, x))`,
    () =>
      `false; echo $?; true; echo $?; (exit 7); echo $?; ! true; echo $?; nosuch; echo $?; ./sub; echo $?; ./names.txt; echo $?`,
    () =>
      `echo ${pick(['-n hi', '-e "a\\tb"', '"a\\tb\\n"', "'$x'", '"\\$x"', "it\\'s", '\\\\', '"\\\\"', '-- x', '-n', '"`echo a`"', '~', '"~"', 'a#b #c', '"#"', '$', '"$"', '$ x', 'a\\ b'])}; echo end`,
    () =>
      `${chance(0.5) ? 'command ' : ''}type ${pick(['echo', 'nosuch', 'if'])} 2>&1 | head -1; command -v ${pick(['echo', 'nosuch', 'cat', 'if'])}; echo $?`,
    () => `f() { echo "$0" | sed 's|.*/||'; echo $#; shift; echo "$*"; return; echo no; }; f 1 2 3; echo $?`,
    () => `mkdir -p t/{a,b} t/c; touch t/c/x; ls t; rmdir t/c; rm -r t; ls t; echo $?`,
    () =>
      `find . ${pick(["-name '*.txt'", '-type d', '-name "*.md" -o -name "*.csv"', '-maxdepth 1 -type f', '-empty', "! -name '*.txt' -type f", '-name names.txt -exec wc -l {} \\;', '-newer nope', "-path './sub/*'", '-type f -name "[no]*"'])} | sort`,
    () =>
      `cp -r sub s2 && mv s2 s3 && ls s3 && rm -rf s3; cp names.txt ${pick(['new.txt', 'sub/', 'nodir/x', 'names.txt', 'sub/deep nums.txt'])}; echo $?`,
    () => `test -z "$(grep -v '^#' ${file()} | tr -d ' \\n')" && echo blank || echo text`,
    () =>
      `echo one > a.out; echo two >> a.out; cat < a.out; : > a.out; wc -c < a.out; echo x | tee a.out b.out; cat a.out b.out`,
    () =>
      `seq ${pick(['1 3', '3', '5 -2 0', '-w 8 10', '-s: 3', '1.5 0.5 3'])} | ${pick(['tac', 'paste -sd+ -', 'awk "{s+=\\$1} END {print s}"', 'tail -1', 'sed 2d', 'tr "\\n" " "', 'wc -l', 'sort -rn', 'head -n -1', 'nl'])}`,
    () =>
      `echo "${pick(['Hello World', 'a1b2c3', 'x=1;y=2'])}" | ${pick(["tr 'a-z' 'A-Z'", "tr -d '0-9'", "tr -s 'l'", "sed 's/[0-9]/<&>/g'", "sed -E 's/([a-z])=([0-9])/\\2:\\1/g'", 'cut -c2-4', 'rev', "grep -o '[a-z]'", "awk -F= '{print $2}'", "awk '{print length, toupper($0)}'", "tr ' ' '\\n'", 'fold -w3', "sed 's/o/0/2;s/W/w/'"])}`,
  ]
}

function bashIdioms({ pick, number }: Choices): readonly Template[] {
  return [
    () =>
      `a=(one "two 2" three); ${pick(['echo "${#a[@]}" "${a[1]}" "${a[-1]}"', 'for i in "${!a[@]}"; do echo "$i:${a[$i]}"; done', 'a+=(four); echo "${a[@]:1:2}"', 'unset "a[1]"; echo "${!a[@]}"', 'echo "${a[@]/o/0}" "${a[@]^}"', 'printf "%s\\n" "${a[@]}"', 'IFS=,; echo "${a[*]}"', 'b=("${a[@]}"); echo ${#b[@]}', 'a[5]=x; echo "${#a[@]}"', 'echo "${a[@]: -1}"', 'echo ${a[7]:-none}'])}`,
    () =>
      `declare -A m=([k]=v [a b]=c); m[z]=${number(9)}; echo "\${m[k]}" "\${m[z]}" "\${#m[@]}"; for k in "\${!m[@]}"; do echo "$k=\${m[$k]}"; done | sort; [[ -v m[k] ]] && echo has`,
    () =>
      `[[ ${pick(['$x == f*', '$x =~ ^[a-z]+$', '-z $empty', '$x < goo', '5 -gt 3', '$x != foo || 1 -eq 1', '! -e nope', '-f names.txt && -d sub', '"a b" == a*', '$y == "b a r"', 'abc =~ (b)(c)', '$x', '1 -eq x', '$x == @(foo|bar)'])} ]]; echo "$? \${BASH_REMATCH[1]}"`,
    () =>
      `for ((i=${number(3)}; i<${number(5)}; i+=${number(2) + 1})); do ((i % 2)) && continue; echo $i; done; echo "i=$i"`,
    () =>
      `((n = ${number(9)} ** 2, m = n % 7)); echo $n $m; ((n > 10)) && echo big || echo small; let m+=5; echo $m; ((n++)); echo $((n--)) $n`,
    () =>
      `s=HelloWorld; echo "\${s:${number(5)}:3}" "\${s: -3}" "\${s,,}" "\${s^^}" "\${s/o/0}" "\${s//o/0}" "\${s/#Hello/Bye}" "\${s/%World/All}" "\${s//[A-Z]/_}"`,
    () =>
      `trap 'echo "err $?"' ERR; ${pick(['false', 'true', 'false || true', 'if false; then :; fi', '(exit 3)', 'f() { false; }; f'])}; echo next`,
    () =>
      `set -o pipefail; ${pick(['false | true', 'true | true', 'exit 3 | cat', 'grep zed names.txt | wc -l'])}; echo "$? \${PIPESTATUS[*]}"`,
    () => `diff <(sort ${pick(['names.txt', 'nums.txt'])}) <(sort -u ${pick(['names.txt', 'nums.txt'])}) && echo same`,
    () =>
      `mapfile -t L < ${pick(['names.txt', 'nums.txt', 'empty.txt'])}; echo "\${#L[@]}" "\${L[0]}"; read -r -a W <<< "a b  c"; echo "\${W[2]}" \${#W[@]}`,
    () => `f() { local -r v=1; local w; echo "\${FUNCNAME[0]} $LINENO"; v=2; }; f; echo $?`,
    () =>
      `case foo in f?o) echo 1;;& fo*) echo 2;& zzz) echo 3;; *) echo 4;; esac; shopt -s nocasematch; [[ FOO == foo ]] && echo ci`,
    () =>
      `printf -v p '%03d-%s' ${number(99)} z; echo "$p"; printf '%q\\n' "a b" "it's" '$x'; echo "\${y@Q}"; printf '%(%Y)T\\n' 0`,
    () => `echo {1..3}{a,b} {5..1..2} x{,y,z} {a..e..2} "{1,2}" {1} {01..3}; echo a{b,c{d,e}}f`,
    () =>
      `read -r first rest <<< "one two three"; echo "$first|$rest"; IFS=: read -r u _ id <<< "root:x:0"; echo "$u $id"; while read -r w; do echo "-$w"; done <<< $'l1\\nl2'`,
    () =>
      `declare -i n=5; n+=3; echo $n; declare -r c=1; c=2; declare -p n; export E=x; declare -p E; typeset -u U=abc; echo $U`,
    () =>
      `select_() { echo "$@"; }; select_ "\${@:2}"; set -- a b c; echo "\${@:2:1}" "\${!#}" "\${*: -2}"; ref=x; echo "\${!ref}"`,
    () =>
      `echo a |& cat; nosuch |& sed 's/.*: //'; ls nope &> o.txt; wc -l < o.txt; echo more &>> o.txt; wc -l < o.txt`,
  ]
}
