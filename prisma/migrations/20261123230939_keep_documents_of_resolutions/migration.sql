-- AlterTable
ALTER TABLE "document" ADD COLUMN     "resolution_id" UUID;

-- AlterTable
ALTER TABLE "upload" ADD COLUMN     "resolution_id" UUID;

-- CreateIndex
CREATE INDEX "document_resolution_id_id_idx" ON "document"("resolution_id", "id" DESC);

-- CreateIndex
CREATE INDEX "upload_resolution_id_idx" ON "upload"("resolution_id");

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma cannot say.
ALTER TABLE document DROP CONSTRAINT document_belongs_to_one,
  ADD CONSTRAINT document_belongs_to_one CHECK (num_nonnulls(network_id, task_id, assignment_id, resolution_id) = 1);
ALTER TABLE upload DROP CONSTRAINT upload_has_one_target,
  ADD CONSTRAINT upload_has_one_target CHECK (num_nonnulls(network_id, task_id, assignment_id, resolution_id) <= 1
    AND num_nonnulls(network_id, task_id, assignment_id, resolution_id, document_id) >= 1);
