-- CreateEnum
CREATE TYPE "theme" AS ENUM ('system', 'light', 'dark');

-- CreateEnum
CREATE TYPE "proof" AS ENUM ('PASSWORD', 'LINK', 'OIDC');

-- CreateEnum
CREATE TYPE "link_purpose" AS ENUM ('INVITATION', 'SIGN_IN', 'RESET', 'EMAIL_CHANGE');

-- CreateEnum
CREATE TYPE "bulk_kind" AS ENUM ('INVITATIONS', 'ELECTION');

-- AlterTable
ALTER TABLE "appointment" ADD COLUMN     "basis" TEXT,
ADD COLUMN     "deputy_for_id" UUID,
ADD COLUMN     "supersedes_id" UUID;

-- AlterTable
ALTER TABLE "municipality" ADD COLUMN     "joined_by_id" UUID,
ADD COLUMN     "left_by_id" UUID;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "erased_at" TIMESTAMPTZ(3),
ADD COLUMN     "mail_asked" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "mail_decide" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "mail_informed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "phone" TEXT,
ADD COLUMN     "position" TEXT,
ADD COLUMN     "shows_email" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "shows_phone" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "theme" "theme" NOT NULL DEFAULT 'system',
ADD COLUMN     "totp_last_step" BIGINT,
ADD COLUMN     "totp_secret" BYTEA,
ADD COLUMN     "totp_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "acting_as_id" UUID,
ADD COLUMN     "client" TEXT,
ADD COLUMN     "proof" "proof" NOT NULL DEFAULT 'PASSWORD',
ADD COLUMN     "proved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now();

-- CreateTable
CREATE TABLE "device" (
    "person_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "device_pkey" PRIMARY KEY ("person_id","token_hash")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "person_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("person_id","code_hash")
);

-- CreateTable
CREATE TABLE "identity" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "person_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oidc_attempt" (
    "token_hash" BYTEA NOT NULL,
    "provider" TEXT NOT NULL,
    "kept" JSONB NOT NULL,
    "return_to" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "oidc_attempt_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "login_link" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "purpose" "link_purpose" NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "person_id" UUID,
    "invitation_id" UUID,
    "email" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "login_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "office" "office" NOT NULL,
    "organization_id" UUID NOT NULL,
    "language" "language" NOT NULL DEFAULT 'pl',
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "basis" TEXT,
    "supersedes_id" UUID,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_run" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "kind" "bulk_kind" NOT NULL,
    "person_id" UUID NOT NULL,
    "file_name" TEXT,
    "rows" JSONB NOT NULL,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "report" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_day" (
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,
    "previous" BYTEA,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "audit_day_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "dues_rate" (
    "year" INTEGER NOT NULL,
    "per_inhabitant" INTEGER NOT NULL,
    "resolution_id" UUID,

    CONSTRAINT "dues_rate_pkey" PRIMARY KEY ("year")
);

-- CreateIndex
CREATE INDEX "identity_person_id_idx" ON "identity"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "identity_provider_subject_key" ON "identity"("provider", "subject");

-- CreateIndex
CREATE INDEX "oidc_attempt_created_at_idx" ON "oidc_attempt"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "login_link_token_hash_key" ON "login_link"("token_hash");

-- CreateIndex
CREATE INDEX "login_link_person_id_idx" ON "login_link"("person_id");

-- CreateIndex
CREATE INDEX "login_link_invitation_id_idx" ON "login_link"("invitation_id");

-- CreateIndex
CREATE INDEX "invitation_organization_id_id_idx" ON "invitation"("organization_id", "id" DESC);

