import { openFiles } from '@/engine/files/space-view'
import { joinPath, splitPath } from '@/engine/files/tree'
import { directoryOf } from '@/shell/foreground'
import type { ReadStep } from '../read/transcript'
import type { Attempt } from './attempt'
import { writeOnHost } from './quietly'
import type { World } from './world'

const BUILD = /\bdocker (?:image |builder |buildx )?build\b/
const MISSING = /no such file or directory|not found/

/** The folder behind which a build line ends, before a pipe or another command. */
const CONTEXT = /\s(\.{1,2}|[\w~./-]{1,200})\s{0,9}(?:[>|;&]|$)/

/**
 * A build finds files that ours does not: what was handed in beside the session was edited in the folder that is built,
 * while ours lie in the home folder. They are put there too.
 */
export function adoptHandedIn(world: World, step: ReadStep, attempt: Attempt): World | null {
  if (step.context !== 'host' || !BUILD.test(step.command)) return null
  if (!tellsOfMissing(attempt.predicted) || tellsOfMissing(attempt.observed)) return null
  const { terminal } = world
  const home = `/home/${terminal.user}`
  const folder = contextOf(step.command, directoryOf(terminal.state, terminal.console) ?? home)
  const view = openFiles({ state: terminal.state }, 'host', terminal.user)
  const handed = view.list(home)
  if (folder === home || !handed.ok) return null
  const adopted = handed.value.reduce((current, name) => {
    const file = view.read(`${home}/${name}`)
    const isNew = file.ok && file.value.kind === 'text' && !view.read(`${folder}/${name}`).ok
    return isNew ? writeOnHost(current, `${folder}/${name}`, file.value.text) : current
  }, terminal)
  return adopted === terminal ? null : { ...world, terminal: adopted }
}

function tellsOfMissing(lines: readonly string[]): boolean {
  return lines.some((line) => MISSING.test(line.slice(0, 1_000)))
}

function contextOf(command: string, here: string): string {
  const context = CONTEXT.exec(command.slice(0, 4_000))?.[1] ?? '.'
  return joinPath(splitPath(context.startsWith('/') ? context : `${here}/${context}`))
}
