-- CreateEnum
CREATE TYPE "seat_role" AS ENUM ('SPONSOR', 'OFFICIAL');

-- CreateTable
CREATE TABLE "seat" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "membership_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "seat_role" NOT NULL,
    "substitute_for_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "seat_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "seat_substitute_for_id_key" ON "seat"("substitute_for_id");

-- CreateIndex
CREATE INDEX "seat_person_id_idx" ON "seat"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_membership_id_person_id_key" ON "seat"("membership_id", "person_id");

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_substitute_for_id_fkey" FOREIGN KEY ("substitute_for_id") REFERENCES "seat"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- One political sponsor for each membership; nobody stands in for themselves.
CREATE UNIQUE INDEX seat_one_sponsor ON seat (membership_id) WHERE role = 'SPONSOR' AND substitute_for_id IS NULL;
ALTER TABLE seat ADD CONSTRAINT seat_not_own_substitute CHECK (substitute_for_id <> id);
