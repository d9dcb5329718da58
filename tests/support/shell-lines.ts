import type { Choices } from './random'
import { idiom } from './shell-idioms'
import { bashCommand, program } from './shell-programs'

/** Files that stand beside a generated script when it runs. */
export const scriptFiles: Readonly<Record<string, string>> = {
  'names.txt': 'alice 30 paris\nbob 25 lyon\ncarol 41 nice\ndave 25 paris\n\nerin 7 lille\nbob 25 lyon\n',
  'nums.txt': '10\n9\n2\n33\n2\n-4\n',
  'pairs.csv': 'id,name,size\n1,web,10\n2,db,200\n3,cache,30\n',
  'log.txt': 'GET /index.html 200\nGET /missing 404\nPOST /api/v1 500\nGET / 200\n',
  'sub/one.md': '# One\ntext of one\n',
  'sub/two.md': '# Two\n\ttext\tof two\n',
  'sub/deep/three.txt': 'three\n',
  'a b.txt': 'spaced name\n',
  'empty.txt': '',
  'noend.txt': 'last line without end',
  '.hidden': 'hidden\n',
}

const words = [
  'a',
  'foo',
  'bar',
  'Hello',
  'x.y',
  'img:1.2',
  '/usr/lib',
  'a-b',
  '42',
  '0',
  '-n',
  'web1',
  '.',
  '=',
  'k=v',
  '%',
] as const
const names = ['x', 'y', 'z', 'v1', 'unset_one', 'empty', 'list', 'path'] as const
const patterns = ['*', 'a*', '?', '[a-c]*', '*.txt', '*o*', '[!a]*', '?*', 'foo|bar', '*.*', '[0-9]*', '""'] as const

export type Dialect = 'bash' | 'dash'

interface Scope {
  readonly choices: Choices
  readonly dialect: Dialect
  /** Levels still allowed. */
  readonly depth: number
}

function deeper(scope: Scope): Scope {
  return { ...scope, depth: scope.depth - 1 }
}

function repeat(scope: Scope, min: number, max: number, make: () => string, separator: string): string {
  const count = min + scope.choices.number(max - min + 1)
  return Array.from({ length: count }, make).join(separator)
}

function arithmetic(scope: Scope): string {
  const { choices } = scope
  const leaf = (): string =>
    choices.chance(0.02)
      ? choices.pick(['x', 'y', '$x', '${y:-3}'])
      : choices.pick(['1', '2', '7', '10', '0', 'i', '$i', '${j:-3}', '0x1f', '010', 'n', '$#'])
  if (scope.depth <= 0 || choices.chance(0.3)) return leaf()
  const inner = (): string => arithmetic(deeper(scope))
  switch (choices.number(8)) {
    case 0:
      return `(${inner()} ${choices.pick(['+', '-', '*'])} ${inner()})`
    case 1:
      return `${inner()} ${choices.pick(['<', '>', '<=', '>=', '==', '!='])} ${inner()}`
    case 2:
      return `${inner()} ${choices.pick(['&&', '||'])} ${inner()}`
    case 3:
      return `${choices.pick(['-', '!', '~'])}${leaf()}`
    case 4:
      return `${inner()} ? ${inner()} : ${inner()}`
    case 5:
      return `${choices.pick(['n', 'm'])} ${choices.pick(['=', '+=', '-=', '*='])} ${leaf()}`
    case 6:
      return `${inner()} ${choices.pick(['/', '%'])} ${choices.pick(['2', '3', '7', '(i+1)'])}`
    default:
      return `${inner()} ${choices.pick(['+', '-', '*', '<<', '>>', '&', '|', '^'])} ${leaf()}`
  }
}

