import { loadHub } from '@/course/hub/load-hub'
import { nodeFiles } from '@/course/source/node-files'
import { deepFreeze } from '@/engine/deep-freeze'
import { PROFILE_20 } from '@/engine/profile'
import { openTerminal } from '@/shell/open-terminal'
import { execute, type Key, pressKey, type Terminal } from '@/shell/terminal'

const hub = loadHub(nodeFiles('content'))

/** A machine that has pulled the images, deeply frozen. */
export function machineWith(images: readonly string[], files: Readonly<Record<string, string>> = {}): Terminal {
  const terminal = images.reduce(
    (current, image) => execute(current, `docker pull -q ${image}`).terminal,
    openTerminal({ hub, profile: PROFILE_20, files }),
  )
  deepFreeze(terminal.state)
  return terminal
}

function keyOf(line: string): Key | undefined {
  return (['^C', '^D', '^P^Q', '^Z'] as const).find((key) => key === line)
}

/** Types the lines (`^C`, `^D`, `^P^Q`, `^Z` are those keys): what the last one showed, and its status. Times of the day
 * read TIME: how long a command takes on the virtual clock is no part of what is tested. */
export function lastShown(
  terminal: Terminal,
  lines: readonly string[],
): { readonly output: string; readonly exitCode: number | null } {
  let current = terminal
  let shown = { output: '', exitCode: null as number | null }
  for (const [index, line] of lines.entries()) {
    const key = keyOf(line)
    const followedByKey = keyOf(lines[index + 1] ?? '') !== undefined
    const step = key === undefined ? execute(current, line, { followedByKey }) : pressKey(current, key)
    current = step.terminal
    deepFreeze(current.state)
    shown = { output: timeless(step.output), exitCode: step.exitCode }
  }
  return shown
}

function timeless(text: string): string {
  return text.replace(/(?<=[ T:-]|^)\d\d:\d\d:\d\d(?:\.\d+)?(?=[ \])]|--|$)/gm, 'TIME')
}
