import { db } from '@/server/db'
import { submitTranscript } from '@/server/submissions/submit-transcript'

/** A server process that takes a submission and dies while grading it. Arguments: user, assignment, key. */
const [userId = '', assignmentId = '', idempotencyKey = ''] = process.argv.slice(2)
const student = await db().user.findUniqueOrThrow({ where: { id: userId } })
await submitTranscript(student, { assignmentId, transcripts: ['worth 7'], files: [], idempotencyKey })
