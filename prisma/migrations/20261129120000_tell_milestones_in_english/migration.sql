-- Milestones are read in both languages; English may still be missing.
ALTER TABLE "milestone" RENAME COLUMN "title" TO "title_pl";
ALTER TABLE "milestone" ADD COLUMN "title_en" TEXT;
