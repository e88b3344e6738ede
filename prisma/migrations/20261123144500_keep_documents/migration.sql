-- CreateEnum
CREATE TYPE "scan_state" AS ENUM ('PENDING', 'CLEAN', 'INFECTED');

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "network_id" UUID,
    "task_id" UUID,
    "assignment_id" UUID,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "folder" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_version" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "document_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "storage_key" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "scan" "scan_state" NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "document_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "person_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "network_id" UUID,
    "task_id" UUID,
    "assignment_id" UUID,
    "folder" TEXT,
    "document_id" UUID,
    "file_name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "finished" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "document_network_id_id_idx" ON "document"("network_id", "id" DESC);

-- CreateIndex
CREATE INDEX "document_task_id_id_idx" ON "document"("task_id", "id" DESC);

-- CreateIndex
CREATE INDEX "document_assignment_id_id_idx" ON "document"("assignment_id", "id" DESC);

-- CreateIndex
CREATE INDEX "document_organization_id_idx" ON "document"("organization_id");

-- CreateIndex
CREATE INDEX "document_removed_at_idx" ON "document"("removed_at");

-- CreateIndex
CREATE UNIQUE INDEX "document_version_storage_key_key" ON "document_version"("storage_key");

-- CreateIndex
CREATE INDEX "document_version_uploaded_by_id_idx" ON "document_version"("uploaded_by_id");

-- CreateIndex
CREATE INDEX "document_version_organization_id_idx" ON "document_version"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_version_document_id_number_key" ON "document_version"("document_id", "number");

-- CreateIndex
CREATE INDEX "upload_person_id_idx" ON "upload"("person_id");

-- CreateIndex
CREATE INDEX "upload_organization_id_idx" ON "upload"("organization_id");

-- CreateIndex
CREATE INDEX "upload_network_id_idx" ON "upload"("network_id");

-- CreateIndex
CREATE INDEX "upload_task_id_idx" ON "upload"("task_id");

-- CreateIndex
CREATE INDEX "upload_assignment_id_idx" ON "upload"("assignment_id");

-- CreateIndex
CREATE INDEX "upload_document_id_idx" ON "upload"("document_id");

-- CreateIndex
CREATE INDEX "upload_expires_at_idx" ON "upload"("expires_at");

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma cannot say.
ALTER TABLE document ADD CONSTRAINT document_belongs_to_one CHECK (num_nonnulls(network_id, task_id, assignment_id) = 1);
ALTER TABLE document ADD CONSTRAINT document_lies_in_a_network_s_folder CHECK (folder IS NULL OR network_id IS NOT NULL);
ALTER TABLE document_version ADD CONSTRAINT document_version_has_bytes CHECK (number >= 1 AND bytes >= 1);
ALTER TABLE document_version ADD CONSTRAINT document_version_is_hashed CHECK (octet_length(sha256) = 32);
ALTER TABLE upload ADD CONSTRAINT upload_has_one_target CHECK (num_nonnulls(network_id, task_id, assignment_id) <= 1
  AND num_nonnulls(network_id, task_id, assignment_id, document_id) >= 1);
ALTER TABLE upload ADD CONSTRAINT upload_lies_in_a_network_s_folder CHECK (folder IS NULL OR network_id IS NOT NULL);
ALTER TABLE upload ADD CONSTRAINT upload_is_within_its_size CHECK (bytes >= 1 AND received BETWEEN 0 AND bytes);
ALTER TABLE upload ADD CONSTRAINT upload_is_whole_when_finished CHECK (NOT finished OR (received = bytes AND document_id IS NOT NULL));

-- What somebody has read stays what it was: only the scanner's verdict is added to it.
CREATE TRIGGER document_version_is_immutable
  BEFORE UPDATE OF document_id, number, storage_key, file_name, media_type, bytes, sha256 ON document_version
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
