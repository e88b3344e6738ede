-- A seal is cast once: a copy of it would tell, or multiply, another gmina's vote.
-- CreateIndex
CREATE UNIQUE INDEX "ballot_vote_ballot_id_digest_key" ON "ballot_vote"("ballot_id", "digest");
