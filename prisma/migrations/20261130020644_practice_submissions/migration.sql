-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "practice_slug" TEXT,
ALTER COLUMN "assignment_id" DROP NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "submission_user_id_practice_slug_ordinal_key" ON "submission"("user_id", "practice_slug", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "submission_user_id_practice_slug_idempotency_key_key" ON "submission"("user_id", "practice_slug", "idempotency_key");

-- Handed in for an assignment or for practice, never both.
ALTER TABLE "submission" ADD CONSTRAINT "submission_assignment_or_practice" CHECK (("assignment_id" IS NULL) <> ("practice_slug" IS NULL));