function parameter(scope: Scope): string {
  const { choices, dialect } = scope
  const name = choices.pick([...names, '1', '2', '#', '@', '*', '?'])
  const isPlain = /^[a-z]/.test(name)
  const word = (): string => choices.pick(['d', 'b c', '$y', '"q r"', "'s'", '$(echo in)', ''])
  const pattern = (): string => choices.pick(['*', 'a*', '*.', '/*', '*o', '[a-z]', '?', '.*', '"*"', '$z'])
  const all = [
    () => `$${name}`,
    () => `\${${name}}`,
    () => `\${${isPlain ? name : 'x'}${choices.pick([':-', '-', ':+', '+'])}${word()}}`,
    () => `\${${isPlain ? name : 'y'}${choices.pick(['#', '##', '%', '%%'])}${pattern()}}`,
    () => `\${#${isPlain ? name : 'x'}}`,
    () => `\${${isPlain ? name : 'x'}${choices.pick([':=', '='])}${choices.pick(['w', 'v w'])}}`,
  ] as const
  const more = [
    () =>
      `\${${isPlain ? name : 'x'}${choices.pick(['/', '//', '/#', '/%'])}${choices.pick(['o', 'a', '[a-z]', '?', '/'])}/${choices.pick(['X', '', '$y', '-'])}}`,
    () =>
      `\${${isPlain ? name : 'x'}:${choices.pick(['0', '1', '2', ' -2', '1+1'])}${choices.pick(['', ':1', ':2', ':0', ':-1'])}}`,
    () => `\${${isPlain ? name : 'x'}${choices.pick(['^', '^^', ',', ',,'])}}`,
    () => `\${@:${choices.pick(['1', '2', '1:1'])}}`,
    () =>
      `\${${choices.pick(['arr[@]', 'arr[*]', 'arr[0]', 'arr[1]', '#arr[@]', 'arr[-1]', '!arr[@]', 'arr', 'arr[@]:1', 'arr[x]'])}}`,
    () => `\${!${choices.pick(['ref', 'ref2'])}}`,
  ] as const
  return dialect === 'bash' && choices.chance(0.35) ? choices.pick(more)() : choices.pick(all)()
}

function part(scope: Scope): string {
  const { choices, dialect } = scope
  switch (choices.number(dialect === 'bash' ? 11 : 9)) {
    case 0:
    case 1:
      return choices.pick(words)
    case 2:
      return `'${choices.pick(['single', 'a  b', '$x', '\\n', '*', '"', ''])}'`
    case 3:
      return `"${choices.pick(['d q', ' ', '', '*', '\\$x', '\\\\', "'", '\\"'])}${choices.chance(0.6) ? parameter(scope) : ''}"`
    case 4:
      return parameter(scope)
    case 5:
      return scope.depth > 0 ? `$(${list(deeper(scope), 1)})` : choices.pick(words)
    case 6:
      return `$((${arithmetic({ ...scope, depth: Math.min(scope.depth, 2) })}))`
    case 7:
      return choices.pick([
        '*.txt',
        'sub/*',
        '[ab]*',
        '?*.md',
        'nothing*',
        '.h*',
        '~',
        '\\*',
        '\\ ',
        '\\$x',
        '*/',
        'sub/*/*',
      ])
    case 8:
      return scope.depth > 0 ? `"$(${list(deeper(scope), 1)})"` : choices.pick(words)
    case 9:
      return choices.pick([
        '{a,b}',
        '{1..4}',
        'p{x,y}s',
        '{c..a}',
        '{01..03}',
        '{a,b}{1,2}',
        '{a}',
        '{,z}',
        '{1..7..3}',
        '{a,{b,c}}',
        '{"$x",y}',
      ])
    default:
      return choices.pick(["$'t\\tb'", "$'q\\'q'", "$'\\x41\\n'"])
  }
}

function word(scope: Scope): string {
  return repeat(scope, 1, scope.choices.chance(0.7) ? 1 : 3, () => part(scope), '')
}

