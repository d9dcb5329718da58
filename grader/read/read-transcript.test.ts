import { describe, expect, test } from 'vitest'
import { readTranscript } from './read-transcript'

/** Each step as `context depth line-endLine command -> output`. */
function read(text: string): readonly string[] {
  return readTranscript(text).steps.map(
    (step) => `${step.context} ${step.shellDepth} ${step.line}-${step.endLine} ${step.command} -> ${step.output}`,
  )
}

describe('[R4] prompts', () => {
  test('a prompt of a shape nobody listed is learnt from the docker commands behind it', () => {
    expect(read('marie ✪ tp ⚡ docker ps\nX\nmarie ✪ tp ⚡ docker stop web\nweb\nmarie ✪ autre ⚡ ls\na b')).toEqual([
      'host 0 1-2 docker ps -> X',
      'host 0 3-4 docker stop web -> web',
      'host 0 5-6 ls -> a b',
    ])
  })

  test.each([
    ['etu@pc:~#docker ps', 'host'],
    ['[root@localhost ~]#docker ps', 'host'],
    ['[etu@pc tp (main)]$ docker ps', 'host'],
    ['(base) etu@pc:~/tp (main)$ docker ps', 'host'],
    ['etu@pc ~ [1]> docker ps', 'host'],
    ['[10:22:31] etu@pc:~$ docker ps', 'host'],
    ['core@core-01 ~ $ docker ps', 'host'],
    ['MacBook-de-Zoe:tp zoe$ docker ps', 'host'],
    ['-bash-4.2# docker ps', 'host'],
    ['sh-5.1$ docker ps', 'host'],
    ['C:\\Users\\Zoé Petit>docker ps', 'host'],
    ['PS /home/zoe> docker ps', 'host'],
    ['└──╼ $docker ps', 'host'],
    ['controlplane $ docker ps', 'host'],
    ['node1> docker ps', 'host'],
    ['$docker ps', 'host'],
    ['1. $ docker ps', 'host'],
    ['root@35801cbffbc1:/# docker ps', 'container'],
    ['/usr/src/app # ls', 'container'],
    ['bash-5.1# ls', 'container'],
  ])('%s', (row, context) => {
    expect(read(`${row}\nX`)).toEqual([`${context} 0 1-2 ${row.endsWith('ls') ? 'ls' : 'docker ps'} -> X`])
  })

  test('mail addresses, prices and quotations are no prompts', () => {
    const output =
      'zoe@pc wrote: a > b\nzoe@example.org: $ 5.00\nlatest: Pulling from library/nginx\nTotal $ 5\n# docker ps'
    expect(read(`etu@pc:~$ cat mail\n${output}\netu@pc:~$ ls`)[0]).toBe(`host 0 1-6 cat mail -> ${output}`)
  })

  test('two-line prompts of Git Bash leave no trace in the output and give the directory', () => {
    const text = 'Zoe@PC MINGW64 ~/tp (main)\n$ docker stop web\nweb\n\nZoe@PC MINGW64 ~/tp (main)\n$ '
    const { steps } = readTranscript(text)
    expect(
      steps.map(({ line, endLine, cwd, output, unfinished }) => ({ line, endLine, cwd, output, unfinished })),
    ).toEqual([{ line: 2, endLine: 3, cwd: '~/tp', output: 'web', unfinished: false }])
  })

  test("starship's directory row is not output, with or without a duration", () => {
    const row = '~/code via 🐳 desktop-linux'
    expect(read(`${row}\n❯ docker ps\nX\n\n${row} took 2s\n❯ docker stop web\nweb\n\n${row}\n❯`)).toEqual([
      'host 0 2-3 docker ps -> X',
      'host 0 6-7 docker stop web -> web',
    ])
  })

  test('zsh shows a clock on the right, which is no part of the command', () => {
    expect(read('❯ docker ps                                  ✔  10:22:31\nX')).toEqual(['host 0 1-2 docker ps -> X'])
  })

  test("Docker's own examples are output", () => {
    const advice =
      'To try something more ambitious, you can run an Ubuntu container with:\n $ docker run -it ubuntu bash'
    expect(read(`$ docker run hello-world\n${advice}\n$ docker ps\nX`)).toEqual([
      `host 0 1-3 docker run hello-world -> ${advice}`,
      'host 0 4-5 docker ps -> X',
    ])
  })

  test('comments beside $ prompts are no commands, and no output of docker either', () => {
    expect(
      read('$ docker tag a b\n# docker tag a:latest b\n$ docker ps\nX\n\n# Étape 2\n$ # rien\n$ docker ps'),
    ).toEqual(['host 0 1-1 docker tag a b -> ', 'host 0 3-4 docker ps -> X', 'host 0 8-8 docker ps -> '])
  })

  test('the writer’s sentences between the commands are no output', () => {
    expect(read('$ docker run -d nginx\n9fe1\n\nÉtape 2 : je regarde\n\n$ docker ps\nX')).toEqual([
      'host 0 1-2 docker run -d nginx -> 9fe1',
      'host 0 6-7 docker ps -> X',
    ])
  })

  test('an error that quotes an accented name stays output', () => {
    const error = 'Error parsing reference: "été" is not a valid repository/tag: invalid reference format'
    expect(read(`$ docker tag alpine été\n${error}\n$ ls`)[0]).toBe(`host 0 1-2 docker tag alpine été -> ${error}`)
  })

  test('a prompt behind output without a line end starts a command, and the output keeps its end', () => {
    expect(read('etu@pc:~$ cat a.json\n{\n}etu@pc:~$ docker ps\nX')).toEqual([
      'host 0 1-3 cat a.json -> {\n}',
      'host 0 3-4 docker ps -> X',
    ])
  })
})

