import { attachedSpace } from '@/shell/foreground'
import type { Terminal } from '@/shell/terminal'
import type { Draw } from '../quiz/draw'
import { shuffle } from '../quiz/draw'
import { readDockerLine, type Word, writeDockerLine } from './docker-line'
import type { LineChange } from './rehearse'

/** Another way of typing the same thing, or something harmless beside it. */
export type LineDisguise = (draw: Draw, spare: string) => LineChange

function isHost(terminal: Terminal): boolean {
  return attachedSpace(terminal.state, terminal.console) === 'host'
}

const OF_CONTAINERS =
  'attach|commit|cp|create|diff|exec|export|inspect|kill|logs|pause|port|rename|restart|rm|run|start|stats|stop|top|unpause|update|wait'
const OF_IMAGES = 'build|history|import|load|pull|push|save|tag'
const MANAGED: readonly (readonly [RegExp, string])[] = [
  [/\bdocker ps\b/g, 'docker container ls'],
  [/\bdocker images\b/g, 'docker image ls'],
  [/\bdocker rmi\b/g, 'docker image rm'],
  [new RegExp(`\\bdocker (${OF_CONTAINERS})\\b`, 'g'), 'docker container $1'],
  [new RegExp(`\\bdocker (${OF_IMAGES})\\b`, 'g'), 'docker image $1'],
]

const managementNames: LineDisguise = () => (line, terminal) => {
  if (!isHost(terminal) || (/\bdocker inspect\b/.test(line) && !isOfContainer(line, terminal))) return [line]
  return [MANAGED.reduce((text, [pattern, other]) => text.replace(pattern, other), line)]
}

/** `docker inspect` finds anything; `docker container inspect` containers only. */
function isOfContainer(line: string, terminal: Terminal): boolean {
  const last = readDockerLine(line)?.rest.at(-1)?.text
  return terminal.state.containers.some((container) => container.name === last)
}

const LONG: Readonly<Record<string, string>> = {
  '-d': '--detach',
  '-p': '--publish',
  '-v': '--volume',
  '-e': '--env',
  '-h': '--hostname',
  '-u': '--user',
  '-w': '--workdir',
  '-m': '--memory',
  '-it': '--interactive --tty',
  '-ti': '--interactive --tty',
}

const longFlags: LineDisguise = () =>
  onCreate((flags) =>
    flags.map(([flag, value]) => {
      if (flag === undefined) return []
      const long = LONG[flag.text] ?? flag.text
      return [
        value === undefined || !long.startsWith('--')
          ? { ...flag, text: long }
          : { ...flag, text: `${long}=${value.text}` },
        ...(value !== undefined && !long.startsWith('--') ? [value] : []),
      ]
    }),
  )

const flagOrder: LineDisguise = (draw) => onCreate((flags) => shuffle(flags, draw))

function onCreate(change: (flags: readonly (readonly Word[])[]) => readonly (readonly Word[])[]): LineChange {
  return (line, terminal) => {
    const read = isHost(terminal) ? readDockerLine(line) : null
    if (read === null || !['run', 'create'].includes(read.subcommand)) return [line]
    return [writeDockerLine({ ...read, flags: change(read.flags) })]
  }
}

const BY_ID = new Set([
  'stop',
  'start',
  'kill',
  'rm',
  'logs',
  'exec',
  'attach',
  'port',
  'top',
  'restart',
  'pause',
  'unpause',
  'wait',
  'diff',
  'commit',
  'rename',
])

/** Whoever types an id has seen it: what `run -d` did not print is looked up first. */
const idForName: LineDisguise = (draw) => {
  const looked = new Set<string>()
  return (line, terminal) => {
    const read = isHost(terminal) ? readDockerLine(line) : null
    if (read === null || !BY_ID.has(read.subcommand)) return [line]
    const [name, ...rest] = read.rest
    const container = terminal.state.containers.find((one) => one.name === name?.text)
    if (name === undefined || container === undefined) return [line]
    const digits = container.id.slice(0, draw(2) === 0 ? 12 : 5)
    const isSeen = !container.config.AttachStdout || looked.has(container.id)
    looked.add(container.id)
    return [
      ...(isSeen ? [] : ['docker ps -a']),
      writeDockerLine({ ...read, rest: [{ ...name, text: digits }, ...rest] }),
    ]
  }
}

const TYPOS = [
  'docker pss -a',
  'dokcer ps',
  'docker stop no-such-one',
  'docker run --nmae x alpine',
  'docker rm',
  'lss',
]

const failedTypos: LineDisguise = (draw) => (line, terminal) => {
  if (!isHost(terminal) || line.includes('$?') || draw(3) > 0) return [line]
  return [TYPOS[draw(TYPOS.length)] ?? 'docker pss', line]
}

const HARMLESS = [
  'docker images',
  'docker ps',
  'ls',
  'docker network ls',
  'docker volume ls',
  'docker version',
  'pwd',
  'date',
]

const detours: LineDisguise = (draw) => (line, terminal) => {
  if (!isHost(terminal) || line.includes('$?') || draw(3) > 0) return [line]
  return [HARMLESS[draw(HARMLESS.length)] ?? 'ls', line]
}

const extraContainers: LineDisguise = (draw, spare) => {
  let isFirst = true
  return (line, terminal) => {
    if (!isFirst || !isHost(terminal)) return [line]
    isFirst = false
    return [draw(2) === 0 ? `docker run -d --name spare-one ${spare}` : `docker create ${spare}`, line]
  }
}

/** By name; `spare` is an image that the exercise does not speak of. */
export const LINE_DISGUISES: Readonly<Record<string, LineDisguise>> = {
  'management names': managementNames,
  'long flags with =': longFlags,
  'flags in another order': flagOrder,
  'ids for names': idForName,
  'failed typos': failedTypos,
  'harmless commands': detours,
  'another container': extraContainers,
}
