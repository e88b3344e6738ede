-- AlterTable
ALTER TABLE "invitation" ALTER COLUMN "invited_by_id" DROP NOT NULL;