describe('[R5] commands without prompts', () => {
  test('a paste without any prompt: docker lines and a few sure words are commands, and the reader says so', () => {
    const text = '# 1. lancer\ndocker run -d nginx\n9fe1\n# 2. voir\ncurl localhost\n<html>\ndocker stop web\nweb'
    expect(read(text)).toEqual([
      'host 0 2-3 docker run -d nginx -> 9fe1',
      'host 0 5-6 curl localhost -> <html>',
      'host 0 7-8 docker stop web -> web',
    ])
    expect(readTranscript(text).diagnostics.map(({ code, line }) => ({ code, line }))).toEqual([
      { code: 'no-prompt', line: 2 },
    ])
  })

  test('sentences about docker are no commands', () => {
    expect(read('docker run is used to start a container.\nUse docker ps to list.')).toEqual([])
  })

  test('a fence of commands alone beside fences with prompts', () => {
    expect(read('Avec `docker ps` :\n```\ndocker ps\nX\n```\nPuis\n```\n$ ls\na\n```\n')).toEqual([
      'host 0 3-4 docker ps -> X',
      'host 0 8-9 ls -> a',
    ])
  })
})

describe('[R6] commands over several lines', () => {
  test.each([
    [
      'a backslash and PS2',
      'etu@pc:~$ docker run -d \\\n>   --name web \\\n>   nginx\n9fe1',
      'docker run -d \\\n  --name web \\\n  nginx',
    ],
    ['a backslash without PS2', '$ docker run -d \\\n    nginx\n9fe1', 'docker run -d \\\n    nginx'],
    ['PowerShell', 'PS C:\\tp> docker run -d `\n>>   nginx\n9fe1', 'docker run -d `\n  nginx'],
    ['cmd', 'C:\\tp>docker run -d ^\nMore? nginx\n9fe1', 'docker run -d ^\nnginx'],
    [
      'an open quote',
      'etu@pc:~$ docker run alpine sh -c "echo a\n> echo b"\n9fe1',
      'docker run alpine sh -c "echo a\necho b"',
    ],
    [
      'an open quote without PS2',
      'etu@pc:~$ docker run alpine sh -c "echo a\necho b"\n9fe1',
      'docker run alpine sh -c "echo a\necho b"',
    ],
    [
      'a loop in zsh',
      'marie@mac tp % for i in 1 2\nfor> do docker run -d nginx\nfor> done\n9fe1',
      'for i in 1 2\ndo docker run -d nginx\ndone',
    ],
    [
      'a row wrapped at 80 columns',
      `etu@pc:~$ docker run -d --name web -v ${'/a'.repeat(17)}:/usr/sh\nare -p 80:80 nginx\n9fe1`,
      `docker run -d --name web -v ${'/a'.repeat(17)}:/usr/share -p 80:80 nginx`,
    ],
  ])('%s', (_name, text, command) => {
    const [step] = readTranscript(text).steps
    expect({ command: step?.command, output: step?.output }).toEqual({ command, output: '9fe1' })
  })

  test('a here-document, with and without PS2', () => {
    const command = 'cat > Dockerfile <<EOF\nFROM alpine\nCMD ["ls"]\nEOF'
    expect(read('$ cat > Dockerfile <<EOF\n> FROM alpine\n> CMD ["ls"]\n> EOF\n$ ls')[0]).toBe(
      `host 0 1-4 ${command} -> `,
    )
    expect(read('$ cat > Dockerfile <<EOF\nFROM alpine\nCMD ["ls"]\nEOF\n$ ls')[0]).toBe(`host 0 1-4 ${command} -> `)
  })

  test('an apostrophe that never closes does not swallow the paste', () => {
    const text = "etu@pc:~$ echo l'eau\nl'eau froide\nfin\netu@pc:~$ ls"
    expect(read(text)[1]).toBe('host 0 4-4 ls -> ')
    expect(readTranscript("etu@pc:~$ echo l'eau\netu@pc:~$ ls").diagnostics.map(({ code }) => code)).toEqual([
      'unclosed-command',
    ])
  })
})

