-- CreateEnum
CREATE TYPE "goal" AS ENUM ('COOPERATION', 'SELF_GOVERNMENT', 'SOCIETY', 'SEA');

-- CreateEnum
CREATE TYPE "review_outcome" AS ENUM ('CONTINUE', 'CHANGE', 'CLOSE');

-- AlterTable
ALTER TABLE "network" ADD COLUMN     "benefit" TEXT,
ADD COLUMN     "goals" "goal"[] DEFAULT ARRAY[]::"goal"[],
ADD COLUMN     "parent_id" UUID,
ADD COLUMN     "topics" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "resolution" ADD COLUMN     "supersedes_id" UUID,
ADD COLUMN     "valid_until" DATE,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "network_extension" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "network_id" UUID NOT NULL,
    "resolution_id" UUID NOT NULL,
    "former_ends_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "network_extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "network_review" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "network_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "outcome" "review_outcome" NOT NULL,
    "summary" TEXT NOT NULL,
    "reviewed_on" DATE NOT NULL,

    CONSTRAINT "network_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "closing_report" (
    "network_id" UUID NOT NULL,
    "problem" TEXT NOT NULL,
    "done" TEXT NOT NULL DEFAULT '',
    "remaining" TEXT NOT NULL DEFAULT '',
    "figures" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "signed_at" TIMESTAMPTZ(3),
    "signed_by_id" UUID,

    CONSTRAINT "closing_report_pkey" PRIMARY KEY ("network_id")
);

-- CreateTable
CREATE TABLE "closing_result" (
    "network_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "result" TEXT NOT NULL DEFAULT '',
    "asked" INTEGER,
    "answered" INTEGER,

    CONSTRAINT "closing_result_pkey" PRIMARY KEY ("network_id","organization_id")
);

-- CreateIndex
CREATE INDEX "network_extension_network_id_id_idx" ON "network_extension"("network_id", "id");

-- CreateIndex
CREATE INDEX "network_extension_resolution_id_idx" ON "network_extension"("resolution_id");

-- CreateIndex
CREATE UNIQUE INDEX "network_review_network_id_year_key" ON "network_review"("network_id", "year");

-- CreateIndex
CREATE INDEX "closing_report_signed_by_id_idx" ON "closing_report"("signed_by_id");

-- CreateIndex
CREATE INDEX "closing_result_organization_id_idx" ON "closing_result"("organization_id");

-- CreateIndex
CREATE INDEX "network_parent_id_idx" ON "network"("parent_id");

-- CreateIndex
CREATE INDEX "network_mandate_id_idx" ON "network"("mandate_id");

-- CreateIndex
CREATE UNIQUE INDEX "resolution_supersedes_id_key" ON "resolution"("supersedes_id");

-- CreateIndex
CREATE INDEX "resolution_adopted_on_id_idx" ON "resolution"("adopted_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "task_mandate_id_due_on_id_idx" ON "task"("mandate_id", "due_on", "id");

-- AddForeignKey
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network" ADD CONSTRAINT "network_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_extension" ADD CONSTRAINT "network_extension_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_extension" ADD CONSTRAINT "network_extension_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_review" ADD CONSTRAINT "network_review_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closing_report" ADD CONSTRAINT "closing_report_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closing_report" ADD CONSTRAINT "closing_report_signed_by_id_fkey" FOREIGN KEY ("signed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closing_result" ADD CONSTRAINT "closing_result_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "closing_report"("network_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closing_result" ADD CONSTRAINT "closing_result_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Resolutions: none ends before it began, none comes in its own place.
ALTER TABLE resolution ADD CONSTRAINT resolution_ends_after_adoption CHECK (valid_until >= adopted_on);
ALTER TABLE resolution ADD CONSTRAINT resolution_supersedes_another CHECK (supersedes_id <> id);

-- Networks: lists are never null; one that is a part of another has no parts of its own.
ALTER TABLE network ADD CONSTRAINT network_goals_are_listed CHECK (goals IS NOT NULL AND topics IS NOT NULL);
CREATE FUNCTION refuse_parts_of_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.parent_id = NEW.id
     OR EXISTS (SELECT FROM network WHERE id = NEW.parent_id AND parent_id IS NOT NULL)
     OR EXISTS (SELECT FROM network WHERE parent_id = NEW.id) THEN
    RAISE EXCEPTION 'Network % would be a part of a part', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER network_parts_have_no_parts BEFORE INSERT OR UPDATE OF parent_id ON network
  FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION refuse_parts_of_parts();

-- More time is more; a report is signed whole, or not at all.
ALTER TABLE network_extension ADD CONSTRAINT network_extension_gives_time CHECK (ends_on > former_ends_on);
ALTER TABLE closing_report ADD CONSTRAINT closing_report_is_signed_whole
  CHECK (num_nonnulls(signed_at, signed_by_id, figures) IN (0, 3));