function test(scope: Scope): string {
  const { choices, dialect } = scope
  const value = (): string => choices.pick(['a', 'foo', '"$x"', '"$y"', '"$empty"', '""', '"$list"'])
  const number = (): string => choices.pick(['1', '2', '$#', '10', '"${#x}"', '-1'])
  const file = (): string => choices.pick(['names.txt', 'sub', 'nope', 'empty.txt', '"a b.txt"', '/'])
  const one = (): string => {
    switch (choices.number(5)) {
      case 0:
        return `${value()} ${choices.pick(['=', '!='])} ${value()}`
      case 1:
        return `${number()} ${choices.pick(['-eq', '-ne', '-lt', '-le', '-gt', '-ge'])} ${number()}`
      case 2:
        return `${choices.pick(['-e', '-f', '-d', '-s', '-r', '-L'])} ${file()}`
      case 3:
        return `${choices.pick(['-n', '-z'])} ${value()}`
      default:
        return `! ${choices.pick(['-e', '-d'])} ${file()}`
    }
  }
  if (dialect === 'bash' && choices.chance(0.4)) {
    const inner = choices.pick([
      one,
      () => `$x == ${choices.pick(['a*', '*o*', '"a*"', '?oo', '[a-f]*', '$z'])}`,
      () => `${one()} ${choices.pick(['&&', '||'])} ${one()}`,
      () => `$x =~ ${choices.pick(['^[a-z]+$', 'o+', '^(f)(o*)', '[0-9]', '^$', '\\.', 'a|f'])}`,
      () => `$x ${choices.pick(['<', '>'])} ${value()}`,
      () => `! ( ${one()} )`,
    ])()
    return `[[ ${inner} ]]`
  }
  return choices.chance(0.8) ? `[ ${one()} ]` : `test ${one()}`
}

function redirect(scope: Scope): string {
  const { choices } = scope
  return choices.pick([
    '>out.txt',
    '>>out.txt',
    '2>&1',
    '>/dev/null',
    '2>/dev/null',
    '<names.txt',
    '>"$x.out"',
    '2>err.txt',
    '>&2',
    '</nope',
    '>sub',
  ])
}

function simple(scope: Scope): string {
  const { choices } = scope
  switch (choices.number(11)) {
    case 0:
    case 1:
    case 2:
      return `echo ${repeat(scope, 0, 4, () => word(scope), ' ')}`
    case 3:
      return `${choices.pick(names)}=${word(scope)}`
    case 4:
      return `printf ${choices.pick(["'%s\\n'", "'<%s>'", "'[%5s|%-4s]\\n'", "'%d\\n'", "'%03d %x\\n'", '"%s %s\\n"', "'%b'", "'%.2f\\n'", "'%c'", "'%5.1s|'"])} ${repeat(scope, 0, 4, () => word(scope), ' ')}`
    case 5:
      return test(scope)
    case 6:
      return `set -- ${repeat(scope, 0, 3, () => word(scope), ' ')}`
    case 7:
      return choices.pick([
        'true',
        'false',
        ':',
        'shift',
        'cd sub',
        'cd ..',
        'pwd | wc -l',
        'nosuchcommand',
        './nope',
        'echo $?',
        'unset x',
        'export x',
        'read x y <names.txt; echo "$x-$y"',
        'cd nowhere',
        'eval "echo $x"',
        'command -v ls',
        'type cd',
        'exit 3',
        'set -f',
        'x=1 y=2',
      ])
    case 8:
      return scope.dialect === 'bash' && choices.chance(0.5) ? bashCommand(choices) : program(choices)
    default:
      return program(choices)
  }
}

