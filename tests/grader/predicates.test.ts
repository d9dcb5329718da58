import { describe, expect, it } from 'vitest'
import { exerciseNamed } from '@/cli/exercises'
import type { Exercise } from '@/grader/exercise'
import { gradeSubmission } from '@/grader/grade'
import type { Predicate } from '@/grader/predicate'
import { data, edited, sessionOf } from './sessions'

const base = exerciseNamed('exit-137')

/** Is a goal with this check met by what a terminal shows for these lines? */
function isMet(check: Predicate, transcript: string): boolean {
  const goal = { id: 'goal', title: base.title, points: 1, after: [], check, hints: [], chapter: null }
  const exercise: Exercise = { ...base, goals: [goal], questions: [] }
  const { goals } = gradeSubmission(exercise, { transcripts: [transcript], files: {}, drawSeed: null }, data)
  return goals[0]?.met === true
}

const RUN = 'docker run -d --name web -p 8080:80 -e COLOR=blue -v data:/data --restart on-failure:3 nginx'
const DOCKERFILE = ["cat > Dockerfile <<'EOF'", 'FROM alpine', 'RUN echo one > /one', 'CMD ["cat", "/one"]', 'EOF']

const rows: readonly (readonly [string, Predicate, readonly string[], boolean])[] = [
  ['env of a container', { kind: 'reached', container: { env: { COLOR: 'b*' } } }, [RUN], true],
  ['another env', { kind: 'reached', container: { env: { COLOR: 'red' } } }, [RUN], false],
  ['a named volume', { kind: 'reached', container: { mounts: [{ name: 'data', target: '/data' }] } }, [RUN], true],
  ['restart policy', { kind: 'reached', container: { restart: 'on-failure:3' } }, [RUN], true],
  ['a container that does not fit', { kind: 'reached', container: { not: { image: 'nginx' } } }, [RUN], false],
  ['volume', { kind: 'reached', volume: { name: 'data', anonymous: false } }, [RUN], true],
  ['volume shown', { kind: 'shown', volume: { name: 'data' } }, [RUN, 'docker volume ls'], true],
  ['volume not shown', { kind: 'shown', volume: { name: 'data' } }, [RUN, 'docker ps'], false],
  [
    'network shown',
    { kind: 'shown', network: { name: 'lan', custom: true } },
    ['docker network create lan', 'docker network ls'],
    true,
  ],
  [
    'gone and shown',
    { kind: 'shownAbsent', network: { name: 'lan' } },
    ['docker network create lan', 'docker network rm lan', 'docker network ls'],
    true,
  ],
  [
    'gone, unseen',
    { kind: 'shownAbsent', network: { name: 'lan' } },
    ['docker network create lan', 'docker network rm lan'],
    false,
  ],
  [
    '[S13] what ran with --rm',
    { kind: 'happened', action: 'die', container: { image: 'alpine', autoRemove: true, exitCode: 3 } },
    ["docker run --rm alpine sh -c 'exit 3'"],
    true,
  ],
  [
    'a status asked for',
    { kind: 'status', code: 3, after: '*docker run*' },
    ["docker run alpine sh -c 'exit 3'", 'echo $?'],
    true,
  ],
  [
    'a status in the same line',
    { kind: 'status', code: 3, after: '*docker run*' },
    ["docker run alpine sh -c 'exit 3'; echo $?"],
    true,
  ],
  [
    'a status asked too late',
    { kind: 'status', code: 3 },
    ["docker run alpine sh -c 'exit 3'", 'docker ps', 'echo $?'],
    false,
  ],
  [
    'a refusal',
    { kind: 'refused', reason: 'name-conflict', container: { name: 'web' } },
    [RUN, 'docker run --name web alpine'],
    true,
  ],
  [
    'printed inside',
    { kind: 'printed', line: 'hello', in: { image: 'alpine' } },
    ['docker run alpine echo hello'],
    true,
  ],
  ['printed by the host', { kind: 'printed', line: 'hello', in: { image: 'alpine' } }, ['echo hello'], false],
  ['echoed by the host', { kind: 'printed', line: 'hello' }, ['echo hello'], false],
  [
    'many in one command',
    { kind: 'happened', action: 'destroy', atLeast: 2, container: {} },
    ['docker create alpine', 'docker create alpine', 'docker rm $(docker ps -aq)'],
    true,
  ],
  [
    'many, one by one',
    { kind: 'happened', action: 'destroy', atLeast: 2, container: {} },
    ['docker create --name aa alpine', 'docker create --name bb alpine', 'docker rm aa', 'docker rm bb'],
    false,
  ],
  [
    'an image of a build',
    { kind: 'reached', image: { name: 'one', from: 'alpine', exec: true, cmd: 'cat /one', files: { '/one': 'one' } } },
    [...DOCKERFILE, 'docker build -t one .'],
    true,
  ],
  [
    'a cached step',
    { kind: 'built', cached: ['RUN echo*'] },
    [...DOCKERFILE, 'docker build -t one .', 'docker build -t one .'],
    true,
  ],
  ['no cached step', { kind: 'built', cached: ['RUN echo*'] }, [...DOCKERFILE, 'docker build -t one .'], false],
  ['files of the host', { kind: 'reached', host: { files: { Dockerfile: 'FROM alpine*' } } }, DOCKERFILE, true],
  [
    '[S14] a line taken apart',
    { kind: 'shown', container: { name: 'web', status: 'exited' } },
    [RUN, 'docker stop web; docker ps -a'],
    true,
  ],
]

describe('predicates', () => {
  it.each(rows)('%s', (_name, check, script, expected) => {
    expect(isMet(check, sessionOf(script))).toBe(expected)
  })

  it('[S9] proves nothing by an output that was changed', () => {
    const check: Predicate = { kind: 'shown', container: { name: 'web', exitCode: 137 } }
    const text = sessionOf([RUN, 'docker stop web', 'docker ps -a'])
    expect(isMet(check, edited(text, 'Exited (0)', 'Exited (137)'))).toBe(false)
  })

  it('[S11] means two containers by two variables', () => {
    const check: Predicate = {
      kind: 'all',
      of: ['a', 'b'].map((as): Predicate => ({ kind: 'reached', container: { as, image: 'alpine' } })),
    }
    expect(isMet(check, sessionOf(['docker create alpine']))).toBe(false)
    expect(isMet(check, sessionOf(['docker create alpine', 'docker create alpine']))).toBe(true)
  })
})
