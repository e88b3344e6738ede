-- AlterTable
ALTER TABLE "ballot" ADD COLUMN     "closing" TEXT,
ADD COLUMN     "record_format" INTEGER NOT NULL DEFAULT 1;

-- Ballots that have opened before keep the format that their first link names.
ALTER TABLE "ballot" ALTER COLUMN "record_format" SET DEFAULT 2;
UPDATE "ballot" SET "record_format" = 2 WHERE "state" IN ('DRAFT', 'SCHEDULED');

ALTER TABLE "ballot"
  ADD CONSTRAINT "ballot_record_has_a_known_format" CHECK ("record_format" IN (1, 2)),
  ADD CONSTRAINT "ballot_closes_by_a_link" CHECK (
    CASE "state" WHEN 'CLOSED' THEN "record_format" = 1 OR "closing" IS NOT NULL ELSE "closing" IS NULL END);
