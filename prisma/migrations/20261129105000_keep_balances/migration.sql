-- CreateEnum
CREATE TYPE "value_kind" AS ENUM ('GRANT', 'SAVING', 'TRAINING', 'EVENT', 'EXPERT_HOURS');

-- CreateEnum
CREATE TYPE "value_entry_state" AS ENUM ('DECLARED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "balance_year" (
    "year" INTEGER NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,

    CONSTRAINT "balance_year_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "closed_dues" (
    "year" INTEGER NOT NULL,
    "organization_id" UUID NOT NULL,
    "per_inhabitant" INTEGER NOT NULL,
    "population" INTEGER NOT NULL,
    "population_year" INTEGER,

    CONSTRAINT "closed_dues_pkey" PRIMARY KEY ("year","organization_id")
);

-- CreateTable
CREATE TABLE "value_entry" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "organization_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" "value_kind" NOT NULL,
    "state" "value_entry_state" NOT NULL DEFAULT 'DECLARED',
    "happened_on" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "euro_cents" BIGINT,
    "euro_rate" INTEGER,
    "euro_rate_on" DATE,
    "minutes" INTEGER,
    "hour_rate" INTEGER,
    "evidence" TEXT NOT NULL,
    "evidence_url" TEXT,
    "initiative_id" UUID,
    "corrects_id" UUID,
    "declared_by_id" UUID NOT NULL,
    "declared_as" "office" NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),
    "decided_by_id" UUID,
    "decided_as" "office",
    "decided_at" TIMESTAMPTZ(3),
    "refusal" TEXT,

    CONSTRAINT "value_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "balance_year_closed_by_id_idx" ON "balance_year"("closed_by_id");

-- CreateIndex
CREATE INDEX "closed_dues_organization_id_idx" ON "closed_dues"("organization_id");

-- CreateIndex
CREATE INDEX "value_entry_organization_id_year_id_idx" ON "value_entry"("organization_id", "year", "id");

-- CreateIndex
CREATE INDEX "value_entry_year_state_idx" ON "value_entry"("year", "state");

-- CreateIndex
CREATE INDEX "value_entry_initiative_id_idx" ON "value_entry"("initiative_id");

-- CreateIndex
CREATE INDEX "value_entry_corrects_id_idx" ON "value_entry"("corrects_id");

-- CreateIndex
CREATE INDEX "value_entry_declared_by_id_idx" ON "value_entry"("declared_by_id");

-- CreateIndex
CREATE INDEX "value_entry_decided_by_id_idx" ON "value_entry"("decided_by_id");

