import { z } from 'zod'
import { responseSchema } from '@/course/quiz/response-schema'
import type { Response } from '@/grader/quiz/response'
import { lateTimeline } from './late-work'
import type { Certainty } from './views/attempt-view'
import type { SubmittedFile } from './views/submission-view'

/**
 * What browsers send, parsed once at the edge: actions and route handlers hand the parsed value to one server
 * function, which then trusts its shape (never its authority).
 */

export const saveResponseRequest = z.strictObject({
  attemptId: z.uuid(),
  questionId: z.string().min(1).max(200),
  revision: z.int().min(1).max(1_000_000),
  saveKey: z.uuid(),
  answer: responseSchema,
  certainty: z.literal([1, 2, 3]).exactOptional(),
}) satisfies z.ZodType<SaveResponseRequest>
export interface SaveResponseRequest {
  readonly attemptId: string
  readonly questionId: string
  /** Counted up by the browser at each change of this question, from 1. */
  readonly revision: number
  /** Names this save: the same key again is the same save, another key with the same revision is another tab's. */
  readonly saveKey: string
  readonly answer: Response
  /** How sure the answer is, where the assignment asks for it. */
  readonly certainty?: Certainty
}

/** Answers that a browser kept encrypted to the server's key while it could not send them. */
export const sealedResponsesRequest = z.strictObject({
  attemptId: z.uuid(),
  sealed: z.array(z.string().max(60_000)).max(200),
})

/** A question of an attempt: to see its feedback now, or to leave it for good. */
export const attemptQuestionRequest = z.strictObject({ attemptId: z.uuid(), questionId: z.string().min(1).max(200) })

/** Where the address says everything. */
export const nothingRequest = z.strictObject({})

/** How far a chapter was read, and answers to its check-yourself questions. */
export const progressRequest = z.strictObject({
  chapterId: z.string().min(1).max(100),
  section: z.string().max(100),
  percent: z.int().min(0).max(100),
  answers: z.record(z.string().max(100), responseSchema).refine((answers) => Object.keys(answers).length <= 20),
})
export type ProgressRequest = z.output<typeof progressRequest>

const dateTime = z.coerce.date().nullable()

export const accommodationRequest = z.strictObject({
  classId: z.uuid(),
  userId: z.uuid(),
  assignmentId: z.uuid().nullable(),
  timeFactor: z.number().min(1).max(10),
  extraMinutes: z.int().min(0).max(10_080),
  opensAt: dateTime,
  dueAt: dateTime,
  closesAt: dateTime,
  attemptsMax: z.int().min(1).max(1_000).nullable(),
})
export type AccommodationRequest = z.output<typeof accommodationRequest>

const feedbackPolicy = z.enum(['at_once', 'after_submission', 'after_due', 'never'])

export const assignmentSettingsRequest = z.strictObject({
  assignmentId: z.uuid(),
  opensAt: dateTime,
  dueAt: dateTime,
  closesAt: dateTime,
  attemptsMax: z.int().min(1).max(1_000).nullable(),
  practice: z.boolean(),
  countedWork: z.enum(['best', 'last', 'average', 'first']),
  scorePolicy: feedbackPolicy,
  feedbackPolicy,
  timeLimitMinutes: z.int().min(1).max(10_080).nullable(),
  graceSeconds: z.int().min(0).max(3_600),
  lateTimeline,
  shuffleQuestions: z.boolean().nullable(),
  shuffleOptions: z.boolean().nullable(),
  partialCredit: z.boolean(),
  oneWay: z.boolean(),
  certainty: z.boolean(),
})
export type AssignmentSettingsRequest = z.output<typeof assignmentSettingsRequest>

/** A relative path without control characters: `Dockerfile`, `app/index.html`. */
const fileName = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}]+$/u)

/** Sizes are checked by the server function, which answers each with its own reason. */
export const submitTranscriptRequest = z.strictObject({
  assignmentId: z.uuid(),
  transcripts: z.array(z.string()),
  files: z.array(z.object({ name: fileName, content: z.string() })),
  answers: z.record(z.string().max(60), z.string().max(1_000)).exactOptional(),
  idempotencyKey: z.uuid(),
}) satisfies z.ZodType<SubmitTranscriptRequest>
export interface SubmitTranscriptRequest {
  readonly assignmentId: string
  /** As pasted, one a terminal. */
  readonly transcripts: readonly string[]
  readonly files: readonly SubmittedFile[]
  /** Answers to the questions inside the exercise: question id → text, or the chosen option's id. */
  readonly answers?: Readonly<Record<string, string>>
  /** Chosen by the browser once for what it is about to send. */
  readonly idempotencyKey: string
}

/** The same for an exercise that is practised outside an assignment. */
export const practiceRequest = submitTranscriptRequest
  .omit({ assignmentId: true })
  .extend({ exercise: z.string().min(1).max(100) }) satisfies z.ZodType<PracticeRequest>
export interface PracticeRequest extends Omit<SubmitTranscriptRequest, 'assignmentId'> {
  /** Its slug. */
  readonly exercise: string
}

/** From a form, which carries fields of the framework's own. */
export const takeHintRequest = z.object({
  assignmentId: z.uuid(),
  goal: z.string().min(1).max(100),
  kind: z.enum(['concept', 'command', 'flags']),
})
export type TakeHintRequest = z.output<typeof takeHintRequest>

/** A command of a submission: the index of its transcript, and its line. */
const commandPlace = {
  submissionId: z.uuid(),
  terminal: z.coerce.number().int().min(0),
  line: z.coerce.number().int().min(1),
}

export const stepStateRequest = z.strictObject(commandPlace)
export type StepStateRequest = z.output<typeof stepStateRequest>

/** PostgreSQL keeps no NUL in a text. */
const prose = z
  .string()
  .trim()
  .max(2_000)
  .regex(/^[^\u0000]*$/)

export const openAppealRequest = z.strictObject({ ...commandPlace, comment: prose.min(1) })
export type OpenAppealRequest = z.output<typeof openAppealRequest>

/** From a form too. */
export const answerAppealRequest = z.object({
  appealId: z.uuid(),
  state: z.enum(['accepted', 'declined']),
  answer: prose.min(1),
})
export type AnswerAppealRequest = z.output<typeof answerAppealRequest>

export const signInRequest = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
  password: z.string().min(1).max(1_000),
})
