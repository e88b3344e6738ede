-- AlterTable
ALTER TABLE "upload" ADD COLUMN     "part_digests" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- What is on its way now came without its digests: it is sent anew.
UPDATE upload SET expires_at = portal_now() WHERE NOT finished AND received > 0;
