-- CreateEnum
CREATE TYPE "budget_currency" AS ENUM ('EUR', 'PLN');

-- CreateEnum
CREATE TYPE "budget_state" AS ENUM ('DRAFT', 'ASKED', 'AGREED');

-- CreateEnum
CREATE TYPE "cost_category" AS ENUM ('STAFF', 'OFFICE', 'TRAVEL', 'EXPERTS', 'EQUIPMENT', 'INFRASTRUCTURE', 'OTHER');

-- CreateEnum
CREATE TYPE "claim_state" AS ENUM ('DRAFT', 'SUBMITTED', 'ACCEPTED', 'RETURNED');

-- CreateTable
CREATE TABLE "budget" (
    "initiative_id" UUID NOT NULL,
    "currency" "budget_currency" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "budget_pkey" PRIMARY KEY ("initiative_id")
);

-- CreateTable
CREATE TABLE "budget_version" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "initiative_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "budget_state" NOT NULL DEFAULT 'DRAFT',
    "grant_rate" INTEGER NOT NULL,
    "pln_per_eur" INTEGER NOT NULL,
    "rate_day" DATE NOT NULL,
    "rate_source" TEXT NOT NULL,
    "total" BIGINT NOT NULL,
    "grant_amount" BIGINT NOT NULL,
    "own_amount" BIGINT NOT NULL,
    "reason" TEXT,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),
    "agreed_at" TIMESTAMPTZ(3),

    CONSTRAINT "budget_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_share" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "version_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "grant_amount" BIGINT NOT NULL,
    "own_amount" BIGINT NOT NULL,
    "agreed_by_id" UUID,
    "agreed_at" TIMESTAMPTZ(3),

    CONSTRAINT "budget_share_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_line" (
    "share_id" UUID NOT NULL,
    "category" "cost_category" NOT NULL,
    "grant_amount" BIGINT NOT NULL,
    "own_amount" BIGINT NOT NULL,

    CONSTRAINT "budget_line_pkey" PRIMARY KEY ("share_id","category")
);

-- CreateTable
CREATE TABLE "budget_instalment" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "initiative_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "amount" BIGINT NOT NULL,
    "payer" TEXT NOT NULL,

    CONSTRAINT "budget_instalment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_claim" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "initiative_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "amount" BIGINT NOT NULL,
    "note" TEXT NOT NULL,
    "state" "claim_state" NOT NULL DEFAULT 'DRAFT',
    "accepted_amount" BIGINT,
    "reason" TEXT,
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "budget_claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_receipt" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "initiative_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "received_on" DATE NOT NULL,
    "claim_id" UUID,
    "instalment_id" UUID,
    "corrects_id" UUID,
    "note" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "budget_receipt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "budget_version_written_by_id_idx" ON "budget_version"("written_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "budget_version_initiative_id_number_key" ON "budget_version"("initiative_id", "number");

-- CreateIndex
CREATE INDEX "budget_share_organization_id_idx" ON "budget_share"("organization_id");

