/** One edit of a session that no real machine could have produced, and the line on which it stands. */
export interface Edit {
  readonly kind: string
  readonly text: string
  /** Line (from 1) of the edited text where the contradiction stands. */
  readonly line: number
}

/** A source of numbers that a seed determines: below `limit`, from 0. */
export type Dice = (limit: number) => number

export function diceOf(seed: number): Dice {
  let state = (seed * 2_654_435_761) >>> 0 || 1
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * limit)
  }
}

export type Edited = { readonly lines: readonly string[]; readonly line: number } | null
export type Kind = (lines: readonly string[], dice: Dice) => Edited

const PROMPT = /^student@host:\S*\$ (.*)$/
export const ROW = /^[0-9a-f]{12} {3}/
const HEX = '0123456789abcdef'

export function randomId(dice: Dice, length: number): string {
  return Array.from({ length }, () => HEX[dice(16)] ?? '0').join('')
}

/** Index of the command whose output a line is part of, or -1. */
function commandAt(lines: readonly string[], index: number): number {
  for (let at = index - 1; at >= 0; at -= 1) if (PROMPT.test(lines[at] ?? '')) return at
  return -1
}

export function commandOf(lines: readonly string[], index: number): string {
  return PROMPT.exec(lines[commandAt(lines, index)] ?? '')?.[1] ?? ''
}

/** Rewrites one of the lines that a rule can rewrite. */
export function rewrite(
  lines: readonly string[],
  dice: Dice,
  rule: (line: string, index: number) => string | null,
): Edited {
  const found = lines.flatMap((line, index) => {
    const next = rule(line, index)
    return next === null || next === line ? [] : [{ index, next }]
  })
  const chosen = found[dice(Math.max(1, found.length))]
  if (!chosen) return null
  return { lines: lines.map((line, index) => (index === chosen.index ? chosen.next : line)), line: chosen.index + 1 }
}

/** Takes out one of the lines that a test accepts; the contradiction stands at its command. */
export function remove(
  lines: readonly string[],
  dice: Dice,
  accepts: (line: string, index: number) => boolean,
): Edited {
  const found = lines.flatMap((line, index) => (accepts(line, index) ? [index] : []))
  const at = found[dice(Math.max(1, found.length))]
  if (at === undefined) return null
  return { lines: lines.filter((_, index) => index !== at), line: commandAt(lines, at) + 1 }
}

export function isContainerRow(lines: readonly string[], index: number, command: RegExp): boolean {
  return ROW.test(lines[index] ?? '') && command.test(commandOf(lines, index))
}

export const PLAIN_PS_ALL = /^docker ps -a$/
const PS = /^docker (?:ps|container ls)(?: -a)?$/

export function shownBefore(lines: readonly string[], index: number, text: string): boolean {
  return lines.slice(0, index).some((line) => line.includes(text))
}

/** A cell changed, with the columns behind it kept in place. */
export function inPlace(line: string, from: string, to: string): string {
  const at = line.indexOf(from)
  const rest = line.slice(at + from.length)
  const blanks = /^ */.exec(rest)?.[0].length ?? 0
  const wanted = Math.max(rest.length === blanks ? 0 : 3, blanks + from.length - to.length)
  return line.slice(0, at) + to + ' '.repeat(wanted) + rest.slice(blanks)
}

