-- CreateEnum
CREATE TYPE "reminder_kind" AS ENUM ('WEEK_BEFORE', 'TWO_DAYS_BEFORE', 'DUE_DAY', 'LATE', 'ESCALATED_TO_COORDINATOR', 'ESCALATED_TO_EXECUTIVE');

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "mail_reminders" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "digest" (
    "person_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "digest_pkey" PRIMARY KEY ("person_id","day")
);

-- CreateTable
CREATE TABLE "reminder" (
    "assignment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "kind" "reminder_kind" NOT NULL,
    "step" INTEGER NOT NULL DEFAULT 0,
    "reminded_on" DATE NOT NULL,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("assignment_id","person_id","due_on","kind","step")
);

-- CreateIndex
CREATE INDEX "reminder_person_id_reminded_on_idx" ON "reminder"("person_id", "reminded_on");

-- AddForeignKey
ALTER TABLE "digest" ADD CONSTRAINT "digest_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;


