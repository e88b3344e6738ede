-- AlterTable
ALTER TABLE "position" ADD COLUMN     "aim_en" TEXT,
ADD COLUMN     "occasion_en" TEXT;



-- What Prisma cannot say. The English of what it is for stands with the Polish.
CREATE OR REPLACE FUNCTION position_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('REJECTED', 'WITHDRAWN') OR (OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (
      ('DRAFT', 'CONSULTATION'), ('CONSULTATION', 'VOTING'), ('VOTING', 'CONSULTATION'), ('VOTING', 'ADOPTED'),
      ('VOTING', 'REJECTED'), ('ADOPTED', 'SENT'), ('SENT', 'ANSWERED'),
      ('DRAFT', 'WITHDRAWN'), ('CONSULTATION', 'WITHDRAWN'), ('VOTING', 'WITHDRAWN'))) THEN
    RAISE EXCEPTION 'Position % cannot go from % to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state NOT IN ('DRAFT', 'CONSULTATION') AND
     (NEW.title_pl, NEW.title_en, NEW.text_number, NEW.occasion, NEW.occasion_en, NEW.aim, NEW.aim_en, NEW.nature,
      NEW.threshold, NEW.is_public)
     IS DISTINCT FROM
     (OLD.title_pl, OLD.title_en, OLD.text_number, OLD.occasion, OLD.occasion_en, OLD.aim, OLD.aim_en, OLD.nature,
      OLD.threshold, OLD.is_public) THEN
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
