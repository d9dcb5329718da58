import { describe, expect, it } from 'vitest'
import { lastShown, machineWith } from '@/tests/support/shown-session'

const machine = machineWith(['alpine'])

/** What a script prints, both streams, and its status; every expectation is what the real shell printed. */
function run(shell: string, script: string) {
  return lastShown(machine, [`cat > s <<'END'\n${script}\nEND`, `${shell} s`])
}

const shown = (output: string, exitCode = 0) => ({ output, exitCode })

describe('[SH1] [SH17] what bash scripts do', () => {
  it('a trap of ERR hears of commands that fail where nobody looks', () => {
    expect(
      run('bash', "trap 'echo err $?' ERR; false; false || true; f() { false; }; f; (exit 3); [ a = b ]; echo end"),
    ).toEqual(shown('err 1\nerr 1\nerr 3\nerr 1\nend\n'))
    expect(run('bash', "set -eE; trap 'echo err' ERR; f() { false; echo no; }; f")).toEqual(shown('err\n', 1))
    expect(run('dash', "trap 'echo err' ERR; false; echo end").output).toBe('trap: ERR: bad trap\nend\n')
  })

  it('set -x shows loops and cases as they are written', () => {
    expect(run('bash', 'x=foo; set -x; for i in 1 "2 3"; do :; done; case $x in f*) :;; esac').output).toBe(
      '+ for i in 1 "2 3"\n+ :\n+ for i in 1 "2 3"\n+ :\n+ case $x in\n+ :\n',
    )
    expect(run('dash', 'set -x; v=1 w="x y"; echo "a b"').output).toBe('+ v=1 w=x y\n+ echo a b\na b\n')
  })

  it('local takes attributes, readonly holds, nocasematch makes letters one', () => {
    expect(run('bash', 'f() { local -r v=1; v=2; echo no; }; f\necho $?').output).toBe(
      's: line 1: v: readonly variable\n1\n',
    )
    expect(run('bash', 'shopt -s nocasematch; case FOO in foo) echo 1;; esac; [[ a == A ]] && echo 2').output).toBe(
      '1\n2\n',
    )
    expect(run('dash', 'readonly R=1; unset R; echo no')).toEqual(shown('s: 1: unset: R: is read only\n', 2))
  })

  it('words: empty ones of $@, ${!#}, a slash as pattern, assignments before their redirection', () => {
    expect(run('bash', 'set -- a "" b; for i in $@; do echo "<$i>"; done; echo "${!#}"').output).toBe('<a>\n<b>\nb\n')
    expect(run('bash', 'p=/a/b; echo ${p////-} ${p/#//X}').output).toBe('-a-b /X/a/b\n')
    expect(run('bash', 'x=A/b > "$x.out"').output).toBe('s: line 1: A/b.out: No such file or directory\n')
  })

  it('printf refuses directives and numbers that are none', () => {
    expect(run('bash', "printf '%3$s\\n' a")).toEqual(shown("s: line 1: printf: `$': invalid format character\n", 1))
    expect(run('bash', "printf '%d|' 1.5 1e3 x").output).toBe(
      's: line 1: printf: 1.5: invalid number\ns: line 1: printf: 1e3: invalid number\ns: line 1: printf: x: invalid number\n1|1|0|',
    )
    expect(run('dash', "printf '%z' a")).toEqual(shown('s: 1: printf: %z: invalid directive\n', 1))
  })

  it('printf shows what is below zero as 64 bits without a sign', () => {
    expect(run('bash', "printf '%X %o %x %u\\n' -7 -7 -7 -7").output).toBe(
      'FFFFFFFFFFFFFFF9 1777777777777777777771 fffffffffffffff9 18446744073709551609\n',
    )
  })

  it('dash counts nothing up and knows no ==', () => {
    expect(run('dash', 'x=5; echo $((x++ + ++x)) $x').output).toBe('10 5\n')
    expect(run('dash', '[ a == a ]')).toEqual(shown('s: 1: [: a: unexpected operator\n', 2))
  })
})

describe('[PR2] [SH17] busybox', () => {
  const ash = (words: string) => lastShown(machine, [`docker run --rm alpine sh -c '${words}'`])

  it('words faults of builtins and applets its own way', () => {
    expect(ash('[ 1 -eq a ]')).toEqual(shown('sh: a: bad number\n', 2))
    expect(ash('[ a b ]')).toEqual(shown('sh: b: unknown operand\n', 2))
    expect(ash('echo $((1/0))')).toEqual(shown('sh: divide by zero\n', 2))
    expect(ash('readonly r=1; r=2')).toEqual(shown('sh: r: is read only\n', 2))
    expect(ash('grep a nope; cat nope; wc nope').output).toBe(
      "grep: nope: No such file or directory\ncat: can't open 'nope': No such file or directory\nwc: nope: No such file or directory\n",
    )
  })
})

describe('tools', () => {
  it('[PR13] say of several files what the real ones say', () => {
    const files = ['printf "a\\nb\\n" > one', 'printf "c\\n" > two']
    const tool = (line: string) => lastShown(machine, [...files, line]).output
    expect(tool('wc -l one none two')).toBe('2 one\nwc: none: No such file or directory\n1 two\n3 total\n')
    expect(tool('paste -s one none')).toBe('a\tb\npaste: none: No such file or directory\n')
    expect(tool('cp one two none')).toBe("cp: target 'none': No such file or directory\n")
    expect(tool('cp one one')).toBe("cp: 'one' and 'one' are the same file\n")
    expect(tool('mkdir zz aa; ls zz aa')).toBe('aa:\n\nzz:\n')
    expect(tool('echo Hello | grep -o "[a-z]"')).toBe('e\nl\nl\no\n')
    expect(tool('echo "a b" | xargs -t echo')).toBe('echo a b\na b\n')
    expect(tool('mkdir d; echo aa > d/x; grep -r a d; grep -L a one two; grep -e a -e c one two')).toBe(
      'd/x:aa\ntwo\none:a\ntwo:c\n',
    )
    expect(tool('grep "[a" one; echo $?')).toBe('grep: Unmatched [, [^, [:, [., or [=\n2\n')
    expect(tool('grep -oP "\\d+" one two; echo a1b22 | grep -oP "\\d+"')).toBe('1\n22\n')
    expect(tool('head -n -1 one; head -v two; head -q one two')).toBe('a\n==> two <==\nc\na\nb\nc\n')
    expect(tool("tr '\\n' '\\0' < one | xargs -0 -n1 echo; tr a < one 2>&1 | head -1")).toBe(
      "a\nb\ntr: missing operand after 'a'\n",
    )
    expect(tool("printf '1,2 3' | xargs -d, -n1; cat one | xargs -L1 echo x")).toBe('1\n2 3\nx a\nx b\n')
    expect(tool('tar cvf a.tar one none; tar cf b.tar')).toBe(
      "one\ntar: none: Cannot stat: No such file or directory\ntar: Exiting with failure status due to previous errors\ntar: Cowardly refusing to create an empty archive\nTry 'tar --help' or 'tar --usage' for more information.\n",
    )
    expect(tool('date -d @0; LC_ALL=en_US.UTF-8 date -d @0')).toBe(
      'Thu Jan  1 TIME UTC 1970\nThu Jan  1 TIME AM UTC 1970\n',
    )
    expect(tool('find . -newer none')).toBe("find: 'none': No such file or directory\n")
  })
})
