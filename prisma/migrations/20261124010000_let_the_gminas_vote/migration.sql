-- CreateEnum
CREATE TYPE "ballot_nature" AS ENUM ('OPINION', 'POSITION', 'RESOLUTION');

-- CreateEnum
CREATE TYPE "ballot_state" AS ENUM ('DRAFT', 'SCHEDULED', 'OPEN', 'CLOSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "ballot_quorum" AS ENUM ('NONE', 'THIRD', 'HALF', 'MORE_THAN_HALF', 'TWO_THIRDS');

-- CreateEnum
CREATE TYPE "ballot_majority" AS ENUM ('SIMPLE', 'ABSOLUTE', 'TWO_THIRDS');

-- CreateEnum
CREATE TYPE "majority_base" AS ENUM ('VOTES', 'ELECTORATE');

-- CreateEnum
CREATE TYPE "ballot_choice" AS ENUM ('FOR', 'AGAINST', 'ABSTAIN');

-- CreateEnum
CREATE TYPE "ballot_outcome" AS ENUM ('ADOPTED', 'REJECTED', 'NO_DECISION');

-- CreateTable
CREATE TABLE "ballot" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "title_pl" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "question_pl" TEXT NOT NULL,
    "question_en" TEXT NOT NULL,
    "nature" "ballot_nature" NOT NULL,
    "legal_basis" TEXT,
    "quorum" "ballot_quorum" NOT NULL,
    "majority" "ballot_majority" NOT NULL,
    "majority_of" "majority_base" NOT NULL,
    "live_count" BOOLEAN NOT NULL,
    "opens_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "ballot_state" NOT NULL DEFAULT 'DRAFT',
    "announced_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "withdrawal" TEXT,
    "elector_count" INTEGER NOT NULL DEFAULT 0,
    "voted_count" INTEGER NOT NULL DEFAULT 0,
    "vote_count" INTEGER NOT NULL DEFAULT 0,
    "opening" TEXT,
    "head" TEXT,
    "for_count" INTEGER,
    "against_count" INTEGER,
    "abstain_count" INTEGER,
    "outcome" "ballot_outcome",
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "ballot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot_elector" (
    "ballot_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "ballot_elector_pkey" PRIMARY KEY ("ballot_id","organization_id")
);

-- CreateTable
CREATE TABLE "ballot_vote" (
    "ballot_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "organization_id" UUID NOT NULL,
    "choice" "ballot_choice" NOT NULL,
    "person_id" UUID NOT NULL,
    "office" "office" NOT NULL,
    "cast_at" TIMESTAMPTZ(3) NOT NULL,
    "nonce" TEXT NOT NULL,
    "receipt" TEXT NOT NULL,
    "counted" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "ballot_vote_pkey" PRIMARY KEY ("ballot_id","number")
);

-- CreateTable
CREATE TABLE "ballot_extension" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "ballot_id" UUID NOT NULL,
    "former_closes_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "ballot_extension_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ballot_closes_at_id_idx" ON "ballot"("closes_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "ballot_vote_receipt_key" ON "ballot_vote"("receipt");

-- CreateIndex
CREATE INDEX "ballot_extension_ballot_id_id_idx" ON "ballot_extension"("ballot_id", "id");

-- AddForeignKey
ALTER TABLE "ballot_elector" ADD CONSTRAINT "ballot_elector_ballot_id_fkey" FOREIGN KEY ("ballot_id") REFERENCES "ballot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_elector" ADD CONSTRAINT "ballot_elector_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_vote" ADD CONSTRAINT "ballot_vote_ballot_id_organization_id_fkey" FOREIGN KEY ("ballot_id", "organization_id") REFERENCES "ballot_elector"("ballot_id", "organization_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_vote" ADD CONSTRAINT "ballot_vote_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_extension" ADD CONSTRAINT "ballot_extension_ballot_id_fkey" FOREIGN KEY ("ballot_id") REFERENCES "ballot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- The clock as it is at this moment, in whole milliseconds: portal_now() is the beginning of the transaction, and a vote may
-- have waited for its turn since then.
CREATE FUNCTION portal_clock() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE AS
$$ SELECT date_trunc('milliseconds', coalesce(nullif(current_setting('portal.now', true), '')::timestamptz, clock_timestamp())) $$;

ALTER TABLE "ballot"
  ADD CONSTRAINT "ballot_closes_after_it_opens" CHECK ("opens_at" < "closes_at"),
  ADD CONSTRAINT "ballot_resolution_cites_its_basis" CHECK (("nature" = 'RESOLUTION') = ("legal_basis" IS NOT NULL)),
  ADD CONSTRAINT "ballot_simple_counts_votes" CHECK ("majority" <> 'SIMPLE' OR "majority_of" = 'VOTES'),
  ADD CONSTRAINT "ballot_announced" CHECK ("state" IN ('DRAFT', 'WITHDRAWN') OR "announced_at" IS NOT NULL),
  ADD CONSTRAINT "ballot_opened" CHECK ("state" NOT IN ('OPEN', 'CLOSED')
    OR ("opened_at" IS NOT NULL AND "opening" IS NOT NULL AND "head" IS NOT NULL)),
  ADD CONSTRAINT "ballot_closed_with_its_result" CHECK (
    num_nonnulls("closed_at", "for_count", "against_count", "abstain_count", "outcome") = CASE "state" WHEN 'CLOSED' THEN 5 ELSE 0 END),
  ADD CONSTRAINT "ballot_result_counts_each_gmina_once" CHECK ("for_count" + "against_count" + "abstain_count" = "voted_count"),
  ADD CONSTRAINT "ballot_votes_within_the_electorate" CHECK ("voted_count" BETWEEN 0 AND "elector_count"),
  ADD CONSTRAINT "ballot_withdrawn_with_reason" CHECK (("state" = 'WITHDRAWN') = ("withdrawal" IS NOT NULL));

-- One counted vote a gmina.
CREATE UNIQUE INDEX "ballot_vote_one_counts" ON "ballot_vote"("ballot_id", "organization_id") WHERE "counted";

-- A ballot moves along its arrows only; what was announced stands, and what is closed is read-only.
CREATE FUNCTION ballot_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('CLOSED', 'WITHDRAWN') OR (OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (
      ('DRAFT', 'SCHEDULED'), ('DRAFT', 'OPEN'), ('SCHEDULED', 'OPEN'), ('OPEN', 'CLOSED'),
      ('DRAFT', 'WITHDRAWN'), ('SCHEDULED', 'WITHDRAWN'), ('OPEN', 'WITHDRAWN'))) THEN
    RAISE EXCEPTION 'Ballot % cannot go from % to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state <> 'DRAFT' AND
     (NEW.title_pl, NEW.title_en, NEW.question_pl, NEW.question_en, NEW.nature, NEW.legal_basis, NEW.quorum, NEW.majority,
      NEW.majority_of, NEW.live_count, NEW.opens_at)
     IS DISTINCT FROM
     (OLD.title_pl, OLD.title_en, OLD.question_pl, OLD.question_en, OLD.nature, OLD.legal_basis, OLD.quorum, OLD.majority,
      OLD.majority_of, OLD.live_count, OLD.opens_at) THEN
    RAISE EXCEPTION 'Ballot % is announced: its question and rule stand', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state = 'OPEN' AND (NEW.opened_at, NEW.opening, NEW.elector_count) IS DISTINCT FROM (OLD.opened_at, OLD.opening, OLD.elector_count) THEN
    RAISE EXCEPTION 'Ballot % is open: its electorate stands', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state <> 'DRAFT' AND NEW.closes_at <> OLD.closes_at AND NOT (
      OLD.state = 'OPEN' AND NEW.state = 'OPEN' AND NEW.closes_at > OLD.closes_at AND portal_clock() < OLD.closes_at) THEN
    RAISE EXCEPTION 'Ballot % is put off only while it is open', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'CLOSED' AND portal_clock() < OLD.closes_at AND OLD.voted_count < OLD.elector_count THEN
    RAISE EXCEPTION 'Ballot % is open until %', OLD.id, OLD.closes_at USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ballot_stands BEFORE UPDATE ON "ballot" FOR EACH ROW EXECUTE FUNCTION ballot_stands();

-- A vote is taken only while its ballot is open, at the end of the chain; an earlier one of the gmina counts no more.
CREATE FUNCTION vote_is_cast() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  cast_in ballot;
  earlier int;
BEGIN
  SELECT * INTO cast_in FROM ballot WHERE id = NEW.ballot_id FOR UPDATE;
  IF cast_in.state <> 'OPEN' OR portal_clock() >= cast_in.closes_at
     OR NEW.cast_at < cast_in.opened_at OR NEW.cast_at >= cast_in.closes_at THEN
    RAISE EXCEPTION 'Ballot % takes no vote now', NEW.ballot_id USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.number <> cast_in.vote_count + 1 OR NOT NEW.counted THEN
    RAISE EXCEPTION 'Vote % is not the next of ballot %', NEW.number, NEW.ballot_id USING ERRCODE = 'restrict_violation';
  END IF;
  UPDATE ballot_vote SET counted = false
  WHERE ballot_id = NEW.ballot_id AND organization_id = NEW.organization_id AND counted;
  GET DIAGNOSTICS earlier = ROW_COUNT;
  UPDATE ballot SET vote_count = NEW.number, voted_count = voted_count + 1 - earlier, head = NEW.receipt
  WHERE id = NEW.ballot_id;
  RETURN NEW;
END $$;
CREATE TRIGGER vote_is_cast BEFORE INSERT ON "ballot_vote" FOR EACH ROW EXECUTE FUNCTION vote_is_cast();

-- Of a vote nothing ever changes but that a later one counts in its stead, while the ballot is open.
CREATE FUNCTION vote_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (to_jsonb(NEW) - 'counted') <> (to_jsonb(OLD) - 'counted') OR NEW.counted
     OR NOT EXISTS (SELECT FROM ballot WHERE id = OLD.ballot_id AND state = 'OPEN') THEN
    RAISE EXCEPTION 'Votes are never changed or deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER vote_stands BEFORE UPDATE OR DELETE ON "ballot_vote" FOR EACH ROW EXECUTE FUNCTION vote_stands();
CREATE TRIGGER vote_is_not_truncated BEFORE TRUNCATE ON "ballot_vote" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER elector_is_immutable BEFORE UPDATE OR DELETE ON "ballot_elector" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER extension_is_immutable BEFORE UPDATE OR DELETE ON "ballot_extension" FOR EACH ROW EXECUTE FUNCTION refuse_change();
