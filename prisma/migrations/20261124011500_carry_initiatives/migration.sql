-- CreateEnum
CREATE TYPE "initiative_stage" AS ENUM ('IDEA', 'PREPARATION', 'APPLIED', 'FUNDED', 'RUNNING', 'COMPLETED', 'ABANDONED');

-- CreateEnum
CREATE TYPE "initiative_level" AS ENUM ('LOCAL', 'INTERMUNICIPAL', 'REGIONAL', 'CROSS_BORDER');

-- CreateEnum
CREATE TYPE "part_role" AS ENUM ('LEAD_PARTNER', 'PARTNER', 'ASSOCIATED');

-- CreateEnum
CREATE TYPE "part_state" AS ENUM ('DECLARED', 'CONFIRMED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "initiative" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "title_pl" TEXT NOT NULL,
    "title_en" TEXT,
    "summary_pl" TEXT NOT NULL,
    "summary_en" TEXT,
    "benefit" TEXT NOT NULL,
    "stage" "initiative_stage" NOT NULL DEFAULT 'IDEA',
    "level" "initiative_level" NOT NULL,
    "goals" "goal"[],
    "topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "starts_on" DATE,
    "ends_on" DATE,
    "network_id" UUID,
    "proposed_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "initiative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_move" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "initiative_id" UUID NOT NULL,
    "stage" "initiative_stage",
    "level" "initiative_level",
    "reason" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "initiative_move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_part" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "initiative_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "role" "part_role" NOT NULL,
    "state" "part_state" NOT NULL DEFAULT 'DECLARED',
    "part" TEXT NOT NULL,
    "declared_by_id" UUID NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "withdrawal" TEXT,

    CONSTRAINT "initiative_part_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "initiative_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "reached_on" DATE,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "initiative_id" UUID NOT NULL,
    "name_pl" TEXT NOT NULL,
    "name_en" TEXT,
    "unit" TEXT NOT NULL,
    "baseline" DECIMAL(15,2) NOT NULL,
    "target" DECIMAL(15,2) NOT NULL,
    "border" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measurement" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "indicator_id" UUID NOT NULL,
    "value" DECIMAL(15,2) NOT NULL,
    "measured_on" DATE NOT NULL,
    "evidence" TEXT NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "measurement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "risk" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "initiative_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "likelihood" INTEGER NOT NULL,
    "impact" INTEGER NOT NULL,
    "response" TEXT NOT NULL,

    CONSTRAINT "risk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_follower" (
    "initiative_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "initiative_follower_pkey" PRIMARY KEY ("initiative_id","person_id")
);

-- CreateIndex
CREATE INDEX initiative_by_title ON initiative (title_pl COLLATE "pl-x-icu", id);

-- CreateIndex
CREATE INDEX "initiative_network_id_idx" ON "initiative"("network_id");

-- CreateIndex
CREATE INDEX "initiative_proposed_by_id_idx" ON "initiative"("proposed_by_id");

-- CreateIndex
CREATE INDEX "initiative_move_initiative_id_id_idx" ON "initiative_move"("initiative_id", "id");

-- CreateIndex
CREATE INDEX "initiative_move_person_id_idx" ON "initiative_move"("person_id");

-- CreateIndex
CREATE INDEX "initiative_move_organization_id_idx" ON "initiative_move"("organization_id");

-- CreateIndex
CREATE INDEX "initiative_part_initiative_id_id_idx" ON "initiative_part"("initiative_id", "id");

-- CreateIndex
CREATE INDEX "initiative_part_organization_id_idx" ON "initiative_part"("organization_id");

-- CreateIndex
CREATE INDEX "initiative_part_declared_by_id_idx" ON "initiative_part"("declared_by_id");

-- CreateIndex
CREATE INDEX "initiative_part_confirmed_by_id_idx" ON "initiative_part"("confirmed_by_id");

-- CreateIndex
CREATE INDEX "milestone_initiative_id_due_on_idx" ON "milestone"("initiative_id", "due_on");

-- CreateIndex
CREATE INDEX "indicator_initiative_id_id_idx" ON "indicator"("initiative_id", "id");

-- CreateIndex
CREATE INDEX "measurement_indicator_id_measured_on_idx" ON "measurement"("indicator_id", "measured_on");

-- CreateIndex
CREATE INDEX "measurement_person_id_idx" ON "measurement"("person_id");

-- CreateIndex
CREATE INDEX "risk_initiative_id_id_idx" ON "risk"("initiative_id", "id");

-- CreateIndex
CREATE INDEX "initiative_follower_person_id_idx" ON "initiative_follower"("person_id");

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_move" ADD CONSTRAINT "initiative_move_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_move" ADD CONSTRAINT "initiative_move_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_move" ADD CONSTRAINT "initiative_move_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_part" ADD CONSTRAINT "initiative_part_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_part" ADD CONSTRAINT "initiative_part_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_part" ADD CONSTRAINT "initiative_part_declared_by_id_fkey" FOREIGN KEY ("declared_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_part" ADD CONSTRAINT "initiative_part_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk" ADD CONSTRAINT "risk_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_follower" ADD CONSTRAINT "initiative_follower_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_follower" ADD CONSTRAINT "initiative_follower_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE initiative ADD CONSTRAINT initiative_ends_after_it_starts CHECK (ends_on >= starts_on);
ALTER TABLE initiative ADD CONSTRAINT initiative_has_a_goal CHECK (cardinality(goals) >= 1);
ALTER TABLE initiative_move ADD CONSTRAINT initiative_move_goes_one_way CHECK (num_nonnulls(stage, level) = 1);
ALTER TABLE initiative_part ADD CONSTRAINT initiative_part_is_confirmed_by_somebody
  CHECK ((confirmed_by_id IS NULL) = (confirmed_at IS NULL) AND (state <> 'CONFIRMED' OR confirmed_at IS NOT NULL));
ALTER TABLE initiative_part ADD CONSTRAINT initiative_part_is_withdrawn_with_a_reason
  CHECK ((state = 'WITHDRAWN') = (withdrawal IS NOT NULL));
ALTER TABLE risk ADD CONSTRAINT risk_is_on_its_scale CHECK (likelihood BETWEEN 1 AND 3 AND impact BETWEEN 1 AND 3);

-- One live part of an organization, one live lead partner.
CREATE UNIQUE INDEX initiative_part_is_one ON initiative_part (initiative_id, organization_id) WHERE state <> 'WITHDRAWN';
CREATE UNIQUE INDEX initiative_part_one_leads ON initiative_part (initiative_id)
  WHERE role = 'LEAD_PARTNER' AND state <> 'WITHDRAWN';

-- What has happened with an initiative.
CREATE INDEX event_of_initiative ON event ((facts ->> 'initiativeId'), id DESC) WHERE facts ->> 'initiativeId' IS NOT NULL;

-- What was measured and how it was moved stays as it was.
CREATE TRIGGER measurement_is_immutable BEFORE UPDATE OR DELETE ON measurement FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER initiative_move_is_immutable BEFORE UPDATE OR DELETE ON initiative_move
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A completed or abandoned initiative moves no more, whoever asks.
CREATE FUNCTION initiative_has_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.stage IN ('COMPLETED', 'ABANDONED') THEN
    RAISE EXCEPTION 'Initiative % has ended', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER initiative_has_ended BEFORE UPDATE ON initiative FOR EACH ROW EXECUTE FUNCTION initiative_has_ended();
