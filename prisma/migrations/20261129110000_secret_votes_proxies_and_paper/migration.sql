-- CreateEnum
CREATE TYPE "vote_channel" AS ENUM ('PORTAL', 'LETTER', 'PAPER');

-- AlterTable
ALTER TABLE "ballot" ADD COLUMN     "proxy_limit" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "public_key" TEXT,
ADD COLUMN     "reminder_hours" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "secret" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ballot_vote" ADD COLUMN     "channel" "vote_channel" NOT NULL DEFAULT 'PORTAL',
ADD COLUMN     "digest" TEXT,
ADD COLUMN     "paper_on" DATE,
ADD COLUMN     "paper_reference" TEXT,
ADD COLUMN     "paper_trace" TEXT,
ADD COLUMN     "proxy_id" UUID,
ADD COLUMN     "sealed" TEXT,
ALTER COLUMN "choice" DROP NOT NULL;

-- CreateTable
CREATE TABLE "ballot_opened_vote" (
    "ballot_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "choice" "ballot_choice" NOT NULL,

    CONSTRAINT "ballot_opened_vote_pkey" PRIMARY KEY ("ballot_id","place")
);

-- CreateTable
CREATE TABLE "ballot_proxy" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "organization_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "holder_person_id" UUID,
    "ballot_id" UUID,
    "valid_from" DATE,
    "valid_until" DATE,
    "document" TEXT NOT NULL,
    "document_on" DATE NOT NULL,
    "trace" TEXT,
    "entered_by_id" UUID NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revocation" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "ballot_proxy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ballot_proxy_organization_id_idx" ON "ballot_proxy"("organization_id");

-- CreateIndex
CREATE INDEX "ballot_proxy_ballot_id_idx" ON "ballot_proxy"("ballot_id");

-- CreateIndex
CREATE INDEX "ballot_vote_proxy_id_idx" ON "ballot_vote"("proxy_id");

