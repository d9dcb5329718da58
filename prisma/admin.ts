import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '@/scripts/refusal'
import { runTool } from '@/scripts/run-tool'
import { appointAdmin } from '@/server/appoint-admin'
import { db } from '@/server/db'

const emailArgument = z.string().trim().toLowerCase().pipe(z.email().max(254))

/** `npm run admin -- EMAIL`: the first person of an installation that others may reach. */
async function admin(): Promise<void> {
  const email = emailArgument.safeParse(process.argv[2])
  if (!email.success) {
    throw new Refusal(
      'Whom to make an admin is not said.',
      'Give an e-mail address: npm run admin -- somebody@example.org',
    )
  }
  const password = randomBytes(15).toString('base64url')
  const { created } = await appointAdmin(email.data, password)
  console.log(`${email.data} ${created ? 'was added as' : 'is'} an admin and signs in with the password ${password}`)
  await db().$disconnect()
}

await runTool(admin)
