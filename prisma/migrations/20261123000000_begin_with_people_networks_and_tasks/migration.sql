-- The portal's clock. Everything that asks for the time asks here. A transaction may stand at another moment
-- (set_config('portal.now', …, true)): that is how the demo and the tests make a past; no request can do it.
CREATE FUNCTION portal_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting('portal.now', true), '')::timestamptz, now()) $$;

-- A UUID of version 7 (RFC 9562) at a moment: ids sort by the time at which they were made. PostgreSQL 15 has none.
CREATE FUNCTION portal_id_at(moment timestamptz) RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS
$$ SELECT encode(
     set_bit(set_bit(
       overlay(uuid_send(gen_random_uuid())
               PLACING substring(int8send(floor(extract(epoch FROM moment) * 1000)::bigint) FROM 3)
               FROM 1 FOR 6),
       52, 1), 53, 1), 'hex')::uuid $$;

CREATE FUNCTION portal_id() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS
$$ SELECT portal_id_at(portal_now()) $$;


-- CreateEnum
CREATE TYPE "language" AS ENUM ('pl', 'en');

-- CreateEnum
CREATE TYPE "office" AS ENUM ('EXECUTIVE', 'DELEGATE', 'COORDINATOR', 'OFFICIAL', 'SECRETARIAT', 'PARTNER_CONTACT');

-- CreateEnum
CREATE TYPE "notification_reason" AS ENUM ('ASKED', 'DECIDE', 'INFORMED');

-- CreateEnum
CREATE TYPE "issuing_body" AS ENUM ('COUNCIL', 'GENERAL_ASSEMBLY', 'BOARD');

-- CreateEnum
CREATE TYPE "network_kind" AS ENUM ('PERMANENT', 'TEMPORARY');

-- CreateEnum
CREATE TYPE "network_state" AS ENUM ('PROPOSED', 'ACTIVE', 'CLOSING', 'CLOSED', 'REJECTED');

-- CreateEnum
CREATE TYPE "join_policy" AS ENUM ('OPEN', 'APPROVAL', 'INVITATION');

-- CreateEnum
CREATE TYPE "membership_role" AS ENUM ('LEAD', 'MEMBER', 'OBSERVER');

-- CreateEnum
CREATE TYPE "membership_state" AS ENUM ('REQUESTED', 'CONFIRMED', 'ACTIVE', 'LEFT', 'DECLINED');

-- CreateEnum
CREATE TYPE "organization_kind" AS ENUM ('MUNICIPALITY', 'PARTNER', 'SECRETARIAT');

-- CreateEnum
CREATE TYPE "municipality_type" AS ENUM ('URBAN', 'RURAL', 'URBAN_RURAL');

-- CreateEnum
CREATE TYPE "association_status" AS ENUM ('CANDIDATE', 'MEMBER', 'FORMER');

-- CreateEnum
CREATE TYPE "task_state" AS ENUM ('OPEN', 'CLOSED');

-- CreateEnum
CREATE TYPE "priority" AS ENUM ('NORMAL', 'HIGH');

