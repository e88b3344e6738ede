-- CreateEnum
CREATE TYPE "applicant_kind" AS ENUM ('MUNICIPALITY', 'COUNTY', 'ASSOCIATION', 'INSTITUTION', 'NGO', 'BUSINESS', 'SCIENCE');

-- CreateEnum
CREATE TYPE "call_currency" AS ENUM ('EUR', 'PLN');

-- CreateTable
CREATE TABLE "programme" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "short_name" TEXT NOT NULL,
    "name_pl" TEXT NOT NULL,
    "name_en" TEXT,
    "first_year" INTEGER NOT NULL,
    "last_year" INTEGER NOT NULL,
    "website" TEXT,
    "territory" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "territory_note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "funding_call" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "external_id" TEXT,
    "programme_id" UUID NOT NULL,
    "title_pl" TEXT NOT NULL,
    "title_en" TEXT,
    "about_pl" TEXT,
    "about_en" TEXT,
    "opens_on" DATE NOT NULL,
    "first_stage_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "grant_rate" DECIMAL(5,2),
    "minimum" BIGINT,
    "maximum" BIGINT,
    "currency" "call_currency" NOT NULL,
    "applicants" "applicant_kind"[],
    "territory" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "territory_note" TEXT,
    "partners_min" INTEGER,
    "countries_min" INTEGER,
    "topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "goals" "goal"[],
    "link" TEXT,
    "signing_days" INTEGER NOT NULL DEFAULT 7,
    "cancellation" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "funding_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline_move" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "call_id" UUID NOT NULL,
    "former_first_stage_at" TIMESTAMPTZ(3),
    "former_closes_at" TIMESTAMPTZ(3) NOT NULL,
    "first_stage_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "deadline_move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_choice" (
    "initiative_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "grant" BIGINT,
    "person_id" UUID NOT NULL,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "call_choice_pkey" PRIMARY KEY ("initiative_id","call_id")
);

-- CreateTable
CREATE TABLE "call_follower" (
    "call_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "call_follower_pkey" PRIMARY KEY ("call_id","person_id")
);

-- CreateTable
CREATE TABLE "programme_follower" (
    "programme_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "programme_follower_pkey" PRIMARY KEY ("programme_id","person_id")
);

-- CreateTable
CREATE TABLE "call_warning" (
    "call_id" UUID NOT NULL,
    "deadline_on" DATE NOT NULL,
    "days_ahead" INTEGER NOT NULL,

    CONSTRAINT "call_warning_pkey" PRIMARY KEY ("call_id","deadline_on","days_ahead")
);

-- CreateTable
CREATE TABLE "need" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "organization_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "goals" "goal"[],
    "year" INTEGER NOT NULL,
    "border" BOOLEAN NOT NULL DEFAULT false,
    "cost" BIGINT,
    "currency" "call_currency",
    "withdrawal" TEXT,
    "person_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "need_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "council_session" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "organization_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "tabled_by" DATE NOT NULL,

    CONSTRAINT "council_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "person_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "programme_short_name_key" ON "programme"("short_name");

-- CreateIndex
CREATE INDEX programme_by_name ON programme (name_pl COLLATE "pl-x-icu", id);

-- CreateIndex
CREATE UNIQUE INDEX "funding_call_external_id_key" ON "funding_call"("external_id");

-- CreateIndex
CREATE INDEX "funding_call_programme_id_idx" ON "funding_call"("programme_id");

-- CreateIndex
CREATE INDEX "funding_call_closes_at_id_idx" ON "funding_call"("closes_at", "id");

-- CreateIndex
CREATE INDEX "deadline_move_call_id_id_idx" ON "deadline_move"("call_id", "id");

-- CreateIndex
CREATE INDEX "deadline_move_person_id_idx" ON "deadline_move"("person_id");

-- CreateIndex
CREATE INDEX "call_choice_call_id_idx" ON "call_choice"("call_id");

-- CreateIndex
CREATE INDEX "call_choice_person_id_idx" ON "call_choice"("person_id");

-- CreateIndex
CREATE INDEX "call_follower_person_id_idx" ON "call_follower"("person_id");

-- CreateIndex
CREATE INDEX "programme_follower_person_id_idx" ON "programme_follower"("person_id");

-- CreateIndex
CREATE INDEX "need_organization_id_id_idx" ON "need"("organization_id", "id");

-- CreateIndex
CREATE INDEX "need_year_id_idx" ON "need"("year" DESC, "id");

-- CreateIndex
CREATE INDEX "need_person_id_idx" ON "need"("person_id");

-- CreateIndex
CREATE INDEX "council_session_held_on_id_idx" ON "council_session"("held_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "council_session_organization_id_held_on_key" ON "council_session"("organization_id", "held_on");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- AddForeignKey
ALTER TABLE "funding_call" ADD CONSTRAINT "funding_call_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline_move" ADD CONSTRAINT "deadline_move_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "funding_call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline_move" ADD CONSTRAINT "deadline_move_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_choice" ADD CONSTRAINT "call_choice_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_choice" ADD CONSTRAINT "call_choice_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "funding_call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_choice" ADD CONSTRAINT "call_choice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_follower" ADD CONSTRAINT "call_follower_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "funding_call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_follower" ADD CONSTRAINT "call_follower_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_follower" ADD CONSTRAINT "programme_follower_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_follower" ADD CONSTRAINT "programme_follower_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_warning" ADD CONSTRAINT "call_warning_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "funding_call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need" ADD CONSTRAINT "need_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need" ADD CONSTRAINT "need_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "council_session" ADD CONSTRAINT "council_session_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma cannot say.
ALTER TABLE programme ADD CONSTRAINT programme_ends_after_it_begins CHECK (last_year >= first_year);
ALTER TABLE funding_call
  ADD CONSTRAINT funding_call_stages_in_order CHECK (first_stage_at < closes_at),
  ADD CONSTRAINT funding_call_grants_a_part CHECK (grant_rate > 0 AND grant_rate <= 100),
  ADD CONSTRAINT funding_call_amounts_in_order CHECK (minimum >= 0 AND maximum > 0 AND minimum <= maximum),
  ADD CONSTRAINT funding_call_wants_some CHECK (partners_min BETWEEN 1 AND 100 AND countries_min BETWEEN 1 AND 50),
  ADD CONSTRAINT funding_call_signing_takes_days CHECK (signing_days BETWEEN 0 AND 120);
ALTER TABLE call_choice ADD CONSTRAINT call_choice_asks_for_something CHECK ("grant" > 0);
ALTER TABLE need
  ADD CONSTRAINT need_costs_in_a_currency CHECK ((cost IS NULL) = (currency IS NULL) AND cost > 0),
  ADD CONSTRAINT need_has_a_goal CHECK (cardinality(goals) >= 1);
ALTER TABLE council_session ADD CONSTRAINT council_session_is_tabled_before CHECK (tabled_by <= held_on);

-- What has happened with a call.
CREATE INDEX event_of_call ON event ((facts ->> 'callId'), id DESC) WHERE facts ->> 'callId' IS NOT NULL;

-- Which deadline stood when stays as it was.
CREATE TRIGGER deadline_move_is_immutable BEFORE UPDATE OR DELETE ON deadline_move
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A cancelled call changes no more, whoever asks.
CREATE FUNCTION funding_call_is_cancelled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.cancellation IS NOT NULL THEN
    RAISE EXCEPTION 'Call % is cancelled', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER funding_call_is_cancelled BEFORE UPDATE ON funding_call
  FOR EACH ROW EXECUTE FUNCTION funding_call_is_cancelled();
