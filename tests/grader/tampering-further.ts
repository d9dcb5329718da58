import { commandOf, type Edited, isContainerRow, type Kind, PLAIN_PS_ALL, rewrite, shownBefore } from './tampering'

const REFUSED = /^Error response from daemon: /

/** A command of Docker's own that prints back the names it was given. */
const PRINTS_BACK = /^docker (?:rm|pause|unpause|volume rm|network rm) (\S+)$/

/** Seconds that an age in a row tells, its first one: `CREATED`. */
function createdAgo(row: string): number {
  const [, count = '0', unit = ''] = / (\d+) (second|minute|hour)s? ago/.exec(row) ?? []
  return Number(count) * (unit === 'hour' ? 3_600 : unit === 'minute' ? 60 : 1)
}

/** Size of an image in a listing, at the row's end. */
const SIZE = /\b(\d+(?:\.\d+)?)(?=[kMG]B$)/

/** Lines of which the same listing was shown before with the same id, name and size. */
function sameImageBefore(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? ''
  const id = / ([0-9a-f]{12}) /.exec(line)?.[1]
  return (
    id !== undefined && SIZE.test(line) && lines.slice(0, index).some((each) => each.includes(id) && SIZE.test(each))
  )
}

function insert(lines: readonly string[], after: number, line: string): Edited {
  return { lines: lines.toSpliced(after + 1, 0, line), line: after + 2 }
}

function oneOf<T>(list: readonly T[], dice: (limit: number) => number): T | undefined {
  return list[dice(Math.max(1, list.length))]
}

/** Further edits: orders, repetitions, sizes and forms that no Docker prints, and successes that were refused. */
export const FURTHER_KINDS: Readonly<Record<string, Kind>> = {
  'row printed twice': (lines, dice) => {
    const at = oneOf(
      lines.flatMap((_, index) => (isContainerRow(lines, index, PLAIN_PS_ALL) ? [index] : [])),
      dice,
    )
    return at === undefined ? null : insert(lines, at, lines[at] ?? '')
  },
  'older container above a younger one': (lines, dice) => {
    const at = oneOf(
      lines.flatMap((line, index) =>
        isContainerRow(lines, index, PLAIN_PS_ALL) &&
        isContainerRow(lines, index + 1, PLAIN_PS_ALL) &&
        createdAgo(lines[index + 1] ?? '') > createdAgo(line) + 3
          ? [index]
          : [],
      ),
      dice,
    )
    return at === undefined
      ? null
      : { lines: lines.with(at, lines[at + 1] ?? '').with(at + 1, lines[at] ?? ''), line: at + 1 }
  },
  'size of an image that changed': (lines, dice) =>
    rewrite(lines, dice, (line, index) =>
      /^docker images$/.test(commandOf(lines, index)) && sameImageBefore(lines, index)
        ? line.replace(SIZE, (size) => String(Number(size) * 2))
        : null,
    ),
  'id of an image that changed': (lines, dice) =>
    rewrite(lines, dice, (line, index) =>
      /^docker images$/.test(commandOf(lines, index)) && sameImageBefore(lines, index)
        ? line.replace(/ [0-9a-f]{12} /, (id) => [...id].toReversed().join(''))
        : null,
    ),
  'port number that does not exist': (lines, dice) =>
    rewrite(lines, dice, (line, index) =>
      isContainerRow(lines, index, /^docker ps(?: -a)?$/) ? line.replaceAll(/:\d{2,5}->/g, ':78080->') : null,
    ),
  'stopped container with its port': (lines, dice) =>
    rewrite(lines, dice, (line, index) => {
      if (!isContainerRow(lines, index, PLAIN_PS_ALL) || !/Exited \((?:0|137|143)\)/.test(line)) return null
      const gap = / {12,}(?=\S+$)/.exec(line)
      const ports = '0.0.0.0:8080->80/tcp'
      return gap === null ? null : `${line.slice(0, gap.index)}   ${ports}   ${line.slice(gap.index + gap[0].length)}`
    }),
  'refused command that succeeded': (lines, dice) =>
    rewrite(lines, dice, (line, index) => {
      const subject = PRINTS_BACK.exec(commandOf(lines, index))?.[1]
      return subject !== undefined && REFUSED.test(line) && shownBefore(lines, index - 1, subject) ? subject : null
    }),
  'name taken twice': (lines, dice) => {
    const conflicts = lines.flatMap((line, index) =>
      /^docker: Error response from daemon: Conflict\. The container name/.test(line) ? [index] : [],
    )
    const at = oneOf(conflicts, dice)
    if (at === undefined) return null
    const end = lines.findIndex((line, index) => index > at && /^student@/.test(line))
    const id = Array.from({ length: 64 }, () => dice(16).toString(16)).join('')
    return { lines: lines.toSpliced(at, end - at, id), line: at + 1 }
  },
  'removed volume listed again': (lines, dice) => {
    const lists = lines.flatMap((line, index) => {
      if (!/^DRIVER/.test(line) || commandOf(lines, index) !== 'docker volume ls') return []
      const removed = lines.findLastIndex((each, at) => at < index && / docker volume rm \S+$/.test(each))
      const name = / docker volume rm (\S+)$/.exec(lines[removed] ?? '')?.[1]
      return name !== undefined && lines[removed + 1] === name ? [{ index, name }] : []
    })
    const chosen = oneOf(lists, dice)
    return chosen === undefined ? null : insert(lines, chosen.index, `local     ${chosen.name}`)
  },
  'status given by docker wait': (lines, dice) =>
    rewrite(lines, dice, (line, index) =>
      /^docker wait \S+$/.test(commandOf(lines, index)) && /^\d+$/.test(line) ? String((Number(line) + 3) % 256) : null,
    ),
  'port of a stopped container': (lines, dice) => {
    const asked = lines.flatMap((line, index) =>
      /docker port \S+$/.test(line) && /docker stop/.test(lines[index - 2] ?? '') ? [index] : [],
    )
    const at = oneOf(asked, dice)
    return at === undefined ? null : insert(lines, at, '80/tcp -> 0.0.0.0:8080')
  },
  'id of a wrong length': (lines, dice) =>
    rewrite(lines, dice, (line, index) =>
      /^docker (?:run -d|create) /.test(commandOf(lines, index)) && /^[0-9a-f]{64}$/.test(line)
        ? line.slice(0, -1 - dice(3))
        : null,
    ),
  'address that does not exist': (lines, dice) =>
    rewrite(lines, dice, (line, index) =>
      /^docker inspect\b/.test(commandOf(lines, index))
        ? line.replace(/(?<="IPAddress": ")(\d+\.\d+)\.\d+\.\d+/, '$1.300.2')
        : null,
    ),
  'running process without a number': (lines, dice) =>
    rewrite(lines, dice, (line, index) =>
      /^docker inspect \S+$/.test(commandOf(lines, index)) ? line.replace(/^( +"Pid": )[1-9]\d*,$/, '$10,') : null,
    ),
}
