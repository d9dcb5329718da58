-- CreateEnum
CREATE TYPE "appeal_state" AS ENUM ('open', 'accepted', 'declined');

-- AlterTable
ALTER TABLE "verdict" ADD COLUMN     "points_after_hints" DOUBLE PRECISION;

-- CreateTable
CREATE TABLE "hint_taken" (
    "assignment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "goal" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "hint_taken_pkey" PRIMARY KEY ("assignment_id","user_id","goal","kind")
);

-- CreateTable
CREATE TABLE "appeal" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "terminal" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "comment" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" "appeal_state" NOT NULL DEFAULT 'open',
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,

    CONSTRAINT "appeal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "hint_taken_user_id_idx" ON "hint_taken"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "appeal_submission_id_terminal_line_key" ON "appeal"("submission_id", "terminal", "line");

-- AddForeignKey
ALTER TABLE "hint_taken" ADD CONSTRAINT "hint_taken_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hint_taken" ADD CONSTRAINT "hint_taken_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
