-- AlterTable
ALTER TABLE "document" ADD COLUMN     "position_id" UUID;

-- AlterTable
ALTER TABLE "upload" ADD COLUMN     "position_id" UUID;

-- CreateIndex
CREATE INDEX "document_position_id_id_idx" ON "document"("position_id", "id" DESC);

-- CreateIndex
CREATE INDEX "upload_position_id_idx" ON "upload"("position_id");

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma cannot say.
ALTER TABLE document DROP CONSTRAINT document_belongs_to_one,
  ADD CONSTRAINT document_belongs_to_one
    CHECK (num_nonnulls(network_id, task_id, assignment_id, resolution_id, initiative_id, position_id) = 1);
ALTER TABLE upload DROP CONSTRAINT upload_has_one_target,
  ADD CONSTRAINT upload_has_one_target
    CHECK (num_nonnulls(network_id, task_id, assignment_id, resolution_id, initiative_id, position_id) <= 1
      AND num_nonnulls(network_id, task_id, assignment_id, resolution_id, initiative_id, position_id, document_id) >= 1);
