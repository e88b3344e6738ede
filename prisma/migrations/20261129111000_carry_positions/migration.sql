-- CreateEnum
CREATE TYPE "position_state" AS ENUM ('DRAFT', 'CONSULTATION', 'VOTING', 'ADOPTED', 'REJECTED', 'SENT', 'ANSWERED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "adopted_by" AS ENUM ('BALLOT', 'SILENCE');

-- CreateEnum
CREATE TYPE "amendment_kind" AS ENUM ('REPLACE', 'DELETE', 'ADD_AFTER');

-- CreateEnum
CREATE TYPE "amendment_state" AS ENUM ('PROPOSED', 'ACCEPTED', 'REJECTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "stand_kind" AS ENUM ('ENDORSES', 'OBJECTS');

-- CreateEnum
CREATE TYPE "dispatch_channel" AS ENUM ('MAIL', 'LETTER', 'E_DELIVERY');

-- CreateEnum
CREATE TYPE "answer_kind" AS ENUM ('AGREED', 'PARTLY', 'REFUSED', 'NO_ANSWER');

-- CreateTable
CREATE TABLE "position" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "title_pl" TEXT NOT NULL,
    "title_en" TEXT,
    "occasion" TEXT NOT NULL,
    "aim" TEXT NOT NULL,
    "wanted_by" DATE,
    "nature" "ballot_nature" NOT NULL,
    "threshold" INTEGER NOT NULL DEFAULT 50,
    "is_public" BOOLEAN NOT NULL DEFAULT true,
    "state" "position_state" NOT NULL DEFAULT 'DRAFT',
    "network_id" UUID,
    "proposed_by_id" UUID NOT NULL,
    "rapporteur_id" UUID,
    "text_number" INTEGER NOT NULL DEFAULT 0,
    "announced_at" TIMESTAMPTZ(3),
    "consultation_until" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "silence_until" TIMESTAMPTZ(3),
    "ballot_id" UUID,
    "decided_on" DATE,
    "adopted_by" "adopted_by",
    "year" INTEGER,
    "number" INTEGER,
    "effect" TEXT,
    "withdrawal" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "position_text" (
    "position_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title_pl" TEXT NOT NULL,
    "title_en" TEXT,
    "paragraphs" JSONB NOT NULL,
    "amendment_id" UUID,
    "person_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "position_text_pkey" PRIMARY KEY ("position_id","number")
);

-- CreateTable
CREATE TABLE "position_comment" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "position_id" UUID NOT NULL,
    "paragraph_id" UUID,
    "text_number" INTEGER NOT NULL,
    "organization_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_clock(),

    CONSTRAINT "position_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "amendment" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "position_id" UUID NOT NULL,
    "paragraph_id" UUID NOT NULL,
    "kind" "amendment_kind" NOT NULL,
    "text_pl" TEXT,
    "text_en" TEXT,
    "reason" TEXT NOT NULL,
    "text_number" INTEGER NOT NULL,
    "organization_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_clock(),
    "state" "amendment_state" NOT NULL DEFAULT 'PROPOSED',
    "decision" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "merged_in" INTEGER,

    CONSTRAINT "amendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "position_stand" (
    "position_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "stand" "stand_kind" NOT NULL,
    "reason" TEXT,
    "text_number" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "stated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_clock(),

    CONSTRAINT "position_stand_pkey" PRIMARY KEY ("position_id","organization_id")
);

-- CreateTable
CREATE TABLE "position_dissent" (
    "position_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "text_pl" TEXT NOT NULL,
    "text_en" TEXT,
    "person_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "position_dissent_pkey" PRIMARY KEY ("position_id","organization_id")
);

-- CreateTable
CREATE TABLE "position_signature" (
    "position_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "position_signature_pkey" PRIMARY KEY ("position_id","organization_id")
);

-- CreateTable
CREATE TABLE "addressee" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "position_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT,
    "email" TEXT,
    "e_delivery" TEXT,
    "answer_due_on" DATE,
    "reminded_at" TIMESTAMPTZ(3),

    CONSTRAINT "addressee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispatch" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "addressee_id" UUID NOT NULL,
    "channel" "dispatch_channel" NOT NULL,
    "sent_on" DATE NOT NULL,
    "proof" TEXT,
    "person_id" UUID NOT NULL,

    CONSTRAINT "dispatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "addressee_answer" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "addressee_id" UUID NOT NULL,
    "kind" "answer_kind" NOT NULL,
    "received_on" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "addressee_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_year" (
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "decision_year_pkey" PRIMARY KEY ("year")
);

-- CreateIndex
CREATE UNIQUE INDEX "position_ballot_id_key" ON "position"("ballot_id");

-- CreateIndex
CREATE INDEX "position_network_id_idx" ON "position"("network_id");

-- CreateIndex
CREATE INDEX "position_proposed_by_id_idx" ON "position"("proposed_by_id");

-- CreateIndex
CREATE INDEX "position_rapporteur_id_idx" ON "position"("rapporteur_id");

-- CreateIndex
CREATE UNIQUE INDEX "position_year_number_key" ON "position"("year", "number");

-- CreateIndex
CREATE UNIQUE INDEX "position_text_amendment_id_key" ON "position_text"("amendment_id");

-- CreateIndex
CREATE INDEX "position_text_person_id_idx" ON "position_text"("person_id");

-- CreateIndex
CREATE INDEX "position_text_organization_id_idx" ON "position_text"("organization_id");

-- CreateIndex
CREATE INDEX "position_comment_position_id_id_idx" ON "position_comment"("position_id", "id");

-- CreateIndex
CREATE INDEX "position_comment_organization_id_idx" ON "position_comment"("organization_id");

-- CreateIndex
CREATE INDEX "position_comment_person_id_idx" ON "position_comment"("person_id");

-- CreateIndex
CREATE INDEX "amendment_position_id_id_idx" ON "amendment"("position_id", "id");

-- CreateIndex
CREATE INDEX "amendment_organization_id_idx" ON "amendment"("organization_id");

-- CreateIndex
CREATE INDEX "amendment_person_id_idx" ON "amendment"("person_id");

-- CreateIndex
CREATE INDEX "amendment_decided_by_id_idx" ON "amendment"("decided_by_id");

-- CreateIndex
CREATE INDEX "position_stand_organization_id_idx" ON "position_stand"("organization_id");

-- CreateIndex
CREATE INDEX "position_stand_person_id_idx" ON "position_stand"("person_id");

-- CreateIndex
CREATE INDEX "position_dissent_organization_id_idx" ON "position_dissent"("organization_id");

-- CreateIndex
CREATE INDEX "position_dissent_person_id_idx" ON "position_dissent"("person_id");

-- CreateIndex
CREATE INDEX "position_signature_organization_id_idx" ON "position_signature"("organization_id");

-- CreateIndex
CREATE INDEX "position_signature_person_id_idx" ON "position_signature"("person_id");

-- CreateIndex
CREATE INDEX "addressee_position_id_place_idx" ON "addressee"("position_id", "place");

-- CreateIndex
CREATE INDEX "dispatch_addressee_id_id_idx" ON "dispatch"("addressee_id", "id");

-- CreateIndex
CREATE INDEX "dispatch_person_id_idx" ON "dispatch"("person_id");

-- CreateIndex
CREATE INDEX "addressee_answer_addressee_id_id_idx" ON "addressee_answer"("addressee_id", "id");

-- CreateIndex
CREATE INDEX "addressee_answer_person_id_idx" ON "addressee_answer"("person_id");

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_rapporteur_id_fkey" FOREIGN KEY ("rapporteur_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_ballot_id_fkey" FOREIGN KEY ("ballot_id") REFERENCES "ballot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_text" ADD CONSTRAINT "position_text_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_text" ADD CONSTRAINT "position_text_amendment_id_fkey" FOREIGN KEY ("amendment_id") REFERENCES "amendment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_text" ADD CONSTRAINT "position_text_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_text" ADD CONSTRAINT "position_text_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_comment" ADD CONSTRAINT "position_comment_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_comment" ADD CONSTRAINT "position_comment_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_comment" ADD CONSTRAINT "position_comment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_stand" ADD CONSTRAINT "position_stand_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_stand" ADD CONSTRAINT "position_stand_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_stand" ADD CONSTRAINT "position_stand_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_dissent" ADD CONSTRAINT "position_dissent_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_dissent" ADD CONSTRAINT "position_dissent_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_dissent" ADD CONSTRAINT "position_dissent_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_signature" ADD CONSTRAINT "position_signature_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_signature" ADD CONSTRAINT "position_signature_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_signature" ADD CONSTRAINT "position_signature_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addressee" ADD CONSTRAINT "addressee_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispatch" ADD CONSTRAINT "dispatch_addressee_id_fkey" FOREIGN KEY ("addressee_id") REFERENCES "addressee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispatch" ADD CONSTRAINT "dispatch_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addressee_answer" ADD CONSTRAINT "addressee_answer_addressee_id_fkey" FOREIGN KEY ("addressee_id") REFERENCES "addressee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addressee_answer" ADD CONSTRAINT "addressee_answer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma cannot say.
ALTER TABLE position
  ADD CONSTRAINT position_is_no_resolution CHECK (nature <> 'RESOLUTION'),
  ADD CONSTRAINT position_threshold_is_a_percentage CHECK (threshold BETWEEN 0 AND 100),
  ADD CONSTRAINT position_is_announced CHECK (
    CASE state WHEN 'DRAFT' THEN announced_at IS NULL WHEN 'WITHDRAWN' THEN true
    ELSE announced_at IS NOT NULL AND consultation_until IS NOT NULL END),
  ADD CONSTRAINT position_vote_is_under_way CHECK (state <> 'VOTING' OR num_nonnulls(ballot_id, silence_until) > 0),
  ADD CONSTRAINT position_adopted_with_its_number CHECK (
    num_nonnulls(year, number, adopted_by) = CASE WHEN state IN ('ADOPTED', 'SENT', 'ANSWERED') THEN 3 ELSE 0 END),
  ADD CONSTRAINT position_decided_on_a_day CHECK (
    (decided_on IS NOT NULL) = (state IN ('ADOPTED', 'SENT', 'ANSWERED', 'REJECTED'))),
  ADD CONSTRAINT position_adopted_by_what_it_has CHECK (adopted_by IS DISTINCT FROM 'BALLOT' OR ballot_id IS NOT NULL),
  ADD CONSTRAINT position_withdrawn_with_reason CHECK ((state = 'WITHDRAWN') = (withdrawal IS NOT NULL));
ALTER TABLE amendment
  ADD CONSTRAINT amendment_has_words CHECK (
    CASE kind WHEN 'DELETE' THEN num_nonnulls(text_pl, text_en) = 0 ELSE text_pl IS NOT NULL END),
  ADD CONSTRAINT amendment_is_decided_with_reason CHECK (
    num_nonnulls(decision, decided_by_id, decided_at) = CASE WHEN state IN ('ACCEPTED', 'REJECTED') THEN 3 ELSE 0 END),
  ADD CONSTRAINT amendment_is_merged_when_accepted CHECK ((state = 'ACCEPTED') = (merged_in IS NOT NULL));
ALTER TABLE position_stand ADD CONSTRAINT position_objection_has_a_reason CHECK (stand <> 'OBJECTS' OR reason IS NOT NULL);

-- The newest first; the register by its numbers; what the clock looks after.
CREATE INDEX position_newest ON position (id DESC) WHERE announced_at IS NOT NULL;
CREATE INDEX position_register ON position (year DESC, number DESC) WHERE year IS NOT NULL;
CREATE INDEX position_under_way ON position (state) WHERE state IN ('CONSULTATION', 'VOTING', 'SENT');
CREATE INDEX event_of_position ON event ((facts ->> 'positionId'), id DESC) WHERE facts ->> 'positionId' IS NOT NULL;

-- A position moves along its arrows only; what is put to the vote, and what was adopted, stands.
CREATE FUNCTION position_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('REJECTED', 'WITHDRAWN') OR (OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (
      ('DRAFT', 'CONSULTATION'), ('CONSULTATION', 'VOTING'), ('VOTING', 'CONSULTATION'), ('VOTING', 'ADOPTED'),
      ('VOTING', 'REJECTED'), ('ADOPTED', 'SENT'), ('SENT', 'ANSWERED'),
      ('DRAFT', 'WITHDRAWN'), ('CONSULTATION', 'WITHDRAWN'), ('VOTING', 'WITHDRAWN'))) THEN
    RAISE EXCEPTION 'Position % cannot go from % to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state NOT IN ('DRAFT', 'CONSULTATION') AND
     (NEW.title_pl, NEW.title_en, NEW.text_number, NEW.occasion, NEW.aim, NEW.nature, NEW.threshold, NEW.is_public)
     IS DISTINCT FROM
     (OLD.title_pl, OLD.title_en, OLD.text_number, OLD.occasion, OLD.aim, OLD.nature, OLD.threshold, OLD.is_public) THEN
    RAISE EXCEPTION 'The text of position % stands', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.year IS NOT NULL AND (NEW.year, NEW.number, NEW.decided_on, NEW.adopted_by, NEW.ballot_id)
     IS DISTINCT FROM (OLD.year, OLD.number, OLD.decided_on, OLD.adopted_by, OLD.ballot_id) THEN
    RAISE EXCEPTION 'Position % stands in the register', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'ADOPTED' AND OLD.state = 'VOTING' AND NOT (CASE NEW.adopted_by
      WHEN 'BALLOT' THEN EXISTS (SELECT FROM ballot WHERE id = NEW.ballot_id AND state = 'CLOSED' AND outcome = 'ADOPTED')
      ELSE NEW.ballot_id IS NULL AND portal_clock() >= OLD.silence_until END) THEN
    RAISE EXCEPTION 'Nothing has adopted position %', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER position_stands BEFORE UPDATE ON position FOR EACH ROW EXECUTE FUNCTION position_stands();

-- What gminas say is taken only in its time, by the clock of this moment.
CREATE FUNCTION position_takes_it() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  it record;
BEGIN
  SELECT * INTO it FROM position WHERE id = NEW.position_id FOR SHARE;
  IF NOT (CASE TG_TABLE_NAME
      WHEN 'position_text' THEN it.state IN ('DRAFT', 'CONSULTATION') AND (to_jsonb(NEW) ->> 'number')::int = it.text_number + 1
      WHEN 'position_stand' THEN it.state IN ('CONSULTATION', 'VOTING')
      WHEN 'position_dissent' THEN it.state = 'ADOPTED'
      WHEN 'position_signature' THEN it.state IN ('ADOPTED', 'SENT', 'ANSWERED')
      ELSE it.state = 'CONSULTATION' AND portal_clock() < it.consultation_until END) THEN
    RAISE EXCEPTION 'Position % takes no % now', NEW.position_id, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER position_text_in_time BEFORE INSERT ON position_text FOR EACH ROW EXECUTE FUNCTION position_takes_it();
CREATE TRIGGER position_comment_in_time BEFORE INSERT ON position_comment FOR EACH ROW EXECUTE FUNCTION position_takes_it();
CREATE TRIGGER amendment_in_time BEFORE INSERT ON amendment FOR EACH ROW EXECUTE FUNCTION position_takes_it();
CREATE TRIGGER position_stand_in_time BEFORE INSERT OR UPDATE ON position_stand
  FOR EACH ROW EXECUTE FUNCTION position_takes_it();
CREATE TRIGGER position_dissent_in_time BEFORE INSERT OR UPDATE ON position_dissent
  FOR EACH ROW EXECUTE FUNCTION position_takes_it();
CREATE TRIGGER position_signature_in_time BEFORE INSERT ON position_signature
  FOR EACH ROW EXECUTE FUNCTION position_takes_it();

-- Once it is decided, or taken back, an amendment changes no more; its words never do.
CREATE FUNCTION amendment_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state <> 'PROPOSED' OR
     (to_jsonb(NEW) - '{state,decision,decided_by_id,decided_at,merged_in}'::text[]) <>
     (to_jsonb(OLD) - '{state,decision,decided_by_id,decided_at,merged_in}'::text[]) THEN
    RAISE EXCEPTION 'Amendment % stands', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER amendment_stands BEFORE UPDATE OR DELETE ON amendment FOR EACH ROW EXECUTE FUNCTION amendment_stands();

CREATE TRIGGER position_text_is_immutable BEFORE UPDATE OR DELETE ON position_text
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER position_comment_is_immutable BEFORE UPDATE OR DELETE ON position_comment
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER position_signature_is_immutable BEFORE UPDATE OR DELETE ON position_signature
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dispatch_is_immutable BEFORE UPDATE OR DELETE ON dispatch FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER addressee_answer_is_immutable BEFORE UPDATE OR DELETE ON addressee_answer
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
