-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "answers" JSONB,
ADD COLUMN     "form_version" INTEGER;

-- CreateTable
CREATE TABLE "task_form" (
    "task_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "fields" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),

    CONSTRAINT "task_form_pkey" PRIMARY KEY ("task_id","version")
);

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_task_id_form_version_fkey" FOREIGN KEY ("task_id", "form_version") REFERENCES "task_form"("task_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_form" ADD CONSTRAINT "task_form_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Answers are read in the form that they answer; what is handed in is a text or the answers to a form.
ALTER TABLE assignment ADD CONSTRAINT assignment_answers_name_their_form
  CHECK ((answers IS NULL) = (form_version IS NULL));
ALTER TABLE assignment ADD CONSTRAINT assignment_answers_are_bounded
  CHECK (jsonb_typeof(answers) = 'object' AND octet_length(answers::text) <= 1500000);
ALTER TABLE assignment DROP CONSTRAINT assignment_is_answered_when_handed_in;
ALTER TABLE assignment ADD CONSTRAINT assignment_is_answered_when_handed_in
  CHECK (state NOT IN ('SUBMITTED', 'ACCEPTED') OR ((answer <> '' OR answers IS NOT NULL) AND submitted_at IS NOT NULL));

ALTER TABLE task_form ADD CONSTRAINT task_form_has_questions
  CHECK (version > 0 AND jsonb_typeof(fields) = 'array' AND jsonb_array_length(fields) BETWEEN 1 AND 30);
CREATE TRIGGER task_form_is_immutable BEFORE UPDATE OR DELETE ON task_form FOR EACH ROW EXECUTE FUNCTION refuse_change();
