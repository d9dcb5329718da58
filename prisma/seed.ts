import { randomBytes } from 'node:crypto'
import { runTool } from '@/scripts/run-tool'
import { db } from '@/server/db'
import { DEMO_INSTRUCTOR_EMAIL, DEMO_PASSWORD, DEMO_STUDENT_EMAIL } from '@/server/demo/accounts'
import { seedDemoClass } from '@/server/demo/seed-class'
import { openDemoTerminal } from '@/server/demo/terminal'
import { env } from '@/server/env'
import { finishExplanations } from '@/server/jobs/explain-stored'
import { gradingPool } from '@/server/jobs/shared-grading-pool'

/**
 * Makes the demonstration class, or completes it. In demo mode its users have the published password; elsewhere one
 * that is drawn now and printed once.
 */
async function seed(): Promise<void> {
  const { demo } = env()
  const password = demo ? DEMO_PASSWORD : randomBytes(12).toString('base64url')
  const { createdUsers } = await seedDemoClass({ demo, password, openTerminal: openDemoTerminal })
  if (!demo && createdUsers > 0) {
    console.log(
      `The class’s users, among them ${DEMO_INSTRUCTOR_EMAIL} and ${DEMO_STUDENT_EMAIL}, have the password ${password}`,
    )
  }
  await finishExplanations()
  await gradingPool().close()
  await db().$disconnect()
}

await runTool(seed)
