-- CreateTable
CREATE TABLE "task_dependency" (
    "task_id" UUID NOT NULL,
    "needs_id" UUID NOT NULL,

    CONSTRAINT "task_dependency_pkey" PRIMARY KEY ("task_id","needs_id")
);

-- CreateIndex
CREATE INDEX "task_dependency_needs_id_idx" ON "task_dependency"("needs_id");

-- AddForeignKey
ALTER TABLE "task_dependency" ADD CONSTRAINT "task_dependency_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_dependency" ADD CONSTRAINT "task_dependency_needs_id_fkey" FOREIGN KEY ("needs_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- None needs itself.
ALTER TABLE task_dependency ADD CONSTRAINT task_dependency_not_itself CHECK (task_id <> needs_id);
