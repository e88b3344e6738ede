-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "initiative_id" UUID;

-- AlterTable
ALTER TABLE "document" ADD COLUMN     "initiative_id" UUID;

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "initiative_id" UUID;

-- AlterTable
ALTER TABLE "upload" ADD COLUMN     "initiative_id" UUID;

-- CreateTable
CREATE TABLE "initiative_decision" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "initiative_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "resolution_id" UUID,
    "supersedes_id" UUID,
    "person_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "initiative_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_card" (
    "initiative_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),
    "published_by_id" UUID NOT NULL,

    CONSTRAINT "initiative_card_pkey" PRIMARY KEY ("initiative_id")
);

-- CreateTable
CREATE TABLE "initiative_filter" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "filters" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "initiative_filter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "initiative_decision_supersedes_id_key" ON "initiative_decision"("supersedes_id");

-- CreateIndex
CREATE INDEX "initiative_decision_initiative_id_id_idx" ON "initiative_decision"("initiative_id", "id");

-- CreateIndex
CREATE INDEX "initiative_decision_resolution_id_idx" ON "initiative_decision"("resolution_id");

-- CreateIndex
CREATE INDEX "initiative_decision_person_id_idx" ON "initiative_decision"("person_id");

-- CreateIndex
CREATE INDEX "initiative_decision_organization_id_idx" ON "initiative_decision"("organization_id");

-- CreateIndex
CREATE INDEX "initiative_card_published_by_id_idx" ON "initiative_card"("published_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_filter_person_id_name_key" ON "initiative_filter"("person_id", "name");

-- CreateIndex
CREATE INDEX "comment_initiative_id_id_idx" ON "comment"("initiative_id", "id" DESC);

-- CreateIndex
CREATE INDEX "document_initiative_id_id_idx" ON "document"("initiative_id", "id" DESC);

-- CreateIndex
CREATE INDEX "task_initiative_id_due_on_id_idx" ON "task"("initiative_id", "due_on", "id");

-- CreateIndex
CREATE INDEX "upload_initiative_id_idx" ON "upload"("initiative_id");

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_decision" ADD CONSTRAINT "initiative_decision_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_decision" ADD CONSTRAINT "initiative_decision_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_decision" ADD CONSTRAINT "initiative_decision_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "initiative_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_decision" ADD CONSTRAINT "initiative_decision_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_decision" ADD CONSTRAINT "initiative_decision_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_card" ADD CONSTRAINT "initiative_card_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_card" ADD CONSTRAINT "initiative_card_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_filter" ADD CONSTRAINT "initiative_filter_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma cannot say.
ALTER TABLE document DROP CONSTRAINT document_belongs_to_one,
  ADD CONSTRAINT document_belongs_to_one
    CHECK (num_nonnulls(network_id, task_id, assignment_id, resolution_id, initiative_id) = 1);
ALTER TABLE upload DROP CONSTRAINT upload_has_one_target,
  ADD CONSTRAINT upload_has_one_target
    CHECK (num_nonnulls(network_id, task_id, assignment_id, resolution_id, initiative_id) <= 1
      AND num_nonnulls(network_id, task_id, assignment_id, resolution_id, initiative_id, document_id) >= 1);
ALTER TABLE comment DROP CONSTRAINT comment_by_one_place, DROP CONSTRAINT comment_announced_by_network,
  ADD CONSTRAINT comment_by_one_place CHECK (num_nonnulls(network_id, task_id, initiative_id) = 1),
  ADD CONSTRAINT comment_announced_to_a_whole CHECK (kind <> 'ANNOUNCEMENT' OR task_id IS NULL);
ALTER TABLE initiative_decision ADD CONSTRAINT initiative_decision_not_in_its_own_place CHECK (supersedes_id <> id);

-- What was decided stays as it was recorded.
CREATE TRIGGER initiative_decision_is_immutable BEFORE UPDATE OR DELETE ON initiative_decision
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
