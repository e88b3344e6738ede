-- As before, and: what was sealed is thrown away as its ballot is withdrawn, for nobody will ever count it.
CREATE OR REPLACE FUNCTION vote_stands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  cast_in ballot;
BEGIN
  SELECT * INTO cast_in FROM ballot WHERE id = OLD.ballot_id;
  IF TG_OP = 'UPDATE' AND OLD.sealed IS NOT NULL AND NEW.sealed IS NULL
     AND (to_jsonb(NEW) - 'sealed') = (to_jsonb(OLD) - 'sealed')
     AND (cast_in.state = 'WITHDRAWN' OR (cast_in.state = 'OPEN'
       AND cast_in.vote_count = (SELECT count(*) FROM ballot_opened_vote WHERE ballot_id = OLD.ballot_id))) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR cast_in.state <> 'OPEN'
     OR (to_jsonb(NEW) - 'counted') <> (to_jsonb(OLD) - 'counted') OR NEW.counted THEN
    RAISE EXCEPTION 'Votes are never changed or deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- Whoever withdraws it, and whichever way: the digests are left, so that the chain still holds.
CREATE FUNCTION withdrawn_ballot_keeps_no_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE ballot_vote SET sealed = NULL WHERE ballot_id = NEW.id AND sealed IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER withdrawn_ballot_keeps_no_seal AFTER UPDATE OF "state" ON "ballot" FOR EACH ROW
  WHEN (NEW.state = 'WITHDRAWN' AND NEW.secret) EXECUTE FUNCTION withdrawn_ballot_keeps_no_seal();

-- Those of ballots that were withdrawn before.
UPDATE "ballot_vote" SET "sealed" = NULL FROM "ballot"
WHERE "ballot"."id" = "ballot_vote"."ballot_id" AND "ballot"."state" = 'WITHDRAWN' AND "ballot_vote"."sealed" IS NOT NULL;
