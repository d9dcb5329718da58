-- AlterTable
ALTER TABLE "class" ADD COLUMN     "shared_machines" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "created_id" (
    "submission_id" UUID NOT NULL,
    "id" TEXT NOT NULL,

    CONSTRAINT "created_id_pkey" PRIMARY KEY ("submission_id","id")
);

-- CreateIndex
CREATE INDEX "created_id_id_idx" ON "created_id"("id");

-- AddForeignKey
ALTER TABLE "created_id" ADD CONSTRAINT "created_id_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;
