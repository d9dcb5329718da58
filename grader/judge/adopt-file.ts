import type { ReadStep } from '../read/transcript'
import type { Attempt } from './attempt'
import { writeOnHost } from './quietly'
import type { World } from './world'

/** A file the paste prints in full: `cat FILE` and nothing else. */
const CAT = /^(?:sudo )?cat ([\w./~-]{1,200})$/

/** The student's machine has a file that ours lacks, or has otherwise: edited in a window that no paste shows. */
export function adoptFile(world: World, step: ReadStep, attempt: Attempt): World | null {
  if (step.context !== 'host' || step.cut || attempt.doubts === 0) return null
  const name = CAT.exec(step.command.trim())?.[1]
  if (name === undefined || attempt.observed.length === 0) return null
  if (attempt.observed.some((line) => /^cat: /.test(line))) return null
  const home = `/home/${world.terminal.user}`
  const path = name.startsWith('~/') ? `${home}${name.slice(1)}` : name
  const full = path.startsWith('/') ? path : `${directoryOf(step, home)}/${path}`
  return { ...world, terminal: writeOnHost(world.terminal, full, `${attempt.observed.join('\n')}\n`) }
}

/** Where the prompt says the shell stands; the home folder where it does not say. */
function directoryOf(step: ReadStep, home: string): string {
  if (step.cwd === null || !/^[~/]/.test(step.cwd)) return home
  return step.cwd.replace(/^~/, home).replace(/\/$/, '')
}
