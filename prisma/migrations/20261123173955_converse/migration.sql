-- CreateEnum
CREATE TYPE "comment_kind" AS ENUM ('COMMENT', 'ANNOUNCEMENT');

-- CreateEnum
CREATE TYPE "reaction_kind" AS ENUM ('THANKS', 'AGREE', 'SEEN');

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "kind" "comment_kind" NOT NULL DEFAULT 'COMMENT',
    "network_id" UUID,
    "task_id" UUID,
    "author_id" UUID NOT NULL,
    "acting_for_id" UUID,
    "body" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),
    "edited_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_version" (
    "comment_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comment_version_pkey" PRIMARY KEY ("comment_id","version")
);

-- CreateTable
CREATE TABLE "reaction" (
    "comment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "reaction_kind" NOT NULL,

    CONSTRAINT "reaction_pkey" PRIMARY KEY ("comment_id","person_id","kind")
);

-- CreateTable
CREATE TABLE "read_receipt" (
    "comment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "read_receipt_pkey" PRIMARY KEY ("comment_id","person_id")
);

-- CreateIndex
CREATE INDEX "comment_network_id_id_idx" ON "comment"("network_id", "id" DESC);

-- CreateIndex
CREATE INDEX "comment_task_id_id_idx" ON "comment"("task_id", "id" DESC);

-- CreateIndex
CREATE INDEX "comment_author_id_idx" ON "comment"("author_id");

-- CreateIndex
CREATE INDEX "comment_acting_for_id_idx" ON "comment"("acting_for_id");

-- CreateIndex
CREATE INDEX "reaction_person_id_idx" ON "reaction"("person_id");

-- CreateIndex
CREATE INDEX "read_receipt_person_id_idx" ON "read_receipt"("person_id");

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_acting_for_id_fkey" FOREIGN KEY ("acting_for_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_version" ADD CONSTRAINT "comment_version_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "read_receipt" ADD CONSTRAINT "read_receipt_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "read_receipt" ADD CONSTRAINT "read_receipt_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;



ALTER TABLE "comment"
  ADD CONSTRAINT "comment_by_one_place" CHECK (num_nonnulls("network_id", "task_id") = 1),
  ADD CONSTRAINT "comment_announced_by_network" CHECK ("kind" <> 'ANNOUNCEMENT' OR "network_id" IS NOT NULL),
  ADD CONSTRAINT "comment_has_words" CHECK (("body" IS NULL) = ("removed_at" IS NOT NULL));