-- AddForeignKey
ALTER TABLE "ballot_vote" ADD CONSTRAINT "ballot_vote_proxy_id_fkey" FOREIGN KEY ("proxy_id") REFERENCES "ballot_proxy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_opened_vote" ADD CONSTRAINT "ballot_opened_vote_ballot_id_fkey" FOREIGN KEY ("ballot_id") REFERENCES "ballot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_proxy" ADD CONSTRAINT "ballot_proxy_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_proxy" ADD CONSTRAINT "ballot_proxy_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_proxy" ADD CONSTRAINT "ballot_proxy_holder_person_id_fkey" FOREIGN KEY ("holder_person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_proxy" ADD CONSTRAINT "ballot_proxy_entered_by_id_fkey" FOREIGN KEY ("entered_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_proxy" ADD CONSTRAINT "ballot_proxy_ballot_id_fkey" FOREIGN KEY ("ballot_id") REFERENCES "ballot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Ballots that were announced before had no proxies: their first link says nothing of any.
ALTER TABLE "ballot" ALTER COLUMN "proxy_limit" SET DEFAULT 1;

ALTER TABLE "ballot"
  ADD CONSTRAINT "ballot_proxies_within_reason" CHECK ("proxy_limit" BETWEEN 0 AND 10),
  ADD CONSTRAINT "ballot_secret_is_counted_at_its_close" CHECK (NOT ("secret" AND "live_count")),
  ADD CONSTRAINT "ballot_secret_has_no_proxies" CHECK (NOT "secret" OR "proxy_limit" = 0),
  ADD CONSTRAINT "ballot_secret_has_a_key_once_open" CHECK ("state" NOT IN ('OPEN', 'CLOSED') OR ("secret" = ("public_key" IS NOT NULL)));

ALTER TABLE "ballot_vote"
  ADD CONSTRAINT "ballot_vote_open_or_sealed" CHECK (("choice" IS NULL) = ("digest" IS NOT NULL) AND ("sealed" IS NULL OR "digest" IS NOT NULL)),
  ADD CONSTRAINT "ballot_vote_on_paper_with_trace" CHECK (
    num_nonnulls("paper_reference", "paper_on", "paper_trace") = CASE "channel" WHEN 'PAPER' THEN 3 ELSE 0 END),
  ADD CONSTRAINT "ballot_vote_on_paper_is_the_gminas" CHECK ("channel" <> 'PAPER' OR ("proxy_id" IS NULL AND "office" IN ('EXECUTIVE', 'DELEGATE'))),
  ADD CONSTRAINT "ballot_vote_sealed_is_cast_by_the_gmina" CHECK ("digest" IS NULL OR ("proxy_id" IS NULL AND "channel" <> 'PAPER'));

ALTER TABLE "ballot_proxy"
  ADD CONSTRAINT "ballot_proxy_is_another" CHECK ("holder_id" <> "organization_id" OR "holder_person_id" IS NOT NULL),
  ADD CONSTRAINT "ballot_proxy_for_a_ballot_or_a_time" CHECK (
    num_nonnulls("valid_from", "valid_until") = CASE WHEN "ballot_id" IS NULL THEN 2 ELSE 0 END AND "valid_from" <= "valid_until"),
  ADD CONSTRAINT "ballot_proxy_revoked_with_reason" CHECK (("revoked_at" IS NULL) = ("revocation" IS NULL));

-- One proxy a gmina for a ballot; those for a time do not meet (below).
CREATE UNIQUE INDEX "ballot_proxy_one_for_a_ballot" ON "ballot_proxy"("organization_id", "ballot_id") WHERE "revoked_at" IS NULL AND "ballot_id" IS NOT NULL;

CREATE FUNCTION proxy_is_named() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM organization WHERE id = NEW.organization_id FOR NO KEY UPDATE;
  IF NEW.ballot_id IS NULL AND EXISTS (
    SELECT FROM ballot_proxy other
    WHERE other.organization_id = NEW.organization_id AND other.ballot_id IS NULL AND other.revoked_at IS NULL
      AND daterange(other.valid_from, other.valid_until, '[]') && daterange(NEW.valid_from, NEW.valid_until, '[]')) THEN
    RAISE EXCEPTION 'Organization % has a proxy for that time', NEW.organization_id USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER proxy_is_named BEFORE INSERT ON "ballot_proxy" FOR EACH ROW EXECUTE FUNCTION proxy_is_named();

-- A proxy is taken back once; nothing else of it ever changes.
CREATE FUNCTION proxy_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.revoked_at IS NOT NULL OR NEW.revoked_at IS NULL
     OR (to_jsonb(NEW) - 'revoked_at' - 'revocation') <> (to_jsonb(OLD) - 'revoked_at' - 'revocation') THEN
    RAISE EXCEPTION 'A proxy stands until it is taken back' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER proxy_stands BEFORE UPDATE OR DELETE ON "ballot_proxy" FOR EACH ROW EXECUTE FUNCTION proxy_stands();

-- As before, and: secrecy, proxies, reminders and the key stand as well; a secret ballot closes with all of its votes opened.
CREATE OR REPLACE FUNCTION ballot_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('CLOSED', 'WITHDRAWN') OR (OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (
      ('DRAFT', 'SCHEDULED'), ('DRAFT', 'OPEN'), ('SCHEDULED', 'OPEN'), ('OPEN', 'CLOSED'),
      ('DRAFT', 'WITHDRAWN'), ('SCHEDULED', 'WITHDRAWN'), ('OPEN', 'WITHDRAWN'))) THEN
    RAISE EXCEPTION 'Ballot % cannot go from % to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state <> 'DRAFT' AND
     (NEW.title_pl, NEW.title_en, NEW.question_pl, NEW.question_en, NEW.nature, NEW.legal_basis, NEW.quorum, NEW.majority,
      NEW.majority_of, NEW.live_count, NEW.opens_at, NEW.secret, NEW.proxy_limit, NEW.reminder_hours)
     IS DISTINCT FROM
     (OLD.title_pl, OLD.title_en, OLD.question_pl, OLD.question_en, OLD.nature, OLD.legal_basis, OLD.quorum, OLD.majority,
      OLD.majority_of, OLD.live_count, OLD.opens_at, OLD.secret, OLD.proxy_limit, OLD.reminder_hours) THEN
    RAISE EXCEPTION 'Ballot % is announced: its question and rule stand', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state = 'OPEN' AND (NEW.opened_at, NEW.opening, NEW.elector_count, NEW.public_key)
     IS DISTINCT FROM (OLD.opened_at, OLD.opening, OLD.elector_count, OLD.public_key) THEN
    RAISE EXCEPTION 'Ballot % is open: its electorate stands', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state <> 'DRAFT' AND NEW.closes_at <> OLD.closes_at AND NOT (
      OLD.state = 'OPEN' AND NEW.state = 'OPEN' AND NEW.closes_at > OLD.closes_at AND portal_clock() < OLD.closes_at) THEN
    RAISE EXCEPTION 'Ballot % is put off only while it is open', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'CLOSED' AND portal_clock() < OLD.closes_at AND OLD.voted_count < OLD.elector_count THEN
    RAISE EXCEPTION 'Ballot % is open until %', OLD.id, OLD.closes_at USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'CLOSED' AND OLD.secret AND (
      EXISTS (SELECT FROM ballot_vote WHERE ballot_id = OLD.id AND sealed IS NOT NULL) OR
      NOT EXISTS (SELECT FROM ballot_opened_vote WHERE ballot_id = OLD.id
                  HAVING count(*) FILTER (WHERE choice = 'FOR') = NEW.for_count
                    AND count(*) FILTER (WHERE choice = 'AGAINST') = NEW.against_count
                    AND count(*) FILTER (WHERE choice = 'ABSTAIN') = NEW.abstain_count)) THEN
    RAISE EXCEPTION 'Ballot % has sealed votes that are not opened', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- As before, and: a secret ballot takes sealed votes alone, one a gmina; a proxy votes where it holds, within the rule, and
-- never over the gmina's own vote, and neither does paper over what the gmina cast itself.
CREATE OR REPLACE FUNCTION vote_is_cast() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  cast_in ballot;
  named ballot_proxy;
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
  IF cast_in.secret <> (NEW.sealed IS NOT NULL) OR (cast_in.secret AND EXISTS (
      SELECT FROM ballot_vote WHERE ballot_id = NEW.ballot_id AND organization_id = NEW.organization_id)) THEN
    RAISE EXCEPTION 'Ballot % takes no such vote', NEW.ballot_id USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.proxy_id IS NOT NULL THEN
    SELECT * INTO named FROM ballot_proxy WHERE id = NEW.proxy_id FOR SHARE;
    IF named.organization_id <> NEW.organization_id OR named.revoked_at IS NOT NULL
       OR NOT coalesce(named.ballot_id = NEW.ballot_id, portal_today() BETWEEN named.valid_from AND named.valid_until)
       OR EXISTS (SELECT FROM ballot_vote WHERE ballot_id = NEW.ballot_id AND organization_id = NEW.organization_id
                    AND counted AND proxy_id IS NULL)
       OR (named.holder_id <> named.organization_id AND cast_in.proxy_limit < (
             SELECT count(DISTINCT vote.organization_id) + 1 FROM ballot_vote vote JOIN ballot_proxy other ON other.id = vote.proxy_id
             WHERE vote.ballot_id = NEW.ballot_id AND other.holder_id = named.holder_id AND other.organization_id <> named.holder_id
               AND vote.organization_id <> NEW.organization_id)) THEN
      RAISE EXCEPTION 'Proxy % does not hold in ballot %', NEW.proxy_id, NEW.ballot_id USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  IF NEW.channel = 'PAPER' AND EXISTS (
      SELECT FROM ballot_vote WHERE ballot_id = NEW.ballot_id AND organization_id = NEW.organization_id
        AND counted AND proxy_id IS NULL AND channel <> 'PAPER') THEN
    RAISE EXCEPTION 'Organization % has voted itself in ballot %', NEW.organization_id, NEW.ballot_id USING ERRCODE = 'restrict_violation';
  END IF;
  UPDATE ballot_vote SET counted = false
  WHERE ballot_id = NEW.ballot_id AND organization_id = NEW.organization_id AND counted;
  GET DIAGNOSTICS earlier = ROW_COUNT;
  UPDATE ballot SET vote_count = NEW.number, voted_count = voted_count + 1 - earlier, head = NEW.receipt
  WHERE id = NEW.ballot_id;
  RETURN NEW;
END $$;

-- As before, and: what was sealed is thrown away once all of the ballot's votes are opened.
CREATE OR REPLACE FUNCTION vote_stands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  cast_in ballot;
BEGIN
  SELECT * INTO cast_in FROM ballot WHERE id = OLD.ballot_id;
  IF TG_OP = 'DELETE' OR cast_in.state <> 'OPEN' THEN
    RAISE EXCEPTION 'Votes are never changed or deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.sealed IS NOT NULL AND NEW.sealed IS NULL AND (to_jsonb(NEW) - 'sealed') = (to_jsonb(OLD) - 'sealed')
     AND cast_in.vote_count = (SELECT count(*) FROM ballot_opened_vote WHERE ballot_id = OLD.ballot_id) THEN
    RETURN NEW;
  END IF;
  IF (to_jsonb(NEW) - 'counted') <> (to_jsonb(OLD) - 'counted') OR NEW.counted THEN
    RAISE EXCEPTION 'Votes are never changed or deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- Sealed votes are opened in the transaction that counts them: after the time, or once all have voted.
CREATE FUNCTION vote_is_opened() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  cast_in ballot;
BEGIN
  SELECT * INTO cast_in FROM ballot WHERE id = NEW.ballot_id FOR UPDATE;
  IF NOT cast_in.secret OR cast_in.state <> 'OPEN' OR NEW.place NOT BETWEEN 1 AND cast_in.vote_count
     OR (portal_clock() < cast_in.closes_at AND cast_in.voted_count < cast_in.elector_count) THEN
    RAISE EXCEPTION 'Ballot % is not counted yet', NEW.ballot_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER vote_is_opened BEFORE INSERT ON "ballot_opened_vote" FOR EACH ROW EXECUTE FUNCTION vote_is_opened();
CREATE TRIGGER opened_vote_is_immutable BEFORE UPDATE OR DELETE ON "ballot_opened_vote" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER opened_vote_is_not_truncated BEFORE TRUNCATE ON "ballot_opened_vote" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
