import { describe, expect, it } from 'vitest'
import { loadHub } from '@/course/hub/load-hub'
import { nodeFiles } from '@/course/source/node-files'
import { deepFreeze } from '@/engine/deep-freeze'
import { PROFILE_20 } from '@/engine/profile'
import { openTerminal } from './open-terminal'
import { execute, type Key, pressKey, type Terminal, waitFor } from './terminal'

const hub = loadHub(nodeFiles('content'))
const images = ['alpine', 'centos', 'nginx', 'redis', 'ubuntu']

function openWithImages(): Terminal {
  return images.reduce(
    (terminal, image) => execute(terminal, `docker pull -q ${image}`).terminal,
    openTerminal({ hub, profile: PROFILE_20 }),
  )
}

const start = openWithImages()
deepFreeze(start.state)

type Shown = readonly [line: string, output: string, exitCode: number | null]

/** Types the lines (keys start with ^) and gives what each showed. */
function session(
  lines: readonly string[],
  from = start,
): { readonly shown: readonly Shown[]; readonly terminal: Terminal } {
  let terminal = from
  const shown = lines.map((line): Shown => {
    const key = (['^C', '^D', '^P^Q'] as const).find((each: Key) => each === line)
    const step = key === undefined ? execute(terminal, line) : pressKey(terminal, key)
    terminal = step.terminal
    deepFreeze(terminal.state)
    return [line, step.output, step.exitCode]
  })
  return { shown, terminal }
}

describe('what docker run returns', () => {
  it('[K3] PID 1 ignores a signal it does not handle, even KILL from inside', () => {
    expect(
      session([
        "docker run --name seg alpine sh -c 'kill -SEGV $$'",
        'echo $?',
        'docker run alpine kill -9 1',
        'echo $?',
      ]).shown,
    ).toEqual([
      ["docker run --name seg alpine sh -c 'kill -SEGV $$'", '', 0],
      ['echo $?', '0\n', 0],
      ['docker run alpine kill -9 1', '', 0],
      ['echo $?', '0\n', 0],
    ])
  })

  it('[K2] a child ended by a signal is 128 + its number, and the shell says so', () => {
    const line = `docker run alpine sh -c 'sh -c "kill -SEGV \\$\\$"; exit $?'`
    expect(session([line]).shown).toEqual([[line, 'Segmentation fault\n', 139]])
  })

  it('[K4] under --init the command is no PID 1, so TERM ends it', () => {
    const line = "docker run --init alpine sh -c 'kill -TERM $$'"
    expect(
      session([
        line,
        'docker run -d --init --name ini alpine sleep 300 > /dev/null',
        'docker stop ini',
        "docker ps -a --filter name=^/ini$ --format '{{.Status}}'",
      ]).shown.map(([, output, code]) => [output, code]),
    ).toEqual([
      ['', 143],
      ['', 0],
      ['ini\n', 0],
      ['Exited (143) Less than a second ago\n', 0],
    ])
  })
})

describe('stopping', () => {
  it('[PR4] nginx ends with 0 at once, sleep as PID 1 is killed after ten seconds', () => {
    const { terminal } = session(['docker run -d --name web nginx', 'docker run -d --name zz alpine sleep 300'])
    const before = terminal.state.clock
    const nginx = execute(terminal, 'docker stop web')
    const sleeper = execute(nginx.terminal, 'docker stop zz')
    expect(
      [nginx.terminal.state.clock - before, sleeper.terminal.state.clock - nginx.terminal.state.clock].map((ms) =>
        Math.round(ms / 1000),
      ),
    ).toEqual([1, 11])
    expect(execute(sleeper.terminal, "docker ps -a --format '{{.Names}} {{.Status}}'").output).toBe(
      'zz Exited (137) Less than a second ago\nweb Exited (0) 11 seconds ago\n',
    )
  })

  it('[SH8] a trap of TERM decides the status', () => {
    const { terminal } = session([
      `docker run -d --name tt alpine sh -c 'trap "exit 7" TERM; while :; do sleep 0.2; done'`,
      'docker stop tt',
    ])
    expect(execute(terminal, "docker inspect -f '{{.State.ExitCode}}' tt").output).toBe('7\n')
  })
})

