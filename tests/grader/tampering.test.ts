import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { PROFILE_20, PROFILE_28, PROFILE_TODAY } from '@/engine/profile'
import { checkTranscripts } from '@/grader/check'
import { data, recordingNamed, sessionOf } from './sessions'
import { type Edit, editsOf, KINDS as FIRST_KINDS } from './tampering'
import { FURTHER_KINDS } from './tampering-further'

const KINDS = { ...FIRST_KINDS, ...FURTHER_KINDS }

/** Sessions that show much of what can be contradicted. */
const SCRIPTS: readonly (readonly string[])[] = [
  [
    'docker pull nginx',
    'docker pull nginx',
    'docker run -d --name web -p 8080:80 nginx',
    'docker ps',
    'docker port web',
    "docker inspect -f '{{.State.Status}}' web",
    'docker stop web',
    'docker ps -a',
    "docker inspect -f '{{.State.ExitCode}}' web",
    'docker start web',
    'docker ps',
    'docker port web',
    'docker kill web',
    'echo $?',
    'docker ps -a',
    'docker inspect web',
    'docker rm web',
    'docker ps -a',
    'docker stop web',
    'echo $?',
    'docker images',
  ],
  [
    'docker run -d -P --name one nginx',
    'docker run -d -P --name two nginx',
    'docker ps',
    'docker port one',
    'docker ps',
    'docker exec one hostname',
    'docker restart one',
    'docker ps',
    'docker stop two',
    'docker ps -a',
    'docker rm two',
    'docker ps -a',
    'docker start two',
    'docker kill two',
    'docker inspect one',
    "docker inspect -f '{{.State.Running}}' one",
  ],
  [
    'docker volume create data',
    'docker volume create logs',
    'docker volume ls',
    'docker network create back',
    'docker network create front',
    'docker network ls',
    'docker run -d --name db --network back -v data:/data alpine sleep 1000',
    'docker ps',
    '@wait 90s',
    'docker ps',
    'docker pause db',
    'docker ps',
    'docker unpause db',
    'docker kill db',
    'docker ps -a',
    'docker volume ls',
    'docker network ls',
    'docker images',
  ],
  [
    'docker run -it --name shell ubuntu',
    'hostname',
    'echo hello',
    'exit 3',
    'echo $?',
    'docker ps -a',
    "docker inspect -f '{{.State.ExitCode}}' shell",
    'docker run alpine false',
    'echo $?',
    'docker ps -a',
    'docker run -d --name long ubuntu sleep 500',
    'docker ps -a',
    'docker stop long',
    'docker ps -a',
    'docker rm long',
    'docker ps -a',
  ],
  [
    'docker run -d --name site -p 8080:80 nginx',
    'docker run -d --name site nginx',
    'docker rm site',
    'docker pause site',
    'docker pause site',
    'docker unpause site',
    'docker images',
    'docker volume create notes',
    'docker volume ls',
    'docker volume rm notes',
    'docker volume ls',
    '@wait 20s',
    'docker run -d --name other alpine sleep 900',
    'docker inspect site',
    'docker images',
    'docker ps -a',
    'docker network create net',
    'docker network rm net',
    'docker network rm net',
    'docker stop site',
    'docker port site',
    'docker wait site',
    'docker ps -a',
    'docker kill other',
    'docker wait other',
    'docker ps -a',
    'docker images',
  ],
]

const sessions = [
  ...SCRIPTS.flatMap((script, index) =>
    [PROFILE_20, PROFILE_28, PROFILE_TODAY].flatMap((profile) =>
      [100, 200].map((seed) => sessionOf(script, { seed: seed + index, profile })),
    ),
  ),
  ...readdirSync(path.join(import.meta.dirname, '../conformance/recordings'))
    .filter((file) => /^\d.*\.txt$/.test(file))
    .map((file) => recordingNamed(file.replace(/\.txt$/, '')))
    .filter((text) => /docker (?:ps|volume ls|network ls)/.test(text)),
]

/** Edits of each kind: a part of them at every check, all 22 with `QUAI_TAMPERING=22` (some minutes). */
const perKind = Number(process.env.QUAI_TAMPERING ?? 6)

/** Edits that somebody in another window could explain. */
const FROM_OUTSIDE = new Set(['unexplained', 'inconsistent'])

function isFound(edit: Edit): boolean {
  const { steps } = checkTranscripts([edit.text], data)
  const step = steps.find((each) => each.line <= edit.line && edit.line <= each.endLine)
  return step !== undefined && FROM_OUTSIDE.has(step.verdict)
}

test('[J9] finds what contradicts the paste, at its step', () => {
  const table = Object.entries(KINDS).map(([kind, change], index) => {
    const edits = editsOf(kind, change, sessions, perKind, index + 1)
    const missed = edits.filter((edit) => !isFound(edit))
    return { kind, edits: edits.length, found: edits.length - missed.length, missed }
  })
  console.log(
    table
      .map(({ kind, edits, found }) => `${String(found).padStart(4)} of ${String(edits).padStart(3)}  ${kind}`)
      .join('\n'),
  )
  for (const { missed } of table)
    for (const edit of missed)
      console.log(`not found: ${edit.kind}, line ${edit.line}: ${edit.text.split('\n')[edit.line - 1]}`)
  const total = table.reduce((sum, row) => sum + row.edits, 0)
  const found = table.reduce((sum, row) => sum + row.found, 0)
  console.log(`${found} of ${total} edits found; ${perKind} of each kind, 22 with QUAI_TAMPERING=22`)
  expect(total).toBeGreaterThanOrEqual(perKind >= 22 ? 500 : 180)
  expect(table.filter((row) => row.edits > 0).length).toBeGreaterThanOrEqual(15)
  expect(found / total).toBeGreaterThanOrEqual(0.95)
})
