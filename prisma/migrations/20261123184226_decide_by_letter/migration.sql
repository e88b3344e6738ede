-- CreateEnum
CREATE TYPE "linked_deed" AS ENUM ('CONFIRM_MEMBERSHIP', 'ADMIT_MEMBERSHIP');

-- CreateTable
CREATE TABLE "deed_link" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "token_hash" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "deed" "linked_deed" NOT NULL,
    "membership_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "deed_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "deed_link_token_hash_key" ON "deed_link"("token_hash");

-- CreateIndex
CREATE INDEX "deed_link_person_id_idx" ON "deed_link"("person_id");

-- CreateIndex
CREATE INDEX "deed_link_membership_id_idx" ON "deed_link"("membership_id");

-- CreateIndex
CREATE INDEX "deed_link_expires_at_idx" ON "deed_link"("expires_at");

-- AddForeignKey
ALTER TABLE "deed_link" ADD CONSTRAINT "deed_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deed_link" ADD CONSTRAINT "deed_link_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;