describe('prompts inside prompts', () => {
  it('[TE3] docker run -it opens the image’s shell; its last status is the container’s', () => {
    const { shown, terminal } = session([
      'docker run -it --name cc --hostname host01 ubuntu',
      'hostname',
      'ls /absent',
      'exit',
      'echo $?',
    ])
    expect(shown).toEqual([
      ['docker run -it --name cc --hostname host01 ubuntu', '', null],
      ['hostname', 'host01\n', null],
      ['ls /absent', "ls: cannot access '/absent': No such file or directory\n", null],
      ['exit', 'exit\n', 2],
      ['echo $?', '2\n', 0],
    ])
    expect(terminal.line).toBe('student@host:~$ ')
  })

  it('[SH6] Ctrl+C ends the command inside, not the shell; exit then gives 130', () => {
    const { shown } = session(['docker run -it --name p3 alpine', 'sleep 1000', '^C', 'exit', 'echo $?'])
    expect(shown.map(([, output, code]) => [output, code])).toEqual([
      ['', null],
      ['', null],
      ['^C\n', null],
      ['', 130],
      ['130\n', 0],
    ])
  })

  it('[PR6] Ctrl+P Ctrl+Q leaves the container running', () => {
    const { shown, terminal } = session([
      'docker run -it --name ww alpine',
      '^P^Q',
      "docker ps --format '{{.Names}}'",
      'docker attach ww',
      '^P^Q',
      'echo $?',
    ])
    expect(shown.map(([, output, code]) => [output, code])).toEqual([
      ['', null],
      ['', 0],
      ['ww\n', 0],
      ['', null],
      ['read escape sequence\n', 1],
      ['1\n', 0],
    ])
    expect(terminal.line).toBe('student@host:~$ ')
  })

  it('[TE3] && goes on after the inner shell, on Ctrl+D too', () => {
    expect(session(['docker run --rm -it alpine && echo after', '^D']).shown).toEqual([
      ['docker run --rm -it alpine && echo after', '', null],
      ['^D', '\nafter\n', 0],
    ])
  })
})

describe('the foreground', () => {
  it('[PR5] ping shows its first replies and prints statistics on Ctrl+C', () => {
    const { shown } = session(['docker run --name pp centos ping 127.0.0.1', '^C'])
    const [first, second] = shown
    expect(first?.[2]).toBe(null)
    expect(first?.[1].split('\n').map((line) => line.replace(/time=.*/, ''))).toEqual([
      'PING 127.0.0.1 (127.0.0.1) 56(84) bytes of data.',
      ...[1, 2, 3, 4].map((n) => `64 bytes from 127.0.0.1: icmp_seq=${n} ttl=64 `),
      '',
    ])
    expect(second?.[1].split('\n').slice(0, 3)).toEqual([
      '^C',
      '--- 127.0.0.1 ping statistics ---',
      expect.stringMatching(/^4 packets transmitted, 4 received, 0% packet loss, time \d+ms$/),
    ])
    expect(second?.[2]).toBe(0)
  })

  it('[TE1] sleep 100 returns; [TE2] what never ends stays in the foreground until Ctrl+C', () => {
    expect(
      session(['sleep 100', 'while true; do sleep 1; done', '^C', 'echo $?']).shown.map(([, output, code]) => [
        output,
        code,
      ]),
    ).toEqual([
      ['', 0],
      ['', null],
      ['^C\n', 130],
      ['130\n', 0],
    ])
  })

  it('[PR3] a pipe ends its writer', () => {
    expect(
      session([
        'yes | head -2',
        'docker run -d --name web nginx > /dev/null',
        'docker logs web 2>&1 | head -1',
      ]).shown.map(([, output, code]) => [output, code]),
    ).toEqual([
      ['y\ny\n', 0],
      ['', 0],
      ['/docker-entrypoint.sh: /docker-entrypoint.d/ is not empty, will attempt to perform configuration\n', 0],
    ])
  })

  it('[SH7] numbers jobs and tells of their end', () => {
    const { shown } = session(['sleep 1 &', 'sleep 2', 'echo next'])
    expect(shown.map(([, output]) => output.replace(/\d{3,}/, 'PID'))).toEqual([
      '[1] PID\n',
      '[1]+  Done                    sleep 1\n',
      'next\n',
    ])
  })
  it('[SH14] goes on in the next line after a backslash', () => {
    const { shown } = session(['echo one \\', '  two', "printf 'echo last \\\\\\n' | sh"])
    expect(shown.map(([, output, code]) => [output, code])).toEqual([
      ['', 0],
      ['one two\n', 0],
      ['last\n', 0],
    ])
  })
})

describe('time and repetition', () => {
  it('[TE4] virtual time passes without anybody waiting', () => {
    const { terminal } = session(['docker run -d --name zz alpine sleep 7200'])
    const later = waitFor(terminal, 8 * 86_400_000)
    expect(execute(later.terminal, "docker ps -a --format '{{.Status}}'").output).toBe('Exited (0) 7 days ago\n')
  })

  it('[TE5] the same state and line give the same bytes', () => {
    const line = 'docker run -d --name web -P nginx'
    expect(execute(start, line)).toEqual(execute(start, line))
  })
})