-- CreateIndex
CREATE INDEX "budget_share_agreed_by_id_idx" ON "budget_share"("agreed_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "budget_share_version_id_organization_id_key" ON "budget_share"("version_id", "organization_id");

-- CreateIndex
CREATE INDEX "budget_instalment_initiative_id_due_on_idx" ON "budget_instalment"("initiative_id", "due_on");

-- CreateIndex
CREATE INDEX "budget_instalment_organization_id_idx" ON "budget_instalment"("organization_id");

-- CreateIndex
CREATE INDEX "budget_claim_organization_id_idx" ON "budget_claim"("organization_id");

-- CreateIndex
CREATE INDEX "budget_claim_submitted_by_id_idx" ON "budget_claim"("submitted_by_id");

-- CreateIndex
CREATE INDEX "budget_claim_decided_by_id_idx" ON "budget_claim"("decided_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "budget_claim_initiative_id_organization_id_number_key" ON "budget_claim"("initiative_id", "organization_id", "number");

-- CreateIndex
CREATE INDEX "budget_receipt_initiative_id_id_idx" ON "budget_receipt"("initiative_id", "id");

-- CreateIndex
CREATE INDEX "budget_receipt_organization_id_idx" ON "budget_receipt"("organization_id");

-- CreateIndex
CREATE INDEX "budget_receipt_claim_id_idx" ON "budget_receipt"("claim_id");

-- CreateIndex
CREATE INDEX "budget_receipt_instalment_id_idx" ON "budget_receipt"("instalment_id");

-- CreateIndex
CREATE INDEX "budget_receipt_corrects_id_idx" ON "budget_receipt"("corrects_id");

-- CreateIndex
CREATE INDEX "budget_receipt_person_id_idx" ON "budget_receipt"("person_id");

-- AddForeignKey
ALTER TABLE "budget" ADD CONSTRAINT "budget_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_version" ADD CONSTRAINT "budget_version_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "budget"("initiative_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_version" ADD CONSTRAINT "budget_version_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_share" ADD CONSTRAINT "budget_share_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_share" ADD CONSTRAINT "budget_share_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_share" ADD CONSTRAINT "budget_share_agreed_by_id_fkey" FOREIGN KEY ("agreed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_share_id_fkey" FOREIGN KEY ("share_id") REFERENCES "budget_share"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_instalment" ADD CONSTRAINT "budget_instalment_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "budget"("initiative_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_instalment" ADD CONSTRAINT "budget_instalment_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_claim" ADD CONSTRAINT "budget_claim_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "budget"("initiative_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_claim" ADD CONSTRAINT "budget_claim_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_claim" ADD CONSTRAINT "budget_claim_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_claim" ADD CONSTRAINT "budget_claim_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_receipt" ADD CONSTRAINT "budget_receipt_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "budget"("initiative_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_receipt" ADD CONSTRAINT "budget_receipt_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_receipt" ADD CONSTRAINT "budget_receipt_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "budget_claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_receipt" ADD CONSTRAINT "budget_receipt_instalment_id_fkey" FOREIGN KEY ("instalment_id") REFERENCES "budget_instalment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_receipt" ADD CONSTRAINT "budget_receipt_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "budget_receipt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_receipt" ADD CONSTRAINT "budget_receipt_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma cannot say.
ALTER TABLE budget_version ADD CONSTRAINT budget_version_balances
  CHECK (total > 0 AND grant_amount >= 0 AND own_amount >= 0 AND grant_amount + own_amount = total AND total <= 100000000000);
ALTER TABLE budget_version ADD CONSTRAINT budget_version_keeps_to_its_rate
  CHECK (grant_rate BETWEEN 0 AND 10000 AND grant_amount * 10000 <= grant_rate * total);
ALTER TABLE budget_version ADD CONSTRAINT budget_version_has_a_rate_of_exchange CHECK (pln_per_eur BETWEEN 10000 AND 999999);
ALTER TABLE budget_version ADD CONSTRAINT budget_version_is_changed_with_a_reason CHECK ((number = 1) = (reason IS NULL));
ALTER TABLE budget_version ADD CONSTRAINT budget_version_is_agreed_at_a_moment CHECK ((state = 'AGREED') = (agreed_at IS NOT NULL));
ALTER TABLE budget_share ADD CONSTRAINT budget_share_is_not_negative CHECK (grant_amount >= 0 AND own_amount >= 0);
ALTER TABLE budget_share ADD CONSTRAINT budget_share_is_agreed_by_somebody
  CHECK ((agreed_by_id IS NULL) = (agreed_at IS NULL));
ALTER TABLE budget_line ADD CONSTRAINT budget_line_is_within_its_limits
  CHECK (grant_amount BETWEEN 0 AND 10000000000 AND own_amount BETWEEN 0 AND 10000000000);
ALTER TABLE budget_instalment ADD CONSTRAINT budget_instalment_is_of_something CHECK (amount BETWEEN 1 AND 10000000000);
ALTER TABLE budget_claim ADD CONSTRAINT budget_claim_is_of_something CHECK (amount BETWEEN 1 AND 10000000000);
ALTER TABLE budget_claim ADD CONSTRAINT budget_claim_ends_after_it_starts CHECK (period_to >= period_from);
ALTER TABLE budget_claim ADD CONSTRAINT budget_claim_is_accepted_at_most_as_claimed
  CHECK ((state = 'ACCEPTED') = (accepted_amount IS NOT NULL) AND accepted_amount BETWEEN 0 AND amount);
ALTER TABLE budget_claim ADD CONSTRAINT budget_claim_is_cut_or_returned_with_a_reason
  CHECK (reason IS NOT NULL OR NOT (state = 'RETURNED' OR accepted_amount < amount));
ALTER TABLE budget_receipt ADD CONSTRAINT budget_receipt_is_of_something
  CHECK (amount <> 0 AND (amount > 0 OR corrects_id IS NOT NULL) AND abs(amount) <= 10000000000);
ALTER TABLE budget_receipt ADD CONSTRAINT budget_receipt_is_for_one_thing CHECK (num_nonnulls(claim_id, instalment_id) <= 1);

-- One version at most is not agreed.
CREATE UNIQUE INDEX budget_version_one_is_open ON budget_version (initiative_id) WHERE state <> 'AGREED';

-- Sums that do not balance are refused where the transaction ends: each participant's lines with its share, the shares with the
-- whole; and nothing is agreed to which somebody has not agreed.
CREATE FUNCTION budget_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_version uuid;
  whole budget_version;
BEGIN
  IF TG_TABLE_NAME = 'budget_version' THEN
    of_version := NEW.id;
  ELSIF TG_TABLE_NAME = 'budget_share' THEN
    of_version := coalesce(NEW.version_id, OLD.version_id);
  ELSE
    SELECT version_id INTO of_version FROM budget_share WHERE id = coalesce(NEW.share_id, OLD.share_id);
  END IF;
  SELECT * INTO whole FROM budget_version WHERE id = of_version;
  IF whole.id IS NULL THEN
    RETURN NULL;
  END IF;
  IF EXISTS (
    SELECT FROM budget_share share LEFT JOIN budget_line line ON line.share_id = share.id WHERE share.version_id = whole.id
    GROUP BY share.id
    HAVING coalesce(sum(line.grant_amount), 0) <> share.grant_amount OR coalesce(sum(line.own_amount), 0) <> share.own_amount
  ) OR EXISTS (
    SELECT FROM budget_share share WHERE share.version_id = whole.id
    HAVING coalesce(sum(share.grant_amount), 0) <> whole.grant_amount OR coalesce(sum(share.own_amount), 0) <> whole.own_amount
  ) THEN
    RAISE EXCEPTION 'The budget % does not balance', whole.id USING ERRCODE = 'check_violation';
  END IF;
  IF whole.state = 'AGREED' AND EXISTS (
    SELECT FROM budget_share share WHERE share.version_id = whole.id AND share.agreed_at IS NULL
  ) THEN
    RAISE EXCEPTION 'The budget % is not agreed to by all', whole.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER budget_balances AFTER INSERT OR UPDATE ON budget_version
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION budget_balances();
CREATE CONSTRAINT TRIGGER budget_balances AFTER INSERT OR UPDATE OR DELETE ON budget_share
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION budget_balances();
CREATE CONSTRAINT TRIGGER budget_balances AFTER INSERT OR UPDATE OR DELETE ON budget_line
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION budget_balances();

-- What was agreed stays as it was, whoever asks: it is changed by a new version.
CREATE FUNCTION budget_is_agreed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_version uuid;
BEGIN
  IF TG_TABLE_NAME = 'budget_version' THEN
    of_version := OLD.id;
  ELSIF TG_TABLE_NAME = 'budget_share' THEN
    of_version := CASE WHEN TG_OP = 'INSERT' THEN NEW.version_id ELSE OLD.version_id END;
  ELSE
    SELECT version_id INTO of_version FROM budget_share
    WHERE id = CASE WHEN TG_OP = 'INSERT' THEN NEW.share_id ELSE OLD.share_id END;
  END IF;
  IF EXISTS (SELECT FROM budget_version WHERE id = of_version AND state = 'AGREED') THEN
    RAISE EXCEPTION 'The budget % is agreed', of_version USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER budget_is_agreed BEFORE UPDATE OR DELETE ON budget_version FOR EACH ROW EXECUTE FUNCTION budget_is_agreed();
CREATE TRIGGER budget_is_agreed BEFORE INSERT OR UPDATE OR DELETE ON budget_share
  FOR EACH ROW EXECUTE FUNCTION budget_is_agreed();
CREATE TRIGGER budget_is_agreed BEFORE INSERT OR UPDATE OR DELETE ON budget_line
  FOR EACH ROW EXECUTE FUNCTION budget_is_agreed();

-- The currency of a budget that was agreed once stays.
CREATE FUNCTION budget_keeps_its_currency() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.currency <> OLD.currency AND EXISTS (
    SELECT FROM budget_version WHERE initiative_id = OLD.initiative_id AND state = 'AGREED'
  ) THEN
    RAISE EXCEPTION 'The budget of % keeps its currency', OLD.initiative_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER budget_keeps_its_currency BEFORE UPDATE ON budget
  FOR EACH ROW EXECUTE FUNCTION budget_keeps_its_currency();

-- What came in stays as it was recorded; what is accepted is decided once.
CREATE TRIGGER budget_receipt_is_immutable BEFORE UPDATE OR DELETE ON budget_receipt
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE FUNCTION budget_claim_is_accepted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'ACCEPTED' THEN
    RAISE EXCEPTION 'Claim % is accepted', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER budget_claim_is_accepted BEFORE UPDATE OR DELETE ON budget_claim
  FOR EACH ROW EXECUTE FUNCTION budget_claim_is_accepted();
