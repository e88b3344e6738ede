-- CreateEnum
CREATE TYPE "meeting_state" AS ENUM ('DRAFT', 'CONVENED', 'OPEN', 'CLOSED', 'CANCELLED');

-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "number" INTEGER NOT NULL,
    "title_pl" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "presence_quorum" "ballot_quorum" NOT NULL,
    "state" "meeting_state" NOT NULL DEFAULT 'DRAFT',
    "was_convened" BOOLEAN NOT NULL DEFAULT false,
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "cancellation" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda_item" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "meeting_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title_pl" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "ballot_id" UUID,

    CONSTRAINT "agenda_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_roll" (
    "meeting_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "meeting_roll_pkey" PRIMARY KEY ("meeting_id","organization_id")
);

-- CreateTable
CREATE TABLE "meeting_presence" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "meeting_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "office" "office" NOT NULL,
    "arrived_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),
    "person_id" UUID NOT NULL,

    CONSTRAINT "meeting_presence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "meeting_number_key" ON "meeting"("number");

-- CreateIndex
CREATE INDEX "meeting_starts_at_id_idx" ON "meeting"("starts_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "agenda_item_ballot_id_key" ON "agenda_item"("ballot_id");

-- CreateIndex
CREATE INDEX "agenda_item_meeting_id_position_idx" ON "agenda_item"("meeting_id", "position");

-- CreateIndex
CREATE INDEX "meeting_roll_organization_id_idx" ON "meeting_roll"("organization_id");

-- CreateIndex
CREATE INDEX "meeting_presence_meeting_id_organization_id_id_idx" ON "meeting_presence"("meeting_id", "organization_id", "id");

-- CreateIndex
CREATE INDEX "meeting_presence_person_id_idx" ON "meeting_presence"("person_id");

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_ballot_id_fkey" FOREIGN KEY ("ballot_id") REFERENCES "ballot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_roll" ADD CONSTRAINT "meeting_roll_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_roll" ADD CONSTRAINT "meeting_roll_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_presence" ADD CONSTRAINT "meeting_presence_meeting_id_organization_id_fkey" FOREIGN KEY ("meeting_id", "organization_id") REFERENCES "meeting_roll"("meeting_id", "organization_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_presence" ADD CONSTRAINT "meeting_presence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma cannot say.
ALTER TABLE meeting
  ADD CONSTRAINT meeting_has_a_number CHECK (number BETWEEN 1 AND 3999),
  ADD CONSTRAINT meeting_was_opened CHECK ((state IN ('OPEN', 'CLOSED')) = (opened_at IS NOT NULL)),
  ADD CONSTRAINT meeting_was_closed CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL)),
  ADD CONSTRAINT meeting_is_cancelled_with_a_reason CHECK ((state = 'CANCELLED') = (cancellation IS NOT NULL));
ALTER TABLE meeting_presence
  ADD CONSTRAINT presence_ends_after_it_began CHECK (left_at >= arrived_at),
  ADD CONSTRAINT presence_is_by_who_votes CHECK (office IN ('EXECUTIVE', 'DELEGATE'));

-- A gmina is there once at a time.
CREATE UNIQUE INDEX meeting_presence_is_one ON meeting_presence (meeting_id, organization_id) WHERE left_at IS NULL;

-- A meeting moves along its arrows only; from the opening on nothing of it changes but its end.
CREATE FUNCTION meeting_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('CLOSED', 'CANCELLED') OR (OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (
      ('DRAFT', 'CONVENED'), ('CONVENED', 'OPEN'), ('OPEN', 'CLOSED'), ('DRAFT', 'CANCELLED'), ('CONVENED', 'CANCELLED'))) THEN
    RAISE EXCEPTION 'Meeting % cannot go from % to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state = 'OPEN' AND (NEW.number, NEW.presence_quorum, NEW.opened_at, NEW.starts_at)
      IS DISTINCT FROM (OLD.number, OLD.presence_quorum, OLD.opened_at, OLD.starts_at) THEN
    RAISE EXCEPTION 'Meeting % is open: its terms stand', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER meeting_stands BEFORE UPDATE ON meeting FOR EACH ROW EXECUTE FUNCTION meeting_stands();

-- Gminas come and go while the meeting is open; when they were there stays as it was said.
CREATE FUNCTION presence_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM meeting WHERE id = NEW.meeting_id AND state = 'OPEN') THEN
    RAISE EXCEPTION 'Meeting % is not open', NEW.meeting_id USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.left_at IS NOT NULL OR (to_jsonb(NEW) - 'left_at') <> (to_jsonb(OLD) - 'left_at')) THEN
    RAISE EXCEPTION 'A presence is ended once and never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER presence_stands BEFORE INSERT OR UPDATE ON meeting_presence FOR EACH ROW EXECUTE FUNCTION presence_stands();
CREATE TRIGGER presence_is_kept BEFORE DELETE ON meeting_presence FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER roll_is_immutable BEFORE UPDATE OR DELETE ON meeting_roll FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What was voted on stays what it was.
CREATE FUNCTION agenda_item_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ballot_id IS NOT NULL THEN
    RAISE EXCEPTION 'Item % was voted on', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER agenda_item_stands BEFORE UPDATE OR DELETE ON agenda_item FOR EACH ROW EXECUTE FUNCTION agenda_item_stands();
