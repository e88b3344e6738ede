-- CreateTable
CREATE TABLE "checklist_step" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "assignment_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,

    CONSTRAINT "checklist_step_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "checklist_step_assignment_id_position_idx" ON "checklist_step"("assignment_id", "position");

-- CreateIndex
CREATE INDEX "checklist_step_done_by_id_idx" ON "checklist_step"("done_by_id");

-- AddForeignKey
ALTER TABLE "checklist_step" ADD CONSTRAINT "checklist_step_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_step" ADD CONSTRAINT "checklist_step_done_by_id_fkey" FOREIGN KEY ("done_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


