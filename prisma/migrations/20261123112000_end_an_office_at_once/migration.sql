-- An appointment that was a mistake ends at once, on the day before it began: it was then never held.
ALTER TABLE appointment DROP CONSTRAINT appointment_ends_after_start;
ALTER TABLE appointment ADD CONSTRAINT appointment_ends_after_start CHECK (ends_on IS NULL OR ends_on >= starts_on - 1);
