import type { Choices } from './random'

const files = [
  'names.txt',
  'nums.txt',
  'pairs.csv',
  'log.txt',
  'sub/one.md',
  'sub/two.md',
  '"a b.txt"',
  'empty.txt',
  'noend.txt',
  'nope.txt',
] as const

/** A call of one of the common programs on the files beside the script; what it prints depends on nothing else. */
export function program(choices: Choices): string {
  const { pick } = choices
  const file = (): string => pick(files)
  const calls = [
    () => `cat ${pick(['', '-n ', '-b ', '-s ', '-A '])}${file()} ${choices.chance(0.3) ? file() : ''}`,
    () => `head ${pick(['-1', '-n 2', '-n3', '-c 5', ''])} ${file()}`,
    () => `tail ${pick(['-1', '-n 2', '-n +2', '-c 6', ''])} ${file()}`,
    () => `sort ${pick(['', '-r', '-n', '-u', '-k2', '-k 2n', '-nr', '-t, -k3n', '-k2,2', '-k3 -k1', '-f'])} ${file()}`,
    () => `uniq ${pick(['', '-c', '-d', '-u'])} ${file()}`,
    () => `wc ${pick(['', '-l', '-w', '-c', '-lw'])} ${file()} ${choices.chance(0.2) ? file() : ''}`,
    () =>
      `grep ${pick(['', '-v', '-i', '-c', '-n', '-o', '-w', '-x', '-E', '-q', '-l', '-h', '-in'])} ${pick(['o', 'a.', '^b', '200$', '[0-9]', "'bob'", '-e o', "'[a-c]o'", "'^$'"])} ${file()} ${choices.chance(0.2) ? file() : ''}`,
    () => `grep -E ${pick(["'(GET|POST) /'", "'[0-9]{2}'", "'o+'", "'^(a|b)'", "'x?y'", "'[[:digit:]]+$'"])} ${file()}`,
    () =>
      `cut ${pick(["-d' ' -f1", "-d' ' -f2-3", '-c1-3', '-d, -f2', '-c2', '-f1', "-d' ' -f1,3", '-d, -f2-', '-c -2', '-b1'])} ${file()}`,
    () =>
      `tr ${pick(['a-z A-Z', "' ' '\\n'", '-d aeiou', '-s o', '-d "\\n"', '[:lower:] [:upper:]', '-cd 0-9', 'abc xyz', "-c 'a-z\\n' '.'"])} < ${file()}`,
    () =>
      `sed ${pick(['s/o/0/', "'s/o/0/g'", '-n 2p', '2d', "'/bob/d'", "-n '/a/p'", "'s/\\(.\\)\\(.\\)/\\2\\1/'", "'1,2d'", "'$d'", "-E 's/([a-z]+) ([0-9]+)/\\2 \\1/'", "'s/a/&&/'", "-n '$='", "'y/abc/xyz/'", "'2i\\ins'", "'$a\\app'", "-e '1d' -e 's/b/B/'", "'/bob/,/dave/d'", "'s/[^ ]*$//'", "'2q'", "'s|/|:|2'", "-n '2,$p'", "'3s/.*/c/'", "'s/O/0/I'", 'N', 'G', "'$!N;P;D'", "'n;d'", "'1!G;h;$!d'", "':a;N;$!ba;s/\\n/,/g'", "-n 'x;p'", "'/o/{s/o/0/;p}'", "'2,+1d'", "'0~2d'", "-e 's/a/b/;tz;s/^/-/;:z'", "'/^$/d'", "'2!d'"])} ${file()}`,
    () =>
      `awk ${pick(["'{print $1}'", "'{print $2, $1}'", "'NR==2'", "'{s+=$2} END {print s}'", "-F, '{print $2}'", '\'/bob/{print NR": "$0}\'', "'{print NF}'", "'$2>20{print $1}'", "'END{print NR}'", '\'{printf "%s-%d\\n",$1,$2}\'', "'BEGIN{print 1+2*3}'", '\'{c[$3]++} END{print c["paris"]}\'', "'{print length($0)}'", "'{print toupper($1)}'", '\'{gsub(/o/,"0"); print}\'', "'{print substr($1,2,2)}'", "-F' ' -v k=v '{print k,$NF}'", "'NR>1&&NR<4'", '\'{n=split($0,a," "); print n,a[1]}\'', "'$1~/^[ab]/{print $1}'", '\'{if($2>25)print "old";else print "young"}\'', '\'BEGIN{for(i=0;i<3;i++)printf "%d ",i; print ""}\'', '\'{$2="X";print}\'', "'!seen[$0]++'", '\'BEGIN{OFS="-"}{print $1,$2}\'', '\'{print ($2 > 25 ? "a" : "b")}\'', '\'BEGIN{x="a" "b"; print x; print index("hello","l")}\'', '\'{sub(/a/,"[&]");print}\'', "'BEGIN{while(i<3){i++;print i}}'", "'function f(a){return a*2}{print f($2)}'", "'NR==1,NR==3{print NR}'", '\'{print $1 > "/dev/stderr"}\'', '\'BEGIN{printf "%5.2f|%-5s|%05d\\n",3.14159,"ab",42}\''])} ${file()}`,
    () => `seq ${pick(['3', '2 5', '1 2 7', '5 -2 1', '-w 8 11', '-s, 4', '0', '3 1'])}`,
    () => `basename ${pick(['/usr/lib/x.tar.gz', 'a/b/', 'x.txt .txt', '/', '"a b"'])}`,
    () => `dirname ${pick(['/usr/lib/x', 'a/b/', 'x', '/', '/usr'])}`,
    () =>
      `ls ${pick(['', '-a', '-1', '-A', '-d', '-r', '-p', '-F'])} ${pick(['', 'sub', '*.txt', 'nope', '*.csv sub'])}`,
    () => `tac ${file()}`,
    () => `rev ${file()}`,
    () => `nl ${file()}`,
    () =>
      `find ${pick(['sub -name "*.md"', '. -name "*.txt" -type f', 'sub -type d', 'sub -maxdepth 1 -type f', '. -maxdepth 1 -name "n*"', 'sub -type f -name "t*"', 'sub -name "*.md" -o -name "*.txt"', 'sub ! -name "*.md"', 'sub -type f -exec cat {} \\;', 'nope', '. -name ".h*"', 'sub -empty', '. -type f -size 0'])} | sort`,
    () => `mkdir ${pick(['-p d/e', 'd', 'sub', 'd/e', '-v d'])}${pick([' && ls d', '; ls -d d*', ''])}`,
    () =>
      `cp ${pick(['names.txt copy.txt; cat copy.txt', 'names.txt sub; ls sub', '-r sub sub2; ls sub2', 'sub x1', 'nope x1', 'names.txt nums.txt sub/deep; ls sub/deep'])}`,
    () => `mv ${pick(['names.txt moved.txt; ls', 'nope x1', 'names.txt sub/; ls sub', 'sub sub3; ls -d sub*'])}`,
    () => `rm ${pick(['names.txt; ls', '-r sub; ls', 'sub', 'nope', '-f nope; echo $?', '*.txt; ls'])}`,
    () => `touch ${pick(['new1 new2; ls', 'nodir/x'])}`,
    () => `ln -s names.txt link; ${pick(['cat link', 'readlink link', 'ls -F link', 'test -L link && echo yes'])}`,
    () =>
      `echo ${pick(['one two three', 'a b c', '"x y" z'])} | xargs ${pick(['', '-n1', '-n 2 echo', 'echo pre', '-I{} echo "<{}>"', 'printf "[%s]"'])}`,
    () => `tee t1.txt < ${file()}; cat t1.txt`,
    () => `${pick(['md5sum', 'sha256sum', 'sha1sum'])} ${file()}`,
    () => `base64 ${file()}`,
    () => `printf aGVsbG8K | base64 -d`,
    () => `diff ${pick(['', '-u0 --label a --label b', '-q', '-u --label a --label b'])} ${file()} ${file()}`,
    () => `cmp ${pick(['', '-s'])} ${file()} ${file()}`,
    () => `stat -c ${pick(['%s', '%n', "'%F %s'", '%a'])} ${pick(['names.txt', 'sub/one.md', 'nope'])}`,
    () => `paste ${pick(['', '-d,', '-s', '-s -d+'])} ${file()} ${file()}`,
    () => `test -e ${file()}; echo $?`,
    () =>
      `expr ${pick(['1 + 2', '3 \\* 4', '7 / 2', 'abc : "a\\(.\\)"', '1 = 1', '2 \\> 3', 'length hello', '5 % 3', 'a + 1'])}`,
    () =>
      `date -u -d @${pick(['0', '86400', '1700000000'])} ${pick(["'+%Y-%m-%d'", '+%H:%M:%S', '+%s', "'+%a %b %e'", '+%j', '+%F_%T', '+%d/%m/%y', '+%I:%M%p', '+%A%B'])}`,
    () => `fold -w ${pick(['5', '10'])} ${file()}`,
    () => `comm ${pick(['', '-12', '-23'])} nums.txt nums.txt`,
    () => `env -i A=1 B=2 ${pick(['env', 'sh -c "echo \\$A"', 'printenv B'])}`,
    () => `sh -c ${pick(["'echo $0 $1' a b", "'exit 4'; echo $?", "'echo $#' x 1 2 3", '"echo $x"'])}`,
    () => `timeout 5 ${pick(['true', 'false', 'echo hi', 'sh -c "exit 9"', 'nosuch'])}; echo $?`,
    () => `gzip -c ${file()} | gunzip -c`,
    () => `tar cf t.tar sub && tar tf t.tar | sort`,
    () => `yes ok | head -3`,
    () => `du -s empty.txt | cut -f2; realpath sub/../sub/one.md | wc -w`,
  ] as const
  return pick(calls)()
}

