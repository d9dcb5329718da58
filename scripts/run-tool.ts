import { Refusal, reasonOf } from './refusal'

/** How a refusal or a bug is told to the person in front of the terminal: a sentence and what to do, never a stack. */
export function tell(thrown: unknown): string {
  if (thrown instanceof Refusal) return `${thrown.message}\n${thrown.advice}`
  return `Something went wrong that should not: ${reasonOf(thrown)}\nSet QUAI_DEBUG=1 and run it again to see where.`
}

/** Runs a command-line tool and ends the process with 0, or with 1 and the reason on stderr. */
export async function runTool(work: () => Promise<void>): Promise<void> {
  try {
    await work()
    process.exit(0)
  } catch (thrown) {
    console.error(tell(thrown))
    if (process.env.QUAI_DEBUG) console.error(thrown)
    process.exit(1)
  }
}
