import { describe, expect, it } from 'vitest'
import { loadPrintedIds } from '@/course/printed-ids'
import { nodeFiles } from '@/course/source/node-files'
import { checkTranscripts } from '@/grader/check'
import { createdIds, shownIds } from '@/grader/provenance/container-ids'
import { printedIdHash } from '@/grader/provenance/printed-id'
import { comparableIds, type ProvenanceFinding, provenanceOf } from '@/grader/provenance/report'
import { data, edited, lineOf, recordingNamed, sessionOf } from './sessions'

const OLD = recordingNamed('056-nginx-dynamic-port')
const NOTHING = { isPrinted: () => false, isShared: () => false }

function stepsOf(text: string) {
  return checkTranscripts([text], data).steps
}

function kinds(findings: readonly ProvenanceFinding[]): readonly string[] {
  return findings.map(({ kind, line }) => `${kind} ${line}`)
}

describe('the provenance of a paste', () => {
  it('[P1] finds nothing in a genuine recording', () => {
    expect(provenanceOf(stepsOf(OLD), NOTHING)).toEqual([])
  })

  it('[P2] tells an impossible output with its line', () => {
    const copy = edited(OLD, 'Exited (0)', 'Exited (3)')
    expect(kinds(provenanceOf(stepsOf(copy), NOTHING))).toEqual([`impossible ${lineOf(copy, 'Exited (3)')}`])
  })

  it('[P3] compares ids that Docker printed at a creation, and no others', () => {
    const steps = stepsOf(OLD)
    const [created] = createdIds(steps)
    expect(created?.id).toMatch(/^724e45611210[0-9a-f]{52}$/)
    const shared: string[] = []
    const findings = provenanceOf(steps, { ...NOTHING, isShared: (id) => shared.push(id) > 0 })
    expect(kinds(findings)).toEqual([`shared-id ${lineOf(OLD, '$ docker run')}`])
    expect(shared).toEqual(comparableIds(steps).map(({ id }) => id))
  })

  it('[P3] leaves ids of our own terminal out', () => {
    const steps = stepsOf(sessionOf(['docker run -d nginx', 'docker ps']))
    expect(createdIds(steps)).toHaveLength(1)
    expect(comparableIds(steps)).toEqual([])
  })

  it('[P4] knows ids of the course’s pages wherever a container’s id stands, and never an image’s', () => {
    const text = [
      'zoe@pc:~$ docker images',
      'REPOSITORY   TAG       IMAGE ID       CREATED        SIZE',
      'nginx        latest    0123456789ab   2 months ago   133MB',
      'zoe@pc:~$ docker run -it ubuntu bash',
      'root@c1c43fcdb5ed:/# exit',
      'zoe@pc:~$ docker ps -a',
      'CONTAINER ID   IMAGE     COMMAND   CREATED          STATUS                     PORTS     NAMES',
      'c1c43fcdb5ed   ubuntu    "bash"    10 seconds ago   Exited (0) 2 seconds ago             funny_goldberg',
      'zoe@pc:~$ ',
    ].join('\n')
    expect(shownIds(stepsOf(text)).map(({ id }) => id)).toEqual(['c1c43fcdb5ed'])
    const findings = provenanceOf(stepsOf(text), { ...NOTHING, isPrinted: () => true })
    expect(kinds(findings)).toEqual(['course-id 5'])
  })

  it('[P4] has the ids of the notes and of the chapters’ examples, hashed', () => {
    const printed = loadPrintedIds(nodeFiles('content'), [])
    expect(printed.size).toBeGreaterThan(40)
    expect(printed.has(printedIdHash('c1c43fcdb5ed'))).toBe(true)
    expect(printed.has(printedIdHash('724e45611210'))).toBe(false)
  })
})
