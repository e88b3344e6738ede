-- CreateEnum
CREATE TYPE "recurrence" AS ENUM ('MONTHLY', 'QUARTERLY', 'YEARLY');

-- CreateEnum
CREATE TYPE "series_audience" AS ENUM ('NETWORK', 'ASSOCIATION');

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "series_id" UUID;

-- CreateTable
CREATE TABLE "task_series" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "network_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "priority" "priority" NOT NULL DEFAULT 'NORMAL',
    "fields" JSONB,
    "audience" "series_audience" NOT NULL,
    "recurrence" "recurrence" NOT NULL,
    "starts_on" DATE NOT NULL,
    "next_on" DATE NOT NULL,
    "due_days" INTEGER NOT NULL,
    "ends_on" DATE,
    "stopped_at" TIMESTAMPTZ(3),
    "paused_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "task_series_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "task_series_network_id_idx" ON "task_series"("network_id");

-- CreateIndex
CREATE INDEX "task_series_next_on_idx" ON "task_series"("next_on");

-- CreateIndex
CREATE INDEX "task_series_id_idx" ON "task"("series_id");

-- AddForeignKey
ALTER TABLE "task_series" ADD CONSTRAINT "task_series_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "task_series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- A series gives a day at least for the answer, and does not end before it begins.
ALTER TABLE task_series ADD CONSTRAINT task_series_gives_time CHECK (due_days BETWEEN 1 AND 365);
ALTER TABLE task_series ADD CONSTRAINT task_series_ends_after_start CHECK (ends_on >= starts_on);