export const KINDS: Readonly<Record<string, Kind>> = {
  'exit code in a listing': (lines, dice) =>
    rewrite(lines, dice, (line, index) => {
      const code = /Exited \((\d+)\)/.exec(line)
      if (!code || !isContainerRow(lines, index, PS)) return null
      return line.replace(code[0], `Exited (${[0, 1, 137, 143].filter((each) => String(each) !== code[1])[dice(3)]})`)
    }),
  'running instead of ended': (lines, dice) =>
    rewrite(lines, dice, (line, index) => {
      const status = /Exited \(\d+\) (\S.*?) ago/.exec(line)
      if (!status || !isContainerRow(lines, index, PLAIN_PS_ALL)) return null
      return inPlace(line, status[0], `Up ${status[1]}`)
    }),
  'ended instead of running': (lines, dice) =>
    rewrite(lines, dice, (line, index) => {
      const status = / Up (.*?\S)(?= {3}|$)/.exec(line)
      if (!status || !isContainerRow(lines, index, PS) || status[0].includes('(')) return null
      return inPlace(line, status[0].trim(), `Exited (0) ${status[1]} ago`)
    }),
  'missing row': (lines, dice) => remove(lines, dice, (_, index) => isContainerRow(lines, index, PLAIN_PS_ALL)),
  'foreign id in a listing': (lines, dice) =>
    rewrite(lines, dice, (line, index) =>
      isContainerRow(lines, index, PS) && shownBefore(lines, index, line.slice(0, 12))
        ? randomId(dice, 12) + line.slice(12)
        : null,
    ),
  'ids of two rows swapped': (lines, dice) => {
    const found = lines.flatMap((_, index) =>
      isContainerRow(lines, index, PLAIN_PS_ALL) &&
      isContainerRow(lines, index + 1, PLAIN_PS_ALL) &&
      [index, index + 1].every((at) => shownBefore(lines, index - 1, (lines[at] ?? '').slice(0, 12)))
        ? [index]
        : [],
    )
    const at = found[dice(Math.max(1, found.length))]
    if (at === undefined) return null
    const [a = '', b = ''] = [lines[at], lines[at + 1]]
    return {
      lines: lines.with(at, b.slice(0, 12) + a.slice(12)).with(at + 1, a.slice(0, 12) + b.slice(12)),
      line: at + 1,
    }
  },
  'published port changed': (lines, dice) =>
    rewrite(lines, dice, (line, index) => {
      const port = /:(\d{2,5})->/.exec(line)?.[1]
      if (port === undefined || !isContainerRow(lines, index, PS) || !shownBefore(lines, index, port)) return null
      return line.replaceAll(`:${port}->`, `:${Number(port) + 1 + dice(8)}->`)
    }),
  'port named by docker port': (lines, dice) =>
    rewrite(lines, dice, (line, index) => {
      const port = /^80\/tcp -> \S*:(\d+)$/.exec(line)?.[1]
      if (
        port === undefined ||
        !/^docker port \S+$/.test(commandOf(lines, index)) ||
        !shownBefore(lines, commandAt(lines, index), port)
      )
        return null
      return line.replace(/\d+$/, String(Number(port) + 3))
    }),
  'name of a named container': (lines, dice) =>
    rewrite(lines, dice, (line, index) => {
      const name = /(\S+)$/.exec(line)?.[1] ?? ''
      if (
        !isContainerRow(lines, index, PS) ||
        !lines.some((each) => each.includes(`--name ${name} `) || each.includes(`--name=${name} `))
      )
        return null
      return `${line.slice(0, line.length - name.length)}${name}${HEX[10 + dice(6)]}`
    }),
  'success instead of an error': (lines, dice) =>
    rewrite(lines, dice, (line, index) => {
      const subject = /No such container: (\S+)$/.exec(line)?.[1]
      if (subject === undefined || !/^docker (?:stop|start|kill|restart) \S+$/.test(commandOf(lines, index)))
        return null
      return shownBefore(lines, index, 'docker ps -a') ? subject : null
    }),
  'an error instead of success': (lines, dice) =>
    rewrite(lines, dice, (line, index) =>
      /^docker (?:stop|start|kill|restart|pause) \S+$/.test(commandOf(lines, index)) &&
      commandOf(lines, index).endsWith(` ${line}`)
        ? `Error response from daemon: No such container: ${line}`
        : null,
    ),
  'another name printed back': (lines, dice) =>
    rewrite(lines, dice, (line, index) =>
      /^docker (?:stop|start|kill|restart|rm) \S+$/.test(commandOf(lines, index)) &&
      commandOf(lines, index).endsWith(` ${line}`)
        ? `${line}${HEX[dice(16)]}`
        : null,
    ),
  'younger than its state': (lines, dice) =>
    rewrite(lines, dice, (line, index) => {
      const status = /(Up |Exited \(\d+\) )(?:\d+ seconds?|Less than a second)/.exec(line)
      if (!status || !isContainerRow(lines, index, PS) || !/(?:second|a second) ago/.test(line.slice(0, status.index)))
        return null
      return inPlace(line, status[0], `${status[1]}${3 + dice(9)} hours`)
    }),
  'status that no Docker prints': (lines, dice) =>
    rewrite(lines, dice, (line, index) => {
      const status = /Exited \(\d+\) \S.*? ago| Up .*?\S(?= {3}|$)/.exec(line)
      if (!status || !isContainerRow(lines, index, PS)) return null
      const strange = ['Exited (300) 5 seconds ago', 'Running 5 seconds', 'Up 75 seconds', 'Stopped (0) 2 seconds ago']
      return inPlace(line, status[0].trim(), strange[dice(strange.length)] ?? '')
    }),
  'digest of another pull': (lines, dice) =>
    rewrite(lines, dice, (line, index) => {
      const digest = /^Digest: sha256:([0-9a-f]{64})$/.exec(line)?.[1]
      if (digest === undefined || !shownBefore(lines, index, digest)) return null
      return `Digest: sha256:${randomId(dice, 64)}`
    }),
  'digest of a wrong length': (lines, dice) =>
    rewrite(lines, dice, (line) => (/^Digest: sha256:[0-9a-f]{64}$/.test(line) ? line.slice(0, -1 - dice(3)) : null)),
  'missing volume': (lines, dice) =>
    remove(
      lines,
      dice,
      (line, index) => /^local {5}\S/.test(line) && /^docker volume ls$/.test(commandOf(lines, index)),
    ),
  'missing network': (lines, dice) =>
    remove(
      lines,
      dice,
      (line, index) =>
        ROW.test(line) &&
        /^docker network ls$/.test(commandOf(lines, index)) &&
        !/ (?:bridge|host|none) {2,}\S+ {2,}local$/.test(line.slice(12)),
    ),
  'missing image': (lines, dice) =>
    remove(lines, dice, (line, index) => {
      const name = /^(\S+) {3,}\S+ {3,}[0-9a-f]{12}/.exec(line)?.[1]
      return (
        name !== undefined &&
        /^docker images$/.test(commandOf(lines, index)) &&
        shownBefore(lines, index, `newer image for ${name}:`)
      )
    }),
  'other image of a container': (lines, dice) =>
    rewrite(lines, dice, (line, index) => {
      const image = /^[0-9a-f]{12} {3}([a-z]{4,})(?= )/.exec(line)?.[1]
      if (image === undefined || !isContainerRow(lines, index, PS)) return null
      return inPlace(line, image, image === 'httpd' ? 'nginx' : 'httpd')
    }),
  'inspect that contradicts': (lines, dice) =>
    rewrite(lines, dice, (line, index) => {
      const command = commandOf(lines, index)
      if (!/^docker inspect (?:-f|--format) '\{\{\.State\.(?:Status|ExitCode|Running)\}\}' \S+$/.test(command))
        return null
      if (/^\d+$/.test(line)) return String(Number(line) + 1 + dice(5))
      if (line === 'true' || line === 'false') return line === 'true' ? 'false' : 'true'
      return line === 'running' ? 'exited' : line === 'exited' ? 'running' : null
    }),
  'inspected document that contradicts': (lines, dice) =>
    rewrite(lines, dice, (line, index) => {
      if (!/^docker inspect \S+$/.test(commandOf(lines, index))) return null
      if (/^\s+"ExitCode": \d+,$/.test(line)) return line.replace(/\d+/, (code) => (code === '3' ? '4' : '3'))
      if (/^\s+"Running": (?:true|false),$/.test(line))
        return line.includes('true') ? line.replace('true', 'false') : line.replace('false', 'true')
      return /^ {8}"Id": "[0-9a-f]{64}",$/.test(line) ? line.replace(/[0-9a-f]{64}/, randomId(dice, 64)) : null
    }),
  'exit status of the shell': (lines, dice) =>
    rewrite(lines, dice, (line, index) =>
      commandOf(lines, index) === 'echo $?' && /^\d{1,3}$/.test(line)
        ? String((Number(line) + 1 + dice(100)) % 256)
        : null,
    ),
  'hostname that is not the id': (lines, dice) =>
    rewrite(lines, dice, (line, index) => {
      const command = lines[index - 1] ?? ''
      return /^[0-9a-f]{12}$/.test(line) &&
        /(?:[#$] |exec \S+ )hostname$/.test(command) &&
        shownBefore(lines, index, line)
        ? randomId(dice, 12)
        : null
    }),
  'prompt of another container': (lines, dice) =>
    rewrite(lines, dice, (line, index) => {
      const id = /^root@([0-9a-f]{12}):/.exec(line)?.[1]
      if (id === undefined || !shownBefore(lines, index, `@${id}`) || !/# \S/.test(line)) return null
      return line.replace(id, randomId(dice, 12))
    }),
  'removed container listed again': (lines, dice) =>
    rewrite(lines, dice, (line, index) => {
      const removed = lines.slice(0, index).flatMap((each) => /^student@\S+ docker rm (\S+)$/.exec(each)?.[1] ?? [])
      const row = lines
        .slice(0, index)
        .find((each) => ROW.test(each) && removed.some((name) => each.endsWith(` ${name}`)))
      if (row === undefined || !line.startsWith('CONTAINER ID') || !PLAIN_PS_ALL.test(commandOf(lines, index)))
        return null
      const removal = lines.findLastIndex(
        (each, at) => at < index && each.includes(`docker rm ${row.trim().split(' ').at(-1)}`),
      )
      const again = lines.slice(removal, index).some((each) => each.includes('docker run'))
      return again || !lines.slice(0, removal).some((each) => PLAIN_PS_ALL.test(PROMPT.exec(each)?.[1] ?? ''))
        ? null
        : `${line}\n${row}`
    }),
}

/** Up to `count` different edits of one kind over some sessions. */
export function editsOf(
  kind: string,
  change: Kind,
  sessions: readonly string[],
  count: number,
  seed: number,
): readonly Edit[] {
  const edits = new Map<string, Edit>()
  for (let round = 0; round < count * 12 && edits.size < count; round += 1) {
    const dice = diceOf(seed * 1_000 + round)
    const session = sessions[dice(sessions.length)] ?? ''
    const edited = change(session.split('\n'), dice)
    if (edited) edits.set(edited.lines.join('\n'), { kind, text: edited.lines.join('\n'), line: edited.line })
  }
  return [...edits.values()]
}