-- CreateEnum
CREATE TYPE "assignment_state" AS ENUM ('OPEN', 'IN_PROGRESS', 'SUBMITTED', 'ACCEPTED', 'RETURNED', 'DECLINED');

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT,
    "language" "language" NOT NULL DEFAULT 'pl',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "person_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "office" "office" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "token_hash" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),
    "touched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" BYTEA NOT NULL,
    "count" INTEGER NOT NULL,
    "resets_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "person_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "answer" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("person_id","key")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "kind" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_person_id" UUID,
    "acting_for_organization_id" UUID,
    "network_id" UUID,
    "task_id" UUID,
    "organization_id" UUID,
    "facts" JSONB NOT NULL,
    "detail" JSONB,
    "request_id" TEXT,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "person_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "reason" "notification_reason" NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resolution" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "issuer_id" UUID NOT NULL,
    "issuing_body" "issuing_body" NOT NULL,
    "number" TEXT NOT NULL,
    "adopted_on" DATE NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,

    CONSTRAINT "resolution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "network" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "kind" "network_kind" NOT NULL,
    "state" "network_state" NOT NULL DEFAULT 'PROPOSED',
    "name_pl" TEXT NOT NULL,
    "name_en" TEXT,
    "purpose_pl" TEXT NOT NULL,
    "purpose_en" TEXT,
    "join_policy" "join_policy" NOT NULL,
    "mandate_id" UUID,
    "proposed_by_id" UUID NOT NULL,
    "starts_on" DATE,
    "ends_on" DATE,
    "member_count" INTEGER NOT NULL DEFAULT 0,
    "open_task_count" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "network_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "network_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "role" "membership_role" NOT NULL,
    "state" "membership_state" NOT NULL,
    "note" TEXT,
    "reason" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),
    "confirmed_at" TIMESTAMPTZ(3),
    "active_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "association" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name_pl" TEXT NOT NULL,
    "name_en" TEXT,
    "motto_pl" TEXT NOT NULL,
    "motto_en" TEXT,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Warsaw',

    CONSTRAINT "association_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "kind" "organization_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "fictional" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "municipality" (
    "organization_id" UUID NOT NULL,
    "teryt" TEXT NOT NULL,
    "type" "municipality_type" NOT NULL,
    "county" TEXT NOT NULL,
    "voivodeship" TEXT NOT NULL,
    "executive_title" TEXT NOT NULL,
    "population" INTEGER,
    "population_year" INTEGER,
    "area_km2" DECIMAL(8,2),
    "longitude" DECIMAL(7,4),
    "latitude" DECIMAL(6,4),
    "status" "association_status",
    "member_since" DATE,
    "member_until" DATE,

    CONSTRAINT "municipality_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "network_id" UUID NOT NULL,
    "mandate_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "priority" "priority" NOT NULL DEFAULT 'NORMAL',
    "state" "task_state" NOT NULL DEFAULT 'OPEN',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "task_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "state" "assignment_state" NOT NULL DEFAULT 'OPEN',
    "keeper_id" UUID,
    "due_on" DATE NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "reason" TEXT,
    "submitted_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "appointment_person_id_idx" ON "appointment"("person_id");

-- CreateIndex
CREATE INDEX "appointment_organization_id_office_idx" ON "appointment"("organization_id", "office");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "event_network_id_id_idx" ON "event"("network_id", "id" DESC);

-- CreateIndex
CREATE INDEX "event_task_id_id_idx" ON "event"("task_id", "id" DESC);

-- CreateIndex
CREATE INDEX "event_organization_id_kind_id_idx" ON "event"("organization_id", "kind", "id" DESC);

-- CreateIndex
CREATE INDEX "event_kind_id_idx" ON "event"("kind", "id" DESC);

-- CreateIndex
CREATE INDEX "notification_person_id_id_idx" ON "notification"("person_id", "id" DESC);

-- CreateIndex
CREATE INDEX "notification_event_id_idx" ON "notification"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_person_id_event_id_key" ON "notification"("person_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "resolution_issuer_id_issuing_body_number_adopted_on_key" ON "resolution"("issuer_id", "issuing_body", "number", "adopted_on");

-- CreateIndex
CREATE INDEX "membership_network_id_state_idx" ON "membership"("network_id", "state");

-- CreateIndex
CREATE INDEX "membership_organization_id_state_idx" ON "membership"("organization_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "municipality_teryt_key" ON "municipality"("teryt");

-- CreateIndex
CREATE INDEX "municipality_status_idx" ON "municipality"("status");

-- CreateIndex
CREATE INDEX "task_due_on_id_idx" ON "task"("due_on", "id");

-- CreateIndex
CREATE INDEX "task_network_id_due_on_id_idx" ON "task"("network_id", "due_on", "id");

-- CreateIndex
CREATE INDEX "assignment_organization_id_due_on_id_idx" ON "assignment"("organization_id", "due_on", "id");

-- CreateIndex
CREATE INDEX "assignment_keeper_id_idx" ON "assignment"("keeper_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_task_id_organization_id_key" ON "assignment"("task_id", "organization_id");

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_actor_person_id_fkey" FOREIGN KEY ("actor_person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_acting_for_organization_id_fkey" FOREIGN KEY ("acting_for_organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_issuer_id_fkey" FOREIGN KEY ("issuer_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network" ADD CONSTRAINT "network_mandate_id_fkey" FOREIGN KEY ("mandate_id") REFERENCES "resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network" ADD CONSTRAINT "network_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "municipality" ADD CONSTRAINT "municipality_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_mandate_id_fkey" FOREIGN KEY ("mandate_id") REFERENCES "resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_keeper_id_fkey" FOREIGN KEY ("keeper_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Today in the association's time zone: a due day ends at its midnight.
CREATE FUNCTION portal_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT (portal_now() AT TIME ZONE coalesce((SELECT time_zone FROM association), 'Europe/Warsaw'))::date $$;

-- The association: one row.
ALTER TABLE association ADD CONSTRAINT association_is_one CHECK (id = 1);
CREATE UNIQUE INDEX organization_one_secretariat ON organization (kind) WHERE kind = 'SECRETARIAT';

-- The directory is listed by name in Polish order, and searched by any part of a name.
CREATE INDEX organization_by_name ON organization (name COLLATE "pl-x-icu", id);
CREATE INDEX network_by_name ON network (name_pl COLLATE "pl-x-icu", id);

ALTER TABLE person ADD CONSTRAINT person_email_is_lower_case CHECK (email = lower(email));
ALTER TABLE appointment ADD CONSTRAINT appointment_ends_after_start CHECK (ends_on IS NULL OR ends_on >= starts_on);
ALTER TABLE municipality ADD CONSTRAINT municipality_teryt_is_seven_digits CHECK (teryt ~ '^[0-9]{7}$');
ALTER TABLE municipality ADD CONSTRAINT municipality_population_is_positive CHECK (population > 0);
ALTER TABLE session ADD CONSTRAINT session_token_is_hashed CHECK (octet_length(token_hash) = 32);

-- Events are immutable.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'Rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$;
CREATE TRIGGER event_is_immutable BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_is_not_truncated BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The inbox counts its unread ones from this index alone.
CREATE INDEX notification_unread ON notification (person_id) WHERE read_at IS NULL;

-- Networks: no authority without a mandate; a temporary one has its clock, a permanent one none.
ALTER TABLE network ADD CONSTRAINT network_works_under_a_mandate
  CHECK (state IN ('PROPOSED', 'REJECTED') OR mandate_id IS NOT NULL);
ALTER TABLE network ADD CONSTRAINT network_clock_fits_kind CHECK ((kind = 'TEMPORARY') = (ends_on IS NOT NULL));
ALTER TABLE network ADD CONSTRAINT network_ends_after_start CHECK (ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on);

-- One live membership for each organization and network; one lead for each network.
CREATE UNIQUE INDEX membership_one_live ON membership (network_id, organization_id)
  WHERE state IN ('REQUESTED', 'CONFIRMED', 'ACTIVE');
CREATE UNIQUE INDEX membership_one_lead ON membership (network_id) WHERE role = 'LEAD' AND state = 'ACTIVE';
CREATE INDEX membership_pending ON membership (requested_at) WHERE state IN ('REQUESTED', 'CONFIRMED');

-- … and never none: looked at when the transaction commits, so that the lead can change within one.
CREATE FUNCTION require_lead() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE -- Of the two tables only membership has a network_id.
  concerned uuid := coalesce(to_jsonb(NEW) ->> 'network_id', to_jsonb(NEW) ->> 'id')::uuid;
BEGIN
  IF EXISTS (SELECT FROM network WHERE id = concerned AND state IN ('ACTIVE', 'CLOSING'))
     AND NOT EXISTS (SELECT FROM membership WHERE network_id = concerned AND role = 'LEAD' AND state = 'ACTIVE') THEN
    RAISE EXCEPTION 'Network % would be without a lead', concerned USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER network_has_a_lead AFTER INSERT OR UPDATE OF state ON network
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_lead();
CREATE CONSTRAINT TRIGGER membership_leaves_a_lead AFTER UPDATE OF role, state ON membership
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_lead();

-- Counters that lists and dashboards read, kept in the transaction that changes them.
CREATE FUNCTION count_members() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was int := CASE WHEN TG_OP = 'UPDATE' AND OLD.state = 'ACTIVE' THEN 1 ELSE 0 END;
  is_now int := CASE WHEN NEW.state = 'ACTIVE' THEN 1 ELSE 0 END;
BEGIN
  IF was <> is_now THEN
    UPDATE network SET member_count = member_count + is_now - was WHERE id = NEW.network_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER membership_is_counted AFTER INSERT OR UPDATE OF state ON membership
  FOR EACH ROW EXECUTE FUNCTION count_members();

CREATE FUNCTION count_open_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was int := CASE WHEN TG_OP = 'UPDATE' AND OLD.state = 'OPEN' THEN 1 ELSE 0 END;
  is_now int := CASE WHEN NEW.state = 'OPEN' THEN 1 ELSE 0 END;
BEGIN
  IF was <> is_now THEN
    UPDATE network SET open_task_count = open_task_count + is_now - was WHERE id = NEW.network_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER task_is_counted AFTER INSERT OR UPDATE OF state ON task
  FOR EACH ROW EXECUTE FUNCTION count_open_tasks();

-- What is asked of a gmina and not answered yet; what waits for the secretariat.
CREATE INDEX assignment_todo ON assignment (organization_id, due_on, id) WHERE state IN ('OPEN', 'IN_PROGRESS', 'RETURNED');
CREATE INDEX assignment_todo_by_day ON assignment (due_on, id) WHERE state IN ('OPEN', 'IN_PROGRESS', 'RETURNED');
CREATE INDEX assignment_submitted ON assignment (due_on, id) WHERE state = 'SUBMITTED';
ALTER TABLE assignment ADD CONSTRAINT assignment_answer_is_bounded CHECK (char_length(answer) <= 20000);
ALTER TABLE assignment ADD CONSTRAINT assignment_is_answered_when_handed_in
  CHECK (state NOT IN ('SUBMITTED', 'ACCEPTED') OR (answer <> '' AND submitted_at IS NOT NULL));
ALTER TABLE assignment ADD CONSTRAINT assignment_says_why
  CHECK (state NOT IN ('RETURNED', 'DECLINED') OR reason IS NOT NULL);

-- Hot tables are vacuumed often.
ALTER TABLE session SET (autovacuum_vacuum_scale_factor = 0.02);
ALTER TABLE rate_limit SET (autovacuum_vacuum_scale_factor = 0.02);
ALTER TABLE notification SET (autovacuum_vacuum_scale_factor = 0.05);
ALTER TABLE assignment SET (autovacuum_vacuum_scale_factor = 0.05);