-- CreateIndex
CREATE INDEX "bulk_run_person_id_id_idx" ON "bulk_run"("person_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "appointment_supersedes_id_key" ON "appointment"("supersedes_id");

-- CreateIndex
CREATE INDEX "appointment_deputy_for_id_idx" ON "appointment"("deputy_for_id");

-- CreateIndex
CREATE INDEX "event_actor_person_id_id_idx" ON "event"("actor_person_id", "id" DESC);

-- CreateIndex
CREATE INDEX "event_acting_for_organization_id_id_idx" ON "event"("acting_for_organization_id", "id" DESC);

-- CreateIndex
CREATE INDEX "event_occurred_at_idx" ON "event"("occurred_at");

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "appointment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_deputy_for_id_fkey" FOREIGN KEY ("deputy_for_id") REFERENCES "appointment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_acting_as_id_fkey" FOREIGN KEY ("acting_as_id") REFERENCES "appointment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "login_link" ADD CONSTRAINT "login_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "login_link" ADD CONSTRAINT "login_link_invitation_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "invitation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_run" ADD CONSTRAINT "bulk_run_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "municipality" ADD CONSTRAINT "municipality_joined_by_id_fkey" FOREIGN KEY ("joined_by_id") REFERENCES "resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "municipality" ADD CONSTRAINT "municipality_left_by_id_fkey" FOREIGN KEY ("left_by_id") REFERENCES "resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dues_rate" ADD CONSTRAINT "dues_rate_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma cannot say.
ALTER TABLE invitation ADD CONSTRAINT invitation_email_is_lower_case CHECK (email = lower(email));
ALTER TABLE invitation ADD CONSTRAINT invitation_ends_after_start CHECK (ends_on IS NULL OR ends_on >= starts_on);
ALTER TABLE invitation ADD CONSTRAINT invitation_has_one_end CHECK (accepted_at IS NULL OR revoked_at IS NULL);
-- One living invitation of an address to an office of an organization; an expired one is revoked before the next.
CREATE UNIQUE INDEX invitation_one_open ON invitation (email, organization_id, office)
  WHERE accepted_at IS NULL AND revoked_at IS NULL;
ALTER TABLE appointment ADD CONSTRAINT appointment_of_a_deputy_ends CHECK (deputy_for_id IS NULL OR ends_on IS NOT NULL);
-- A gmina has one mayor: at most one appointment without an end; a deputy is not one.
CREATE UNIQUE INDEX appointment_one_executive ON appointment (organization_id)
  WHERE office = 'EXECUTIVE' AND ends_on IS NULL AND deputy_for_id IS NULL;
ALTER TABLE login_link ADD CONSTRAINT login_link_token_is_hashed CHECK (octet_length(token_hash) = 32);
ALTER TABLE login_link ADD CONSTRAINT login_link_is_for_one
  CHECK ((purpose = 'INVITATION') = (invitation_id IS NOT NULL) AND (purpose = 'INVITATION') = (person_id IS NULL));
ALTER TABLE login_link ADD CONSTRAINT login_link_knows_the_new_address CHECK ((purpose = 'EMAIL_CHANGE') = (email IS NOT NULL));
ALTER TABLE recovery_code ADD CONSTRAINT recovery_code_is_hashed CHECK (octet_length(code_hash) = 32);
ALTER TABLE device ADD CONSTRAINT device_token_is_hashed CHECK (octet_length(token_hash) = 32);
ALTER TABLE person ADD CONSTRAINT person_second_factor_is_whole CHECK (totp_since IS NULL OR totp_secret IS NOT NULL);
ALTER TABLE person ADD CONSTRAINT person_erased_is_empty CHECK (erased_at IS NULL
  OR (NOT active AND password_hash IS NULL AND totp_secret IS NULL AND phone IS NULL AND position IS NULL));
ALTER TABLE dues_rate ADD CONSTRAINT dues_rate_is_not_negative CHECK (per_inhabitant >= 0 AND year BETWEEN 1990 AND 2200);
ALTER TABLE bulk_run ADD CONSTRAINT bulk_run_counts CHECK (done BETWEEN 0 AND total);
ALTER TABLE audit_day ADD CONSTRAINT audit_day_hash_is_sha256 CHECK (octet_length(hash) = 32);

-- The chain of the audit: each UTC day's events, in the order of their ids, and the seal of the day before.
CREATE FUNCTION audit_seal(of_day date, previous bytea, OUT count int, OUT hash bytea) LANGUAGE sql STABLE AS
$$ SELECT count(*)::int, sha256(coalesce(previous, ''::bytea) || convert_to(of_day::text, 'UTF8') || coalesce(
     string_agg(sha256(convert_to(jsonb_build_array(id, kind, floor(extract(epoch FROM occurred_at) * 1000)::bigint,
       actor_person_id, acting_for_organization_id, network_id, task_id, organization_id, facts, detail,
       request_id)::text, 'UTF8')), ''::bytea ORDER BY id), ''::bytea))
   FROM event
   WHERE occurred_at >= of_day::timestamp AT TIME ZONE 'UTC'
     AND occurred_at < (of_day + 1)::timestamp AT TIME ZONE 'UTC' $$;

-- Seals every day that is over and an hour old, one after the other; gives how many. Two at once wait for each other.
CREATE FUNCTION audit_seal_days() RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  next_day date;
  last_day date := ((now() - interval '1 hour') AT TIME ZONE 'UTC')::date - 1;
  last_hash bytea;
  sealed int := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('blizej audit'));
  SELECT audit_day.day + 1, audit_day.hash INTO next_day, last_hash FROM audit_day ORDER BY audit_day.day DESC LIMIT 1;
  IF next_day IS NULL THEN
    SELECT (min(occurred_at) AT TIME ZONE 'UTC')::date INTO next_day FROM event;
  END IF;
  WHILE next_day <= last_day LOOP
    INSERT INTO audit_day (day, count, hash, previous)
    SELECT next_day, seal.count, seal.hash, last_hash FROM audit_seal(next_day, last_hash) AS seal
    RETURNING audit_day.hash INTO last_hash;
    next_day := next_day + 1;
    sealed := sealed + 1;
  END LOOP;
  RETURN sealed;
END $$;

CREATE TRIGGER audit_day_is_immutable BEFORE UPDATE OR DELETE ON audit_day FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_day_is_not_truncated BEFORE TRUNCATE ON audit_day FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
