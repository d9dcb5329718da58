-- CreateEnum
CREATE TYPE "counted_work" AS ENUM ('best', 'last', 'average', 'first');

-- CreateEnum
CREATE TYPE "submitted_by" AS ENUM ('owner', 'server');

-- AlterEnum
ALTER TYPE "feedback_policy" ADD VALUE 'at_once';

-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "certainty" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "counted_work" "counted_work" NOT NULL DEFAULT 'best',
ADD COLUMN     "grace_seconds" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "late_timeline" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "one_way" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "partial_credit" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "practice" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "score_policy" "feedback_policy" NOT NULL DEFAULT 'after_submission',
ADD COLUMN     "shuffle_options" BOOLEAN,
ADD COLUMN     "shuffle_questions" BOOLEAN,
ADD COLUMN     "time_limit_minutes" INTEGER;

-- AlterTable
ALTER TABLE "attempt" ADD COLUMN     "ends_at" TIMESTAMPTZ(3),
ADD COLUMN     "late_percent" DOUBLE PRECISION NOT NULL DEFAULT 100,
ADD COLUMN     "questions" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "reached" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "shuffle_options" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "submitted_by" "submitted_by",
ADD COLUMN     "time_limit_minutes" INTEGER;

-- AlterTable
ALTER TABLE "response" ADD COLUMN     "certainty" SMALLINT,
ADD COLUMN     "checked_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "late_percent" DOUBLE PRECISION NOT NULL DEFAULT 100;

-- CreateTable
CREATE TABLE "accommodation" (
    "id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "assignment_id" UUID,
    "scope" TEXT NOT NULL DEFAULT '',
    "time_factor" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "extra_minutes" INTEGER NOT NULL DEFAULT 0,
    "opens_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "attempts_max" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accommodation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_version" (
    "hash" TEXT NOT NULL,
    "content" JSON NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "question_version_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "class_id" UUID NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "accommodation_class_id_user_id_scope_key" ON "accommodation"("class_id", "user_id", "scope");

-- CreateIndex
CREATE INDEX "audit_entry_class_id_at_idx" ON "audit_entry"("class_id", "at");

-- CreateIndex
CREATE INDEX "attempt_submitted_at_ends_at_idx" ON "attempt"("submitted_at", "ends_at");

-- AddForeignKey
ALTER TABLE "accommodation" ADD CONSTRAINT "accommodation_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accommodation" ADD CONSTRAINT "accommodation_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accommodation" ADD CONSTRAINT "accommodation_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Limits that Prisma's schema language cannot say.
ALTER TABLE "assignment"
  ADD CONSTRAINT "assignment_time_limit_positive" CHECK ("time_limit_minutes" > 0),
  ADD CONSTRAINT "assignment_grace_bounded" CHECK ("grace_seconds" BETWEEN 0 AND 3600);
ALTER TABLE "attempt"
  ADD CONSTRAINT "attempt_time_limit_positive" CHECK ("time_limit_minutes" > 0),
  ADD CONSTRAINT "attempt_reached_not_negative" CHECK ("reached" >= 0),
  ADD CONSTRAINT "attempt_late_percent" CHECK ("late_percent" BETWEEN 0 AND 100);
ALTER TABLE "submission" ADD CONSTRAINT "submission_late_percent" CHECK ("late_percent" BETWEEN 0 AND 100);
ALTER TABLE "response" ADD CONSTRAINT "response_certainty" CHECK ("certainty" BETWEEN 1 AND 3);
ALTER TABLE "accommodation"
  ADD CONSTRAINT "accommodation_scope" CHECK ("scope" = COALESCE("assignment_id"::text, '')),
  ADD CONSTRAINT "accommodation_bounds" CHECK (
    "time_factor" BETWEEN 1 AND 10 AND "extra_minutes" BETWEEN 0 AND 10080 AND "attempts_max" > 0);
