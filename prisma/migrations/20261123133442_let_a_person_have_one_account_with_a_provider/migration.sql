-- DropIndex
DROP INDEX "identity_person_id_idx";

-- CreateIndex
CREATE UNIQUE INDEX "identity_person_id_provider_key" ON "identity"("person_id", "provider");


