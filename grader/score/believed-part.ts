import { attachedSpace } from '@/shell/foreground'
import { type Episode, type History, isEvidence, isSilent } from './history'

/** Docker's clients, also behind `sudo`, in pipes and in substitutions. */
const DOCKER = /(?:^|[\s(|;&/`])(?:docker|podman)(?:\.exe)?(?:\s|$)/

/**
 * The part of a session that what was printed vouches for: up to the last output of Docker, or of a shell in a
 * container, that is believed, and what follows it as long as no command of Docker lacks its output or contradicts it;
 * where no such output is believed, up to Docker's first command. Commands alone are what somebody meant to type, not
 * what a machine did.
 */
export function believedPart(history: History): History {
  const end = endOfBelieved(history)
  return end < 0 ? history : history.slice(0, end)
}

/** The command from which on nothing counts, null where everything may. */
export function firstUnshown(history: History): Episode | null {
  return history[endOfBelieved(history)] ?? null
}

function endOfBelieved(history: History): number {
  const last = history.findLastIndex((episode) => isVoucher(episode) && isEvidence(episode))
  return history.findIndex((episode, index) => index > last && isVoucher(episode) && (last < 0 || isUnshown(episode)))
}

function isVoucher({ command, before }: Episode): boolean {
  return DOCKER.test(command) || attachedSpace(before.state, before.console) !== 'host'
}

function isUnshown(episode: Episode): boolean {
  if (episode.verdict === 'inconsistent') return true
  return isSilent(episode) && episode.predicted.some((line) => line.trim() !== '')
}
