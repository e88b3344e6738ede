-- CreateTable
CREATE TABLE "task_change" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "person_id" UUID NOT NULL,
    "change" JSONB NOT NULL,
    "tasks" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "task_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "task_change_person_id_made_at_idx" ON "task_change"("person_id", "made_at" DESC);

-- AddForeignKey
ALTER TABLE "task_change" ADD CONSTRAINT "task_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;


