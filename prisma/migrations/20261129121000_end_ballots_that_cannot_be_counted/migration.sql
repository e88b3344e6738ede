-- AlterTable
ALTER TABLE "ballot" ADD COLUMN     "key_missing_since" TIMESTAMPTZ(3);

-- Only a secret ballot has a key to miss, and only once it has opened.
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_misses_a_key_that_it_had" CHECK ("key_missing_since" IS NULL OR "public_key" IS NOT NULL);
