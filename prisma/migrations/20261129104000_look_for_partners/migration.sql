-- CreateEnum
CREATE TYPE "partner_kind" AS ENUM ('AUTHORITY', 'BUSINESS', 'SCIENCE', 'NGO', 'NETWORK');

-- CreateEnum
CREATE TYPE "partner_state" AS ENUM ('PROPOSED', 'ACTIVE', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "card_state" AS ENUM ('DRAFT', 'PUBLISHED', 'CLOSED');

-- CreateEnum
CREATE TYPE "card_currency" AS ENUM ('EUR', 'PLN');

-- CreateTable
CREATE TABLE "partner" (
    "organization_id" UUID NOT NULL,
    "kind" "partner_kind" NOT NULL,
    "state" "partner_state" NOT NULL,
    "country" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "website" TEXT,
    "description_pl" TEXT NOT NULL,
    "description_en" TEXT,
    "topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "proposed_by_id" UUID NOT NULL,
    "proposer_id" UUID NOT NULL,
    "archival" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "partner_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "partner_person" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "partner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "noted_for_id" UUID NOT NULL,

    CONSTRAINT "partner_person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_contact" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "partner_id" UUID NOT NULL,
    "contacted_on" DATE NOT NULL,
    "about" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "partner_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "twin" (
    "municipality_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "since" INTEGER,
    "about" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "twin_pkey" PRIMARY KEY ("municipality_id","partner_id")
);

-- CreateTable
CREATE TABLE "partner_card" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "owner_id" UUID NOT NULL,
    "initiative_id" UUID,
    "state" "card_state" NOT NULL DEFAULT 'DRAFT',
    "title_pl" TEXT NOT NULL,
    "title_en" TEXT,
    "acronym" TEXT,
    "programme" TEXT,
    "priority" TEXT,
    "challenge_pl" TEXT,
    "challenge_en" TEXT,
    "aim_pl" TEXT,
    "aim_en" TEXT,
    "activities_pl" TEXT,
    "activities_en" TEXT,
    "results_pl" TEXT,
    "results_en" TEXT,
    "timetable_pl" TEXT,
    "timetable_en" TEXT,
    "about_pl" TEXT,
    "about_en" TEXT,
    "sought" JSONB NOT NULL DEFAULT '[]',
    "budget_from" BIGINT,
    "budget_to" BIGINT,
    "currency" "card_currency" NOT NULL DEFAULT 'EUR',
    "duration_months" INTEGER,
    "answer_by" DATE,
    "office_name" TEXT,
    "office_email" TEXT,
    "office_phone" TEXT,
    "topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "published_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "partner_card_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "partner_state_idx" ON "partner"("state");

-- CreateIndex
CREATE INDEX "partner_proposed_by_id_idx" ON "partner"("proposed_by_id");

-- CreateIndex
CREATE INDEX "partner_proposer_id_idx" ON "partner"("proposer_id");

-- CreateIndex
CREATE INDEX "partner_person_partner_id_id_idx" ON "partner_person"("partner_id", "id");

-- CreateIndex
CREATE INDEX "partner_person_noted_for_id_idx" ON "partner_person"("noted_for_id");

-- CreateIndex
CREATE INDEX "partner_contact_partner_id_contacted_on_idx" ON "partner_contact"("partner_id", "contacted_on");

-- CreateIndex
CREATE INDEX "partner_contact_person_id_idx" ON "partner_contact"("person_id");

-- CreateIndex
CREATE INDEX "partner_contact_organization_id_idx" ON "partner_contact"("organization_id");

-- CreateIndex
CREATE INDEX "twin_partner_id_idx" ON "twin"("partner_id");

-- CreateIndex
CREATE INDEX "partner_card_owner_id_idx" ON "partner_card"("owner_id");

-- CreateIndex
CREATE INDEX "partner_card_initiative_id_idx" ON "partner_card"("initiative_id");

-- AddForeignKey
ALTER TABLE "partner" ADD CONSTRAINT "partner_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner" ADD CONSTRAINT "partner_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner" ADD CONSTRAINT "partner_proposer_id_fkey" FOREIGN KEY ("proposer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_person" ADD CONSTRAINT "partner_person_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("organization_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_person" ADD CONSTRAINT "partner_person_noted_for_id_fkey" FOREIGN KEY ("noted_for_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_contact" ADD CONSTRAINT "partner_contact_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("organization_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_contact" ADD CONSTRAINT "partner_contact_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_contact" ADD CONSTRAINT "partner_contact_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "twin" ADD CONSTRAINT "twin_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("organization_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "twin" ADD CONSTRAINT "twin_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("organization_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_card" ADD CONSTRAINT "partner_card_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_card" ADD CONSTRAINT "partner_card_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma cannot say.
-- The directory has nobody twice.
CREATE UNIQUE INDEX organization_partner_is_one ON organization (portal_fold(name)) WHERE kind = 'PARTNER';
ALTER TABLE partner ADD CONSTRAINT partner_country_is_a_code CHECK (country ~ '^[A-Z]{2}$');
ALTER TABLE partner ADD CONSTRAINT partner_is_archived_with_a_reason CHECK ((state = 'ARCHIVED') = (archival IS NOT NULL));
ALTER TABLE partner_person ADD CONSTRAINT partner_person_can_be_reached CHECK (num_nonnulls(email, phone) >= 1);
ALTER TABLE twin ADD CONSTRAINT twin_since_a_year CHECK (since BETWEEN 1900 AND 2200);
ALTER TABLE partner_card ADD CONSTRAINT partner_card_budget_is_a_range
  CHECK (budget_from >= 0 AND budget_to >= 0 AND budget_from <= budget_to);
ALTER TABLE partner_card ADD CONSTRAINT partner_card_sought_is_a_list CHECK (jsonb_typeof(sought) = 'array');
-- What is public is whole in both languages.
ALTER TABLE partner_card ADD CONSTRAINT partner_card_is_published_whole CHECK (
  (state <> 'PUBLISHED' OR published_at IS NOT NULL)
  AND (published_at IS NULL OR num_nulls(title_en, programme, challenge_pl, challenge_en, aim_pl, aim_en, activities_pl,
       activities_en, results_pl, results_en, timetable_pl, timetable_en, about_pl, about_en, office_name, office_email) = 0
       AND jsonb_array_length(sought) >= 1));

CREATE TRIGGER partner_contact_is_immutable BEFORE UPDATE ON partner_contact FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A partner's details belong to a partner.
CREATE FUNCTION partner_is_a_partner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM organization WHERE id = NEW.organization_id AND kind = 'PARTNER') THEN
    RAISE EXCEPTION 'Organization % is no partner', NEW.organization_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER partner_is_a_partner BEFORE INSERT ON partner FOR EACH ROW EXECUTE FUNCTION partner_is_a_partner();

-- A closed card looks for nobody any more, whoever asks.
CREATE FUNCTION partner_card_is_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'CLOSED' THEN
    RAISE EXCEPTION 'Card % is closed', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER partner_card_is_closed BEFORE UPDATE ON partner_card FOR EACH ROW EXECUTE FUNCTION partner_card_is_closed();

-- A guest follows no longer what the guest's organization has left: no letter tells of it.
CREATE FUNCTION guests_follow_no_more() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM initiative_follower follower
  WHERE follower.initiative_id = NEW.initiative_id
    AND EXISTS (SELECT FROM appointment guest WHERE guest.person_id = follower.person_id
                  AND guest.organization_id = NEW.organization_id AND guest.office = 'PARTNER_CONTACT')
    AND NOT EXISTS (
      SELECT FROM appointment other JOIN organization ON organization.id = other.organization_id
      WHERE other.person_id = follower.person_id AND other.starts_on <= portal_today()
        AND (other.ends_on IS NULL OR other.ends_on >= portal_today())
        AND (organization.kind <> 'PARTNER' OR EXISTS (
          SELECT FROM initiative_part part WHERE part.initiative_id = NEW.initiative_id
            AND part.organization_id = other.organization_id AND part.state <> 'WITHDRAWN')));
  RETURN NULL;
END $$;
CREATE TRIGGER guests_follow_no_more AFTER UPDATE ON initiative_part FOR EACH ROW
  WHEN (OLD.state <> 'WITHDRAWN' AND NEW.state = 'WITHDRAWN') EXECUTE FUNCTION guests_follow_no_more();
