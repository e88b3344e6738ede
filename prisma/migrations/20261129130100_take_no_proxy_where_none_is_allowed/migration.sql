-- As before, and: nobody names themselves.
CREATE OR REPLACE FUNCTION proxy_is_named() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.holder_person_id = NEW.entered_by_id THEN
    RAISE EXCEPTION 'Person % names themselves a proxy', NEW.entered_by_id USING ERRCODE = 'restrict_violation';
  END IF;
  PERFORM FROM organization WHERE id = NEW.organization_id FOR NO KEY UPDATE;
  IF NEW.ballot_id IS NULL AND EXISTS (
    SELECT FROM ballot_proxy other
    WHERE other.organization_id = NEW.organization_id AND other.ballot_id IS NULL AND other.revoked_at IS NULL
      AND daterange(other.valid_from, other.valid_until, '[]') && daterange(NEW.valid_from, NEW.valid_until, '[]')) THEN
    RAISE EXCEPTION 'Organization % has a proxy for that time', NEW.organization_id USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NEW;
END $$;

-- As before, and: where the rule allows no proxies, the gmina's own people vote by none either.
CREATE OR REPLACE FUNCTION vote_is_cast() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  cast_in ballot;
  named ballot_proxy;
  earlier int;
BEGIN
  SELECT * INTO cast_in FROM ballot WHERE id = NEW.ballot_id FOR UPDATE;
  IF cast_in.state <> 'OPEN' OR portal_clock() >= cast_in.closes_at
     OR NEW.cast_at < cast_in.opened_at OR NEW.cast_at >= cast_in.closes_at THEN
    RAISE EXCEPTION 'Ballot % takes no vote now', NEW.ballot_id USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.number <> cast_in.vote_count + 1 OR NOT NEW.counted THEN
    RAISE EXCEPTION 'Vote % is not the next of ballot %', NEW.number, NEW.ballot_id USING ERRCODE = 'restrict_violation';
  END IF;
  IF cast_in.secret <> (NEW.sealed IS NOT NULL) OR (cast_in.secret AND EXISTS (
      SELECT FROM ballot_vote WHERE ballot_id = NEW.ballot_id AND organization_id = NEW.organization_id)) THEN
    RAISE EXCEPTION 'Ballot % takes no such vote', NEW.ballot_id USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.proxy_id IS NOT NULL THEN
    SELECT * INTO named FROM ballot_proxy WHERE id = NEW.proxy_id FOR SHARE;
    IF named.organization_id <> NEW.organization_id OR named.revoked_at IS NOT NULL
       OR NOT coalesce(named.ballot_id = NEW.ballot_id, portal_today() BETWEEN named.valid_from AND named.valid_until)
       OR EXISTS (SELECT FROM ballot_vote WHERE ballot_id = NEW.ballot_id AND organization_id = NEW.organization_id
                    AND counted AND proxy_id IS NULL)
       OR cast_in.proxy_limit = 0
       OR (named.holder_id <> named.organization_id AND cast_in.proxy_limit < (
             SELECT count(DISTINCT vote.organization_id) + 1 FROM ballot_vote vote JOIN ballot_proxy other ON other.id = vote.proxy_id
             WHERE vote.ballot_id = NEW.ballot_id AND other.holder_id = named.holder_id AND other.organization_id <> named.holder_id
               AND vote.organization_id <> NEW.organization_id)) THEN
      RAISE EXCEPTION 'Proxy % does not hold in ballot %', NEW.proxy_id, NEW.ballot_id USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  IF NEW.channel = 'PAPER' AND EXISTS (
      SELECT FROM ballot_vote WHERE ballot_id = NEW.ballot_id AND organization_id = NEW.organization_id
        AND counted AND proxy_id IS NULL AND channel <> 'PAPER') THEN
    RAISE EXCEPTION 'Organization % has voted itself in ballot %', NEW.organization_id, NEW.ballot_id USING ERRCODE = 'restrict_violation';
  END IF;
  UPDATE ballot_vote SET counted = false
  WHERE ballot_id = NEW.ballot_id AND organization_id = NEW.organization_id AND counted;
  GET DIAGNOSTICS earlier = ROW_COUNT;
  UPDATE ballot SET vote_count = NEW.number, voted_count = voted_count + 1 - earlier, head = NEW.receipt
  WHERE id = NEW.ballot_id;
  RETURN NEW;
END $$;