function compound(scope: Scope): string {
  const { choices, dialect } = scope
  const inner = (): string => list(deeper(scope), 2)
  switch (choices.number(dialect === 'bash' ? 13 : 10)) {
    case 0:
      return `if ${choices.chance(0.7) ? test(scope) : list({ ...scope, depth: 0 }, 1)}; then ${inner()}; ${choices.chance(0.5) ? `else ${inner()}; ` : ''}fi`
    case 1:
      return `for i in ${repeat(scope, 0, 3, () => word(scope), ' ')}; do ${choices.chance(0.3) ? '[ "$i" = foo ] && continue; ' : ''}echo "i=$i"; ${inner()}; done`
    case 2:
      return `n=0; while [ $n -lt ${choices.number(4)} ]; do n=$((n+1)); ${choices.chance(0.2) ? 'break; ' : ''}echo $n; done`
    case 3:
      return `case ${word(scope)} in ${choices.pick(patterns)}) ${inner()};; ${choices.pick(patterns)}) ${inner()};; *) echo other;; esac`
    case 4:
      return `(${inner()})`
    case 5:
      return `{ ${inner()}; }`
    case 6:
      return `f() { ${choices.chance(0.4) ? 'local x=in; ' : ''}${inner()}; ${choices.chance(0.4) ? `return ${choices.number(5)}; ` : ''}}; f ${word(scope)}; echo "f=$?"`
    case 7:
      return `${choices.pick(['sort names.txt', 'cat nums.txt', 'printf "a b\\nc d\\n"', 'cat names.txt'])} | while read ${choices.pick(['l', '-r l', 'k l'])}; do echo "<$l>"; done`
    case 8:
      return `cat <<${choices.pick(['EOF', "'EOF'", '"EOF"'])}\nh ${word(scope)}\n$x \\$y $((1+1))\nEOF`
    case 9:
      return `trap '${choices.pick(['echo bye', 'echo "st=$?"', 'echo "$x"'])}' EXIT; ${inner()}`
    case 10:
      return `for ((i=0; i<${choices.number(4)}; i++)); do echo $i; done`
    case 11:
      return `${choices.pick(['cat', 'wc -w', 'tr a-z A-Z', 'read x; echo "$x"'])} <<< ${word(scope)}`
    default:
      return `arr=(${repeat(scope, 0, 4, () => word(scope), ' ')}); ${choices.pick(['echo "${arr[@]}"', 'echo ${#arr[@]}', 'for e in "${arr[@]}"; do echo "<$e>"; done', 'arr+=(more); echo "${arr[*]}"', 'arr[1]=z; echo "${arr[@]}"', 'echo "${!arr[@]}"', 'unset "arr[0]"; echo "${arr[@]}"'])}`
  }
}

function pipeline(scope: Scope): string {
  const { choices } = scope
  const first = scope.depth > 0 && choices.chance(0.25) ? compound(scope) : simple(scope)
  const isHeredoc = first.includes('<<')
  const stages =
    isHeredoc || choices.chance(0.75)
      ? ''
      : ` | ${choices.pick(['cat', 'sort', 'wc -l', 'head -2', 'tail -n 1', 'tr a-z A-Z', "sed 's/o/0/g'", 'grep -c o', 'grep o', 'uniq -c', 'cat -n', "awk '{print $1}'", 'cut -c1-3', 'rev', 'tac', 'while read l; do echo "<$l>"; done'])}`
  const negated = choices.chance(0.06) ? '! ' : ''
  const redirected = !isHeredoc && choices.chance(0.12) ? ` ${redirect(scope)}` : ''
  return `${negated}${first}${redirected}${stages}`
}

function list(scope: Scope, most: number): string {
  const first = pipeline(scope)
  let text = first
  for (let count = scope.choices.number(most); count > 0; count -= 1)
    text += `${text.endsWith('\nEOF') ? '\n' : scope.choices.pick(['; ', '; ', ' && ', ' || '])}${pipeline(scope)}`
  return text.includes('\nEOF') ? `${text}\n:` : text
}

/** One line (after one that sets a few variables) over the subset the simulated shell knows; the same choices give the same script. */
export function shellScript(choices: Choices, dialect: Dialect): string {
  const scope: Scope = { choices, dialect, depth: 2 }
  const isIdiom = choices.chance(0.4)
  const start = `i=4 x=foo y='b a r' empty= list="a b c" i=4 path=/usr/lib/x.tar.gz${dialect === 'bash' ? ' ref=x ref2=list; arr=(one "two 2" three)' : ''}; set -- p1 'p 2'`
  const lines = isIdiom
    ? Array.from({ length: 1 + choices.number(2) }, () => idiom(choices, dialect)).join('\n')
    : list(scope, 3)
  return `${start}\n${lines}`
}
