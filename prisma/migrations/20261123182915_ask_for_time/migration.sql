-- CreateEnum
CREATE TYPE "due_request_state" AS ENUM ('OPEN', 'GRANTED', 'REFUSED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "due_request" (
    "id" UUID NOT NULL DEFAULT portal_id(),
    "assignment_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "due_request_state" NOT NULL DEFAULT 'OPEN',
    "refusal" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "due_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "due_request_assignment_id_id_idx" ON "due_request"("assignment_id", "id" DESC);

-- AddForeignKey
ALTER TABLE "due_request" ADD CONSTRAINT "due_request_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



CREATE UNIQUE INDEX "due_request_one_open" ON "due_request"("assignment_id") WHERE "state" = 'OPEN';

ALTER TABLE "due_request"
  ADD CONSTRAINT "due_request_decided" CHECK (("state" = 'OPEN') = ("decided_at" IS NULL)),
  ADD CONSTRAINT "due_request_refused_with_reason" CHECK (("state" = 'REFUSED') = ("refusal" IS NOT NULL));