describe('[R7] positions', () => {
  test('lines and columns point into the paste, through colours, carriage returns and numbers', () => {
    const text = '\u001b[32metu@pc\u001b[0m:~$ docker ps\r\nCONTAINER ID\r\n\r\n10%\r50%\r100%\r\netu@pc:~$ ls\r\n'
    const [first, second] = readTranscript(text).steps
    expect(first?.commandSpan).toEqual({ line: 1, column: 20, endLine: 1, endColumn: 29 })
    expect({ output: first?.output, lines: first?.outputLines }).toEqual({
      output: 'CONTAINER ID\n\n100%',
      lines: [2, 3, 4],
    })
    expect(second?.commandSpan).toEqual({ line: 5, column: 11, endLine: 5, endColumn: 13 })
  })

  test('the prompt is given as it stood', () => {
    expect(readTranscript('    PS C:\\tp> docker ps\n    X').steps[0]?.prompt).toBe('    PS C:\\tp> ')
  })
})

describe('[R8] keys and ends', () => {
  test('Ctrl+C in the output, glued to the prompt, and at a prompt', () => {
    const text =
      'etu@pc:~$ docker logs -f web\na\n^C\netu@pc:~$ docker run x\n^Cetu@pc:~$ docker p^C\netu@pc:~$ ^C\netu@pc:~$ ls\n'
    expect(readTranscript(text).steps.map(({ command, output, keys }) => ({ command, output, keys }))).toEqual([
      { command: 'docker logs -f web', output: 'a\n^C', keys: ['^C'] },
      { command: 'docker run x', output: '', keys: ['^C'] },
      { command: 'ls', output: '', keys: [] },
    ])
  })

  test('a line given up after PS2 was never run', () => {
    expect(read("etu@pc:~$ echo l'eau\n> ^C\netu@pc:~$ ls")).toEqual(['host 0 3-3 ls -> '])
  })

  test('a command after which no prompt comes is unfinished', () => {
    expect(readTranscript('$ docker ps\nX\n$ docker logs -f web\na').steps.map((step) => step.unfinished)).toEqual([
      false,
      true,
    ])
  })

  test('a row that only says something was left out marks the output as cut', () => {
    expect(readTranscript('$ docker pull a\n...\n$ docker ps\nX').steps.map((step) => step.cut)).toEqual([true, false])
  })
})

test('[R9] typographic quotes and dashes of a word processor become plain in commands', () => {
  expect(readTranscript('$ docker run –rm –it —name l’app –e “A=b” nginx').steps[0]?.command).toBe(
    'docker run --rm -it --name l’app -e "A=b" nginx',
  )
})