/** What only bash has. */
export function bashCommand(choices: Choices): string {
  return choices.pick([
    'declare -A m; m[k]=v; m[b c]=d; echo "${m[k]}" "${m[b c]}" ${#m[@]}',
    'declare -i n=3+4; echo $n',
    'readonly r=1; r=2; echo $r',
    'printf -v out "%03d" 7; echo $out',
    'IFS=, read -ra parts <<< "a,b,c"; echo "${parts[1]}" ${#parts[@]}',
    'mapfile -t lines < nums.txt; echo "${lines[2]}" ${#lines[@]}',
    'shopt -s nullglob; echo nothing*; echo end',
    'echo ${BASH_VERSION%%.*}',
    'let "n=2**5"; echo $n; ((n++)); echo $n; ((n==0)); echo $?',
    'while getopts ab:c o -a -b val -c; do echo "$o:$OPTARG"; done; echo $OPTIND',
    'local v=1; echo $?',
    'f() { local v=1; g; echo $v; }; g() { v=2; }; f; echo "[$v]"',
    'source /dev/null; echo $?',
    'set -o pipefail; false | true; echo $?',
    'set -u; echo "$nope"; echo after',
    'set -e; false; echo no',
    'set -x; echo traced "a b"',
    'echo "${PIPESTATUS[@]}"; true | false | true; echo "${PIPESTATUS[@]}"',
    'type -t echo ls f if; echo $?',
    'a=1; a+=2; echo $a; unset a; echo ${a-none}',
    'cat < <(echo sub)',
    'echo $(< nums.txt)',
    'select=1; echo $select',
    'until ((++n > 3)); do echo $n; done',
    'read -n 2 v <<< abc; echo $v; read -d : v <<< a:b; echo $v; read -r v <<< "a\\b"; echo $v',
    'echo ${x@Q} ${y@Q}; echo "${x@U}"',
    'case foo in f*) echo 1;;& *o) echo 2;; *) echo 3;; esac; case a in a) echo x;& b) echo y;; esac',
    'function g { echo "$FUNCNAME $#"; }; g 1 2',
    'echo a{1..3}b {x..z} {3..1} {a,b{1,2}}',
    'printf "%q " "a b" "" plain; echo',
    'printf "%(%Y)T\\n" 0',
    'test a -nt b; [[ -v x ]]; echo $?; [[ -v nope ]]; echo $?',
    '[[ foo123 =~ ([a-z]+)([0-9]+) ]] && echo "${BASH_REMATCH[1]}-${BASH_REMATCH[2]}"',
    'echo hi |& cat; nosuchthing |& wc -l; echo x &> o.txt; cat o.txt',
    'exec 3> three.txt; echo to3 >&3; exec 3>&-; cat three.txt',
    'trap "echo got" USR1; kill -USR1 $$; echo after',
    'x=(1 2 3); echo $x ${x[@]:1:2}; for i in "${!x[@]}"; do echo $i=${x[i]}; done',
    'declare -p x; declare -r c=1; declare -p c',
    'hash -r; umask; ulimit -n > /dev/null; echo $?',
    'echo $((2**10)) $((16#ff)) $((7%-3)) $((1,2)) $((x=5)) $x',
    'export E=1; bash -c "echo $E \\$E"; E=2 bash -c "echo \\$E"; echo $E',
    'dirs; pushd sub > /dev/null; pwd | grep -c sub; popd > /dev/null; pwd | grep -c sub',
    'command echo c; builtin echo b; command nosuch; echo $?',
    'alias q="echo aliased"; q; unalias q',
    'wait; jobs; sleep 0 & wait $!; echo $?',
    'echo "$SECONDS" "$LINENO" "${#DIRSTACK[@]}"; echo $UID | wc -l',
    'break; continue; return 2; echo $?',
    'exit abc',
    'if; then',
    'echo )',
    'for do',
    'echo "unclosed',
    'shift 5; echo $?; shift x',
    'cd -; cd /; cd; pwd | wc -l',
    'unset -f f; f; f() { echo $1; }; f a; unset f; f',
    'echo -e "a\\tb\\c"; echo -n x; echo -E "a\\n"; echo -en "y\\n"; echo -- z',
  ])
}
