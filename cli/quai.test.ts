import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { runQuai } from './quai'

const folder = mkdtempSync(path.join(tmpdir(), 'quai-cli-'))

function fileOf(name: string, text: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

describe('quai sim', () => {
  const script = fileOf(
    'script',
    'docker run -it --rm --name ww alpine\nsleep 500\n^C\nexit\n@wait 90s\nfalse\necho $?\n',
  )

  it('prints one JSON document with a step for each line; keys and waits belong to the step that was running', async () => {
    const { stdout, stderr, exitCode } = await runQuai(['sim', script, '--json', '--profile', '20.10'])
    const document: unknown = JSON.parse(stdout)
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    expect(document).toEqual({
      steps: [
        {
          line: 1,
          prompt: 'student@host:~$',
          command: 'docker run -it --rm --name ww alpine',
          output: expect.stringContaining("Unable to find image 'alpine:latest' locally"),
          exitCode: null,
        },
        { line: 2, prompt: '/ #', command: 'sleep 500', output: '^C\n', exitCode: null },
        { line: 4, prompt: '/ #', command: 'exit', output: '', exitCode: 130 },
        { line: 6, prompt: 'student@host:~$', command: 'false', output: '', exitCode: 1 },
        { line: 7, prompt: 'student@host:~$', command: 'echo $?', output: '1\n', exitCode: 0 },
      ],
    })
  })

  it('prints the transcript a terminal would show', async () => {
    const plain = fileOf('plain', 'echo hi\nnosuch\n')
    expect(await runQuai(['sim', plain])).toEqual({
      stdout: 'student@host:~$ echo hi\nhi\nstudent@host:~$ nosuch\nbash: nosuch: command not found\nstudent@host:~$\n',
      stderr: '',
      exitCode: 0,
    })
  })

  it('[ED3] the lines after an editor was opened are its new text', async () => {
    const edit = fileOf(
      'edit',
      'nano Dockerfile\nFROM alpine\nRUN echo hi\n@save\ncat Dockerfile\nvi Dockerfile\nlost\n:q!\nwc -l Dockerfile\nnano other\nls\n',
    )
    expect((await runQuai(['sim', edit])).stdout).toBe(
      'student@host:~$ nano Dockerfile\nstudent@host:~$ cat Dockerfile\nFROM alpine\nRUN echo hi\nstudent@host:~$ vi Dockerfile\nstudent@host:~$ wc -l Dockerfile\n2 Dockerfile\nstudent@host:~$ nano other\nstudent@host:~$ ls\nDockerfile\nstudent@host:~$\n',
    )
  })

  it('gives the same bytes for the same draw and other ids for another', async () => {
    const ids = fileOf('ids', 'docker run -d nginx\n')
    const [first, again, other] = await Promise.all(
      [1, 1, 2].map((draw) => runQuai(['sim', ids, '--draw', String(draw)])),
    )
    expect(first).toEqual(again)
    expect(first?.stdout).not.toBe(other?.stdout)
  })
})

describe('what is wrong', () => {
  it.each([
    [['sim', path.join(folder, 'absent')], 1, `${path.join(folder, 'absent')}:1: cannot be read (no such file)\n`],
    [['sim', fileOf('wait', 'echo\n@wait long\n')], 1, `${path.join(folder, 'wait')}:2: not a duration: @wait long\n`],
    [['replay', fileOf('broken.json', '{\n "a": 1,\n}')], 1, `${path.join(folder, 'broken.json')}:3: is not JSON\n`],
    [['sim'], 2, 'quai: sim takes one SCRIPT\n'],
    [['sim', 'x', '--profile', '17'], 2, 'quai: --profile must be 20.10 or 28, not 17\n'],
    [['content'], 2, 'quai: content knows one action: check\n'],
  ] as const)('%j exits %i with one clear line', async (argv, exitCode, stderr) => {
    expect(await runQuai(argv)).toEqual({ stdout: '', stderr, exitCode })
  })

  it('refuses an unknown option and an unknown command', async () => {
    expect((await runQuai(['sim', '--bogus'])).exitCode).toBe(2)
    expect((await runQuai(['bogus'])).exitCode).toBe(2)
  })
})
