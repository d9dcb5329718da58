import { db } from './db'

const WINDOW_MS = 15 * 60_000
/** For one e-mail address: above what a forgetful person types, far below what guessing needs. */
const FAILURES_PER_EMAIL_MAX = 10
/** For one network address: a whole lecture hall may share it. */
const FAILURES_PER_ADDRESS_MAX = 200

/** Whether sign-in must be refused unheard. Counted in the database, so all instances count together. */
export async function isSignInBlocked(email: string, address: string): Promise<boolean> {
  const since = new Date(Date.now() - WINDOW_MS)
  const [byEmail, byAddress] = await Promise.all([
    db().signInFailure.count({ where: { email, at: { gt: since } } }),
    db().signInFailure.count({ where: { address, at: { gt: since } } }),
  ])
  return byEmail >= FAILURES_PER_EMAIL_MAX || byAddress >= FAILURES_PER_ADDRESS_MAX
}

/** Notes a failure and forgets those that no longer count. */
export async function recordSignInFailure(email: string, address: string): Promise<void> {
  await db().signInFailure.create({ data: { email, address } })
  await db().signInFailure.deleteMany({ where: { at: { lt: new Date(Date.now() - WINDOW_MS) } } })
}

/** A successful sign-in wipes what its address had failed before. */
export async function clearSignInFailures(email: string): Promise<void> {
  await db().signInFailure.deleteMany({ where: { email } })
}
