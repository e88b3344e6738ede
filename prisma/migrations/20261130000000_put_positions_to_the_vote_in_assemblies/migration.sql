-- RenameColumn
ALTER TABLE "agenda_item" RENAME COLUMN "position" TO "ordinal";

-- RenameIndex
ALTER INDEX "agenda_item_meeting_id_position_idx" RENAME TO "agenda_item_meeting_id_ordinal_idx";

-- AlterTable
ALTER TABLE "agenda_item" ADD COLUMN     "position_id" UUID;

-- CreateTable
CREATE TABLE "agenda_ballot" (
    "ballot_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,

    CONSTRAINT "agenda_ballot_pkey" PRIMARY KEY ("ballot_id")
);

-- What was voted on before.
INSERT INTO agenda_ballot (ballot_id, item_id) SELECT ballot_id, id FROM agenda_item WHERE ballot_id IS NOT NULL;

-- AlterTable
ALTER TABLE "agenda_item" DROP COLUMN "ballot_id";

-- CreateIndex
CREATE INDEX "agenda_item_position_id_idx" ON "agenda_item"("position_id");

-- CreateIndex
CREATE INDEX "agenda_ballot_item_id_idx" ON "agenda_ballot"("item_id");

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_ballot" ADD CONSTRAINT "agenda_ballot_ballot_id_fkey" FOREIGN KEY ("ballot_id") REFERENCES "ballot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_ballot" ADD CONSTRAINT "agenda_ballot_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say. What was voted on stays what it was.
CREATE OR REPLACE FUNCTION agenda_item_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM agenda_ballot WHERE item_id = OLD.id) THEN
    RAISE EXCEPTION 'Item % was voted on', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- A ballot is opened while its meeting is open, and follows only ballots that were withdrawn.
CREATE FUNCTION agenda_ballot_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM agenda_item item JOIN meeting ON meeting.id = item.meeting_id
                 WHERE item.id = NEW.item_id AND meeting.state = 'OPEN') THEN
    RAISE EXCEPTION 'The meeting of item % is not open', NEW.item_id USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (SELECT FROM agenda_ballot earlier JOIN ballot ON ballot.id = earlier.ballot_id
             WHERE earlier.item_id = NEW.item_id AND ballot.state <> 'WITHDRAWN') THEN
    RAISE EXCEPTION 'Item % was voted on', NEW.item_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agenda_ballot_follows BEFORE INSERT ON agenda_ballot FOR EACH ROW EXECUTE FUNCTION agenda_ballot_follows();
CREATE TRIGGER agenda_ballot_is_immutable BEFORE UPDATE OR DELETE ON agenda_ballot FOR EACH ROW EXECUTE FUNCTION refuse_change();
