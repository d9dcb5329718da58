import { describe, expect, it } from 'vitest'
import { lastShown, machineWith } from '@/tests/support/shown-session'

const machine = machineWith(['alpine'])

/** What a script prints, both streams, and its status. */
function run(shell: string, script: string) {
  return lastShown(machine, [`cat > s <<'END'\n${script}\nEND`, `${shell} s`])
}

function lines(shell: string, script: string): readonly string[] {
  return run(shell, script).output.match(/(?<=\bs: (?:line )?)\d+(?=: )/g) ?? []
}

describe('[SH16] lines in the messages of bash', () => {
  it('in a substitution those of the commands as bash prints them', () => {
    expect(lines('bash', 'echo $(if true; then nosuch; fi)')).toEqual(['2'])
    expect(lines('bash', 'x=$(f() { nosuch; other; }; f)')).toEqual(['3', '4'])
    expect(lines('bash', ':\necho $(case a in b) :;; a) nosuch;; esac >/no/dir) $(nosuch)')).toEqual(['9', '2'])
    expect(lines('bash', 'echo $(for i in 1; do nosuch; done; while :; do nosuch; break; done; nosuch)')).toEqual([
      '3',
      '5',
      '6',
    ])
    expect(lines('bash', 'echo "$(echo $(if true; then nosuch; fi))"')).toEqual(['4'])
    expect(lines('bash', 'cat <<E\n\n$(nosuch)\nE')).toEqual(['1'])
  })

  it('of a command the one its second word ends in, of a loop that cannot be redirected its last', () => {
    expect(lines('bash', 'nosuch "a\nb"')).toEqual(['2'])
    expect(lines('bash', 'echo \\\n  a </no/file')).toEqual(['2'])
    expect(lines('bash', 'while false\ndo :\ndone </no/file')).toEqual(['3'])
  })
})

describe('[SH16] what the end of a script leaves open', () => {
  it('is named by each shell', () => {
    expect(run('bash', 'if true')).toEqual({ output: 's: line 2: syntax error: unexpected end of file\n', exitCode: 2 })
    expect(run('bash', 'echo "a')).toEqual({
      output: 's: line 1: unexpected EOF while looking for matching `"\'\n',
      exitCode: 2,
    })
    expect(run('bash', 'echo $(if true').output).toBe("s: line 2: unexpected EOF while looking for matching `)'\n")
    expect(run('dash', 'if true').output).toBe('s: 2: Syntax error: end of file unexpected (expecting "then")\n')
    expect(run('dash', 'for i in a; do {').output).toBe('s: 2: Syntax error: end of file unexpected (expecting "}")\n')
    expect(run('dash', 'echo ${x').output).toBe("s: 1: Syntax error: Missing '}'\n")
    expect(run('dash', 'true &&').output).toBe('s: 2: Syntax error: end of file unexpected\n')
  })

  it('dash and ash tell what alone may follow a name and its parenthesis', () => {
    expect(run('bash', '[ ( 1 = 1 ) ]').output).toBe(
      "s: line 1: syntax error near unexpected token `1'\ns: line 1: `[ ( 1 = 1 ) ]'\n",
    )
    expect(run('dash', '[ ( 1 = 1 ) ]').output).toBe('s: 1: Syntax error: word unexpected (expecting ")")\n')
    const ash = lastShown(machine, ["docker run --rm alpine sh -c 'foo ( bar'"]).output
    expect(ash).toBe('sh: syntax error: unexpected word (expecting ")")\n')
  })

  it('ash names lines in scripts, and 0 behind a builtin of -c', () => {
    const ash = (words: string) => lastShown(machine, [`docker run --rm alpine sh -c '${words}'`]).output
    expect(ash('cd /no')).toBe("sh: cd: line 0: can't cd to /no: No such file or directory\n")
    expect(ash('nosuch')).toBe('sh: nosuch: not found\n')
    expect(ash('printf "nosuch\\ncd /no\\n" > /s; sh /s')).toBe(
      "/s: line 1: nosuch: not found\n/s: cd: line 2: can't cd to /no: No such file or directory\n",
    )
  })
})

describe('expansions', () => {
  it('[SH1] a substitution sees what the words before it have set', () => {
    for (const shell of ['bash', 'dash'])
      expect(run(shell, 'echo ${q=w} $(echo $q) ${q2:=v}$(echo $q2; q2=z)$q2')).toEqual({
        output: 'w w vvv\n',
        exitCode: 0,
      })
  })

  it('[SH1] tildes come after braces, names in order of their whole paths', () => {
    expect(run('bash', 'echo {,z}~ {~,b}/x').output).toBe('/home/student z~ /home/student/x b/x\n')
    expect(run('bash', 'mkdir -p d/a d/a-b; touch d/a/x d/a-b/x; echo d/*/* d/*').output).toBe(
      'd/a-b/x d/a/x d/a d/a-b\n',
    )
    expect(run('bash', 'for i in 1 2; { echo $i; }').output).toBe('1\n2\n')
    expect(run('bash', "v='\"1'; echo $((v + $v))").exitCode).toBe(1)
  })
})
