import { describe, expect, it } from 'vitest'
import { exerciseNamed } from '@/cli/exercises'
import { gradeSubmission, replaySubmission } from '@/grader/grade'
import { readTranscript } from '@/grader/read/read-transcript'
import { rehearse } from '@/grader/rehearsal/rehearse'
import { readActions } from '@/grader/rehearsal/script'
import { openTerminal } from '@/shell/open-terminal'
import { data, sessionOf } from './sessions'

const exercise = exerciseNamed('anonymous-volumes')

/** What each command of a session was judged to be, on machines that drew other ids. */
function verdictsOf(script: readonly string[]): readonly (readonly string[])[] {
  return [1, 2, 3, 4, 5, 6].map((seed) => {
    const transcripts = [sessionOf(script, { seed })]
    return gradeSubmission(exercise, { transcripts, files: {}, drawSeed: null }, data).steps.map((step) => step.verdict)
  })
}

/** What the terminal of a student shows who waits in between. */
function rehearsed(script: readonly string[]): string {
  const terminal = openTerminal({ hub: data.hub, seed: 5 })
  return rehearse(terminal, readActions(script.join('\n'))).transcripts[0] ?? ''
}

const SIX = Array.from({ length: 6 })

describe('[J14] anonymous volumes in a list', () => {
  it('are not held to stand in the order in which they were made: later steps tell which is which', () => {
    const script = [
      'docker run --name one -v /data alpine true',
      'docker run --name two -v /data alpine true',
      'docker run --name three -v /data alpine true',
      'docker volume ls',
      'docker rm -v two',
      'docker volume ls',
      'docker rm -v one',
      'docker volume ls -q',
      'docker inspect three',
    ]
    expect(verdictsOf(script)).toEqual(SIX.map(() => script.map(() => 'consistent')))
  })

  it('bear names that an inspected container may show first', () => {
    const script = ['docker run -d --name cache redis', 'docker inspect cache', 'docker volume ls']
    expect(verdictsOf(script)).toEqual(SIX.map(() => script.map(() => 'consistent')))
  })
})

describe('[J15] an id that the paste never showed', () => {
  it('is that of the one container whose id was not shown, and its earlier steps are its own', () => {
    const [id] = sessionOf(['docker run -it --name author alpine', 'exit', 'docker ps -aq'], { seed: 7 })
      .split('\n')
      .flatMap((line) => /^[0-9a-f]{12}$/.exec(line) ?? [])
    const script = [
      'docker run -it --name author alpine',
      'exit',
      `docker rm ${(id ?? '').slice(0, 4)}`,
      'docker ps -a',
    ]
    const transcripts = [sessionOf(script, { seed: 7 })]
    const { steps } = gradeSubmission(exercise, { transcripts, files: {}, drawSeed: null }, data)
    expect(steps.map((step) => step.verdict)).toEqual(['consistent', 'consistent', 'consistent', 'consistent'])
  })
})

describe('[R6] a command that the terminal broke', () => {
  it.each([
    ['in an open substitution', 'docker volume rm $(docker volume ls -qf dangling=true | grep -v keep)'],
    ['before a word', 'docker container run -d --name draft --volume /data alpine sleep 1d'],
  ])('goes on in the next row: %s', (_where, command) => {
    const line = `student@host:~$ ${command}`
    const rows = [
      line.slice(0, 80).trimEnd(),
      line.slice(80),
      `${'0123456789abcdef'.repeat(4)}`,
      'student@host:~$ exit',
    ]
    const wide = `${'='.repeat(80)}`
    const { steps } = readTranscript([`student@host:~$ cat a`, wide, ...rows].join('\n'))
    expect(steps.map((step) => step.command)).toEqual(['cat a', command, 'exit'])
  })
})

describe('[J8] what goes on by itself', () => {
  it('is as the paste shows it already before the command that looks at it', () => {
    const script = [
      "docker run -d --name flaky --restart on-failure:3 alpine sh -c 'exit 5'",
      '@wait 10s',
      "docker inspect -f '{{.State.Status}} {{.RestartCount}}' flaky",
      "docker run -d --name web --health-cmd 'curl -fs localhost' --health-interval 5s nginx",
      '@wait 6s',
      "docker inspect -f '{{.State.Health.Status}}' web",
      'docker ps',
    ]
    const drawn = exerciseNamed('restart-health')
    const replay = replaySubmission(drawn, { transcripts: [rehearsed(script)], files: {}, drawSeed: null }, data)
    expect(replay.steps.map((step) => step.verdict)).toEqual(Array.from({ length: 5 }, () => 'consistent'))
    const { containers } = replay.episodes[4]?.before.state ?? { containers: [] }
    expect(containers.map(({ name, state, restartCount }) => [name, state.health?.status, restartCount])).toEqual([
      ['flaky', undefined, 3],
      ['web', 'healthy', 0],
    ])
  })

  it('may be in any of its rounds when a list is made: a crash loop is not held to its times', () => {
    const script = [
      "docker run -d --name flaky --restart always alpine sh -c 'exit 5'",
      '@wait 40s',
      'docker ps',
      '@wait 2s',
      'docker ps -a',
      '@wait 30s',
      'docker ps -a',
    ]
    const drawn = exerciseNamed('restart-health')
    const { steps } = replaySubmission(drawn, { transcripts: [rehearsed(script)], files: {}, drawSeed: null }, data)
    expect(steps.map((step) => step.verdict)).toEqual(['consistent', 'consistent', 'consistent', 'consistent'])
  })
})
