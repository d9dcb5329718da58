-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "language" AS ENUM ('fr', 'en');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('student', 'assistant', 'instructor');

-- CreateEnum
CREATE TYPE "assignment_kind" AS ENUM ('quiz', 'exercise');

-- CreateEnum
CREATE TYPE "feedback_policy" AS ENUM ('after_submission', 'after_due', 'never');

-- CreateEnum
CREATE TYPE "submission_state" AS ENUM ('received', 'graded', 'not_graded');

-- CreateEnum
CREATE TYPE "part_kind" AS ENUM ('transcript', 'file');

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "language" "language" NOT NULL DEFAULT 'fr',
    "password_hash" TEXT,
    "admin" BOOLEAN NOT NULL DEFAULT false,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "session_version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "class" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Paris',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "class_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "class_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("class_id","user_id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "kind" "assignment_kind" NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "opens_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "weight" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "attempts_max" INTEGER,
    "feedback_policy" "feedback_policy" NOT NULL DEFAULT 'after_submission',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "draw_seed" INTEGER NOT NULL,
    "quiz_version" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "points" DOUBLE PRECISION,
    "points_max" DOUBLE PRECISION,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "response" (
    "attempt_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "save_key" UUID NOT NULL,
    "answer" JSON NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "response_pkey" PRIMARY KEY ("attempt_id","question_id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "idempotency_key" UUID NOT NULL,
    "draw_seed" INTEGER NOT NULL,
    "answers" JSON NOT NULL DEFAULT '{}',
    "state" "submission_state" NOT NULL DEFAULT 'received',
    "grading_until" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission_part" (
    "submission_id" UUID NOT NULL,
    "kind" "part_kind" NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "content" BYTEA NOT NULL,

    CONSTRAINT "submission_part_pkey" PRIMARY KEY ("submission_id","kind","position")
);

-- CreateTable
CREATE TABLE "verdict" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "engine_version" TEXT NOT NULL,
    "grader_version" TEXT NOT NULL,
    "exercise_version" TEXT NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "points_max" DOUBLE PRECISION NOT NULL,
    "result" JSON NOT NULL,
    "explanation" JSON,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grade" (
    "assignment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "points_max" DOUBLE PRECISION NOT NULL,
    "attempt_id" UUID,
    "submission_id" UUID,
    "graded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "grade_pkey" PRIMARY KEY ("assignment_id","user_id")
);

-- CreateTable
CREATE TABLE "sign_in_failure" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_failure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE INDEX "assignment_class_id_position_idx" ON "assignment"("class_id", "position");

-- CreateIndex
CREATE INDEX "attempt_user_id_idx" ON "attempt"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_assignment_id_user_id_ordinal_key" ON "attempt"("assignment_id", "user_id", "ordinal");

-- CreateIndex
CREATE INDEX "submission_user_id_idx" ON "submission"("user_id");

-- CreateIndex
CREATE INDEX "submission_state_grading_until_idx" ON "submission"("state", "grading_until");

-- CreateIndex
CREATE UNIQUE INDEX "submission_assignment_id_user_id_ordinal_key" ON "submission"("assignment_id", "user_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "submission_assignment_id_user_id_idempotency_key_key" ON "submission"("assignment_id", "user_id", "idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "verdict_submission_id_engine_version_grader_version_exercis_key" ON "verdict"("submission_id", "engine_version", "grader_version", "exercise_version");

-- CreateIndex
CREATE INDEX "grade_user_id_idx" ON "grade"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_failure_email_at_idx" ON "sign_in_failure"("email", "at");

-- CreateIndex
CREATE INDEX "sign_in_failure_address_at_idx" ON "sign_in_failure"("address", "at");

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_part" ADD CONSTRAINT "submission_part_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Limits that Prisma's schema language cannot say.
ALTER TABLE "user" ADD CONSTRAINT "user_email_lower_case" CHECK ("email" = lower("email"));
ALTER TABLE "assignment"
  ADD CONSTRAINT "assignment_weight_not_negative" CHECK ("weight" >= 0 AND "weight" < 'Infinity'),
  ADD CONSTRAINT "assignment_attempts_positive" CHECK ("attempts_max" > 0),
  ADD CONSTRAINT "assignment_dates_in_order" CHECK (
    ("due_at" IS NULL OR "opens_at" IS NULL OR "opens_at" <= "due_at")
    AND ("closes_at" IS NULL OR "opens_at" IS NULL OR "opens_at" <= "closes_at")
    AND ("closes_at" IS NULL OR "due_at" IS NULL OR "due_at" <= "closes_at"));
ALTER TABLE "attempt"
  ADD CONSTRAINT "attempt_ordinal_positive" CHECK ("ordinal" > 0),
  ADD CONSTRAINT "attempt_marked_when_submitted" CHECK (
    ("submitted_at" IS NULL AND "points" IS NULL AND "points_max" IS NULL)
    OR ("submitted_at" >= "started_at" AND "points" IS NOT NULL AND "points_max" IS NOT NULL
        AND "points" >= 0 AND "points" <= "points_max" AND "points_max" < 'Infinity'));
ALTER TABLE "response" ADD CONSTRAINT "response_revision_positive" CHECK ("revision" > 0);
ALTER TABLE "submission" ADD CONSTRAINT "submission_ordinal_positive" CHECK ("ordinal" > 0);
ALTER TABLE "submission_part"
  ADD CONSTRAINT "submission_part_size" CHECK (octet_length("content") <= 1048576),
  ADD CONSTRAINT "submission_part_position" CHECK ("position" >= 0);
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_points_within" CHECK (
  "points" >= 0 AND "points" <= "points_max" AND "points_max" < 'Infinity');
ALTER TABLE "grade"
  ADD CONSTRAINT "grade_points_within" CHECK ("points" >= 0 AND "points" <= "points_max" AND "points_max" < 'Infinity'),
  ADD CONSTRAINT "grade_rests_on_one_work" CHECK (num_nonnulls("attempt_id", "submission_id") <= 1);
