-- CreateTable
CREATE TABLE "chapter_progress" (
    "user_id" UUID NOT NULL,
    "chapter_id" TEXT NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "percent" INTEGER NOT NULL DEFAULT 0,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chapter_progress_pkey" PRIMARY KEY ("user_id","chapter_id")
);

-- AddForeignKey
ALTER TABLE "chapter_progress" ADD CONSTRAINT "chapter_progress_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Limits that Prisma's schema language cannot say.
ALTER TABLE "chapter_progress" ADD CONSTRAINT "chapter_progress_percent" CHECK ("percent" BETWEEN 0 AND 100);
