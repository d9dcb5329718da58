-- DropIndex
DROP INDEX "verdict_submission_id_engine_version_grader_version_exercis_key";

-- AlterTable
ALTER TABLE "appeal" ADD COLUMN     "points_after" DOUBLE PRECISION,
ADD COLUMN     "points_before" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "verdict" ADD COLUMN     "conceded" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE UNIQUE INDEX "verdict_submission_id_engine_version_grader_version_exercis_key" ON "verdict"("submission_id", "engine_version", "grader_version", "exercise_version", "conceded");
