-- Every event that is committed, by whomever, is told at once to whoever listens: its id and nothing else.
CREATE FUNCTION tell_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('blizej_event', NEW.id::text);
  RETURN NULL;
END $$;

CREATE TRIGGER event_is_told AFTER INSERT ON event FOR EACH ROW EXECUTE FUNCTION tell_event();
