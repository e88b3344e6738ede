-- AlterTable
ALTER TABLE "bulk_run" ADD COLUMN     "acting_for_id" UUID;



-- Days are sealed by the owner's function alone: the running role adds none of its own (tools/roles.mjs).
ALTER FUNCTION audit_seal_days() SECURITY DEFINER SET search_path = public, pg_temp;

-- A deputy stands in for somebody who holds the office, not for another deputy.
CREATE FUNCTION refuse_deputy_of_deputy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM appointment WHERE id = NEW.deputy_for_id AND deputy_for_id IS NOT NULL) THEN
    RAISE EXCEPTION 'A deputy has no deputy.' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER appointment_deputy_of_nobody_else BEFORE INSERT OR UPDATE OF deputy_for_id ON appointment
  FOR EACH ROW WHEN (NEW.deputy_for_id IS NOT NULL) EXECUTE FUNCTION refuse_deputy_of_deputy();