-- AddForeignKey
ALTER TABLE "balance_year" ADD CONSTRAINT "balance_year_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closed_dues" ADD CONSTRAINT "closed_dues_year_fkey" FOREIGN KEY ("year") REFERENCES "balance_year"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closed_dues" ADD CONSTRAINT "closed_dues_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "value_entry" ADD CONSTRAINT "value_entry_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "value_entry" ADD CONSTRAINT "value_entry_year_fkey" FOREIGN KEY ("year") REFERENCES "balance_year"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "value_entry" ADD CONSTRAINT "value_entry_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "value_entry" ADD CONSTRAINT "value_entry_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "value_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "value_entry" ADD CONSTRAINT "value_entry_declared_by_id_fkey" FOREIGN KEY ("declared_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "value_entry" ADD CONSTRAINT "value_entry_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma cannot say.
ALTER TABLE balance_year ADD CONSTRAINT balance_year_is_closed_by_somebody
  CHECK ((closed_at IS NULL) = (closed_by_id IS NULL));
ALTER TABLE value_entry ADD CONSTRAINT value_entry_is_of_its_year CHECK (extract(year FROM happened_on) = year);
-- Less than a thousand million złoty; what takes away only corrects.
ALTER TABLE value_entry ADD CONSTRAINT value_entry_has_an_amount
  CHECK (amount <> 0 AND abs(amount) <= 99999999999 AND (amount > 0 OR corrects_id IS NOT NULL));
-- Half a grosz is rounded up.
ALTER TABLE value_entry ADD CONSTRAINT value_entry_follows_from_its_euros
  CHECK (num_nonnulls(euro_cents, euro_rate, euro_rate_on) IN (0, 3) AND (euro_cents IS NULL OR (
    euro_cents > 0 AND euro_rate > 0 AND corrects_id IS NULL AND amount = (euro_cents * euro_rate + 5000) / 10000)));
ALTER TABLE value_entry ADD CONSTRAINT value_entry_follows_from_its_hours
  CHECK (num_nonnulls(minutes, hour_rate) IN (0, 2) AND (minutes IS NULL OR (
    minutes > 0 AND hour_rate > 0 AND amount = (minutes::bigint * hour_rate + 30) / 60)));
ALTER TABLE value_entry ADD CONSTRAINT value_entry_counts_expert_work_in_hours
  CHECK (corrects_id IS NOT NULL OR (kind = 'EXPERT_HOURS') = (minutes IS NOT NULL));
ALTER TABLE value_entry ADD CONSTRAINT value_entry_is_decided_by_somebody
  CHECK ((state IN ('CONFIRMED', 'REFUSED')) = (decided_by_id IS NOT NULL)
    AND num_nonnulls(decided_by_id, decided_as, decided_at) IN (0, 3) AND (state = 'REFUSED') = (refusal IS NOT NULL));
-- Nobody confirms their own word, nor that of their own side.
ALTER TABLE value_entry ADD CONSTRAINT value_entry_is_decided_by_another CHECK (decided_by_id <> declared_by_id);
ALTER TABLE value_entry ADD CONSTRAINT value_entry_is_decided_by_the_other_side CHECK (
  CASE declared_as
    WHEN 'SECRETARIAT' THEN decided_as IN ('EXECUTIVE', 'COORDINATOR')
    WHEN 'OFFICIAL' THEN decided_as IN ('EXECUTIVE', 'COORDINATOR', 'SECRETARIAT')
    WHEN 'EXECUTIVE' THEN decided_as = 'SECRETARIAT'
    WHEN 'COORDINATOR' THEN decided_as = 'SECRETARIAT'
    ELSE false
  END);

-- Of an entry one correction waits at a time: so two never take away the same.
CREATE UNIQUE INDEX value_entry_one_correction_waits ON value_entry (corrects_id) WHERE state = 'DECLARED';

-- A closed year stays closed, and nothing is declared in it or decided; a correction says what it corrects.
CREATE FUNCTION balance_year_stays_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.closed_at IS NOT NULL THEN
    RAISE EXCEPTION 'The year % is closed', OLD.year USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (SELECT FROM value_entry WHERE year = OLD.year AND state = 'DECLARED') THEN
    RAISE EXCEPTION 'Entries of % wait for their confirmation', OLD.year USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER balance_year_stays_closed BEFORE UPDATE ON balance_year
  FOR EACH ROW EXECUTE FUNCTION balance_year_stays_closed();

CREATE FUNCTION value_entry_keeps_its_word() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Waits for whoever closes the year, and makes them wait.
  IF (SELECT closed_at FROM balance_year WHERE year = NEW.year FOR SHARE) IS NOT NULL THEN
    RAISE EXCEPTION 'The year % is closed', NEW.year USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'DECLARED' THEN
      RAISE EXCEPTION 'An entry begins as declared' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.corrects_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM value_entry corrected WHERE corrected.id = NEW.corrects_id AND corrected.state = 'CONFIRMED'
        AND corrected.corrects_id IS NULL AND corrected.organization_id = NEW.organization_id AND corrected.kind = NEW.kind)
    THEN
      RAISE EXCEPTION 'A correction is of a confirmed entry of the same gmina and kind' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state <> 'DECLARED' THEN
    RAISE EXCEPTION 'Entry % is decided and never changes', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF to_jsonb(NEW) - '{state,decided_by_id,decided_as,decided_at,refusal}'::text[]
     IS DISTINCT FROM to_jsonb(OLD) - '{state,decided_by_id,decided_as,decided_at,refusal}'::text[] THEN
    RAISE EXCEPTION 'What was declared by % never changes', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER value_entry_keeps_its_word BEFORE INSERT OR UPDATE ON value_entry
  FOR EACH ROW EXECUTE FUNCTION value_entry_keeps_its_word();
CREATE TRIGGER value_entry_is_never_deleted BEFORE DELETE ON value_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER closed_dues_are_immutable BEFORE UPDATE OR DELETE ON closed_dues
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
