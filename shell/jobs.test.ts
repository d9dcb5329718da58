import { describe, expect, it } from 'vitest'
import { lastShown, machineWith } from '@/tests/support/shown-session'

const machine = machineWith(['alpine'])
const shown = (...lines: readonly string[]) => lastShown(machine, lines)
const stopped = '^Z\n[1]+  Stopped                 sleep 100\n'

describe('[SH13] jobs of a shell with a prompt', () => {
  it('Ctrl+Z stops the foreground command, fg and bg let it go on', () => {
    expect(shown('sleep 100', '^Z')).toEqual({ output: stopped, exitCode: 148 })
    expect(shown('sleep 100', '^Z', 'jobs')).toEqual({ output: stopped.slice(3), exitCode: 0 })
    expect(shown('sleep 100', '^Z', 'bg')).toEqual({ output: '[1]+ sleep 100 &\n', exitCode: 0 })
    expect(shown('sleep 100', '^Z', 'bg', 'jobs').output).toBe('[1]+  Running                 sleep 100 &\n')
    expect(shown('sleep 100', '^Z', 'bg', 'bg')).toEqual({
      output: 'bash: bg: job 1 already in background\n',
      exitCode: 0,
    })
    expect(shown('sleep 100', '^Z', 'fg')).toEqual({ output: 'sleep 100\n', exitCode: 0 })
    expect(shown('sleep 1000', '^Z', 'fg', '^C')).toEqual({ output: '^C\n', exitCode: 130 })
    expect(shown('fg')).toEqual({ output: 'bash: fg: current: no such job\n', exitCode: 1 })
  })

  it('a stopped pipe is one job, and kill ends it', () => {
    expect(shown('sleep 50 | cat', '^Z', 'ps -o stat,args').output).toBe(
      'STAT CMD\nS    bash\nT    sleep 50\nT    cat\nR+   ps -o stat,args\n',
    )
    expect(shown('sleep 50 | cat', '^Z', 'kill %1')).toEqual({
      output: '[1]+  Terminated              sleep 50 | cat\n',
      exitCode: 0,
    })
    expect(shown('sleep 50', '^Z', 'kill -9 %1; jobs; jobs').output).toBe('[1]+  Killed                  sleep 50\n')
  })

  it('[SH7] a job in the background tells of its number and its end', () => {
    expect(shown('sleep 100 & sleep 200 &', 'jobs').output).toBe(
      '[1]-  Running                 sleep 100 &\n[2]+  Running                 sleep 200 &\n',
    )
    expect(shown('sleep 100 &', 'kill %1').output).toBe('[1]+  Terminated              sleep 100\n')
  })

  it("busybox' shell words it its own way", () => {
    const inside = ['docker run -it --rm alpine sh', 'sleep 20', '^Z']
    expect(shown(...inside).output).toBe('^Z\n[1]+  Stopped                    sleep 20\n')
    expect(shown(...inside, 'fg').output).toBe('sleep 20\n')
  })

  it('[K11] PID 1 ignores what a docker client passes on', () => {
    expect(shown('docker run --name long alpine sleep 1000', '^Z', '^C')).toEqual({ output: '^C', exitCode: null })
    expect(
      shown('docker run -d --name long alpine sleep 3', 'docker kill -s STOP long', 'sleep 9', 'docker ps -q | wc -l'),
    ).toEqual({
      output: '1\n',
      exitCode: 0,
    })
    expect(
      shown(
        'docker run -d --name long alpine sleep 3',
        'docker kill -s STOP long',
        'sleep 9',
        'docker kill -s CONT long',
        'sleep 1; docker ps -q | wc -l',
      ),
    ).toEqual({ output: '0\n', exitCode: 0 })
  })
})
