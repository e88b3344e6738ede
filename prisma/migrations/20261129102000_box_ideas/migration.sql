-- CreateEnum
CREATE TYPE "idea_state" AS ENUM ('SUBMITTED', 'LATER', 'INITIATIVE', 'TASK', 'MERGED', 'DECLINED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "idea_answer_kind" AS ENUM ('INITIATIVE', 'TASK', 'MERGED', 'LATER', 'DECLINED');

-- CreateEnum
CREATE TYPE "idea_audience" AS ENUM ('MEMBERS', 'GMINA');

-- CreateTable
CREATE TABLE "idea" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "benefit" TEXT NOT NULL,
    "goals" "goal"[],
    "topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "audience" "idea_audience" NOT NULL DEFAULT 'MEMBERS',
    "state" "idea_state" NOT NULL DEFAULT 'SUBMITTED',
    "organization_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),
    "due_on" DATE NOT NULL,
    "revisit_on" DATE,
    "merged_into_id" UUID,
    "initiative_id" UUID,
    "task_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "idea_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idea_answer" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "idea_id" UUID NOT NULL,
    "kind" "idea_answer_kind" NOT NULL,
    "reason" TEXT NOT NULL,
    "revisit_on" DATE,
    "into_id" UUID,
    "person_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "idea_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idea_support" (
    "idea_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "supported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "idea_support_pkey" PRIMARY KEY ("idea_id","organization_id")
);

-- CreateTable
CREATE TABLE "idea_follower" (
    "idea_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "idea_follower_pkey" PRIMARY KEY ("idea_id","person_id")
);

-- CreateTable
CREATE TABLE "idea_reminder" (
    "idea_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "days_ahead" INTEGER NOT NULL,

    CONSTRAINT "idea_reminder_pkey" PRIMARY KEY ("idea_id","due_on","days_ahead")
);

-- CreateIndex
CREATE UNIQUE INDEX "idea_initiative_id_key" ON "idea"("initiative_id");

-- CreateIndex
CREATE UNIQUE INDEX "idea_task_id_key" ON "idea"("task_id");

-- CreateIndex
CREATE INDEX "idea_state_due_on_idx" ON "idea"("state", "due_on");

-- CreateIndex
CREATE INDEX "idea_organization_id_id_idx" ON "idea"("organization_id", "id");

-- CreateIndex
CREATE INDEX "idea_author_id_idx" ON "idea"("author_id");

-- CreateIndex
CREATE INDEX "idea_merged_into_id_idx" ON "idea"("merged_into_id");

-- CreateIndex
CREATE INDEX "idea_answer_idea_id_id_idx" ON "idea_answer"("idea_id", "id");

-- CreateIndex
CREATE INDEX "idea_answer_into_id_idx" ON "idea_answer"("into_id");

-- CreateIndex
CREATE INDEX "idea_answer_person_id_idx" ON "idea_answer"("person_id");

-- CreateIndex
CREATE INDEX "idea_answer_organization_id_idx" ON "idea_answer"("organization_id");

-- CreateIndex
CREATE INDEX "idea_support_organization_id_idx" ON "idea_support"("organization_id");

-- CreateIndex
CREATE INDEX "idea_support_person_id_idx" ON "idea_support"("person_id");

-- CreateIndex
CREATE INDEX "idea_follower_person_id_idx" ON "idea_follower"("person_id");

-- AddForeignKey
ALTER TABLE "idea" ADD CONSTRAINT "idea_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idea" ADD CONSTRAINT "idea_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idea" ADD CONSTRAINT "idea_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "idea"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idea" ADD CONSTRAINT "idea_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idea" ADD CONSTRAINT "idea_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idea_answer" ADD CONSTRAINT "idea_answer_idea_id_fkey" FOREIGN KEY ("idea_id") REFERENCES "idea"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idea_answer" ADD CONSTRAINT "idea_answer_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "idea"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idea_answer" ADD CONSTRAINT "idea_answer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idea_answer" ADD CONSTRAINT "idea_answer_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idea_support" ADD CONSTRAINT "idea_support_idea_id_fkey" FOREIGN KEY ("idea_id") REFERENCES "idea"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idea_support" ADD CONSTRAINT "idea_support_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idea_support" ADD CONSTRAINT "idea_support_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idea_follower" ADD CONSTRAINT "idea_follower_idea_id_fkey" FOREIGN KEY ("idea_id") REFERENCES "idea"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idea_follower" ADD CONSTRAINT "idea_follower_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idea_reminder" ADD CONSTRAINT "idea_reminder_idea_id_fkey" FOREIGN KEY ("idea_id") REFERENCES "idea"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma cannot say.
ALTER TABLE idea ADD CONSTRAINT idea_has_a_goal CHECK (cardinality(goals) >= 1);
ALTER TABLE idea ADD CONSTRAINT idea_names_what_it_came_to
  CHECK ((state = 'MERGED') = (merged_into_id IS NOT NULL) AND (state = 'INITIATIVE') = (initiative_id IS NOT NULL)
    AND (state = 'TASK') = (task_id IS NOT NULL) AND (state = 'LATER') = (revisit_on IS NOT NULL));
ALTER TABLE idea ADD CONSTRAINT idea_is_not_merged_into_itself CHECK (merged_into_id <> id);
ALTER TABLE idea_answer ADD CONSTRAINT idea_answer_names_its_idea CHECK ((kind = 'MERGED') = (into_id IS NOT NULL));
ALTER TABLE idea_answer ADD CONSTRAINT idea_answer_names_its_day CHECK ((kind = 'LATER') = (revisit_on IS NOT NULL));
ALTER TABLE idea_reminder ADD CONSTRAINT idea_reminder_is_of_its_days CHECK (days_ahead IN (0, 1, 4));

-- Those that the nightly look asks for: what was put off.
CREATE INDEX idea_to_revisit ON idea (revisit_on) WHERE state = 'LATER';

-- What was answered stays as it was answered.
CREATE TRIGGER idea_answer_is_immutable BEFORE UPDATE OR DELETE ON idea_answer
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- An answer that is not "later" is the last one, and what was withdrawn stays so.
CREATE FUNCTION idea_has_its_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Idea % has its answer', OLD.id USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER idea_has_its_answer BEFORE UPDATE OF state ON idea FOR EACH ROW
  WHEN (OLD.state IN ('INITIATIVE', 'TASK', 'MERGED', 'DECLINED', 'WITHDRAWN') AND NEW.state <> OLD.state)
  EXECUTE FUNCTION idea_has_its_answer();

-- It merges into one that goes on, never into one that went on itself: no circle can be made.
CREATE FUNCTION idea_merges_into_one_that_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM idea WHERE id = NEW.merged_into_id AND state IN ('SUBMITTED', 'LATER', 'INITIATIVE', 'TASK') FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Idea % does not go on', NEW.merged_into_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER idea_merges_into_one_that_goes_on BEFORE INSERT OR UPDATE OF merged_into_id ON idea FOR EACH ROW
  WHEN (NEW.merged_into_id IS NOT NULL) EXECUTE FUNCTION idea_merges_into_one_that_goes_on();
