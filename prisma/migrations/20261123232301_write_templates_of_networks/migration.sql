-- AlterTable
ALTER TABLE "network" ADD COLUMN     "standard_tasks" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "network_template" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "name" TEXT NOT NULL,
    "kind" "network_kind" NOT NULL,
    "purpose_pl" TEXT NOT NULL,
    "purpose_en" TEXT,
    "benefit" TEXT NOT NULL,
    "join_policy" "join_policy" NOT NULL,
    "goals" "goal"[],
    "topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "tasks" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "network_template_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX network_template_by_name ON network_template (name COLLATE "pl-x-icu", id);

-- What Prisma cannot say.
CREATE UNIQUE INDEX network_template_has_a_name_of_its_own ON network_template (portal_fold(name));
ALTER TABLE network_template ADD CONSTRAINT network_template_tasks_are_a_list
  CHECK (jsonb_typeof(tasks) = 'array' AND jsonb_array_length(tasks) <= 20);
ALTER TABLE network_template ADD CONSTRAINT network_template_has_a_goal CHECK (cardinality(goals) >= 1);
ALTER TABLE network ADD CONSTRAINT network_standard_tasks_are_a_list CHECK (jsonb_typeof(standard_tasks) = 'array');
