import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';

/** The steps of an assignment as its view; expects the table under its own name. */
export const checklistOf = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('id', step.id, 'text', step.text, 'done', step.done_at IS NOT NULL,
                                              'doneBy', person.name) ORDER BY step.position, step.id), '[]')
   FROM checklist_step step LEFT JOIN person ON person.id = step.done_by_id
   WHERE step.assignment_id = assignment.id)`;

/** The steps of an assignment in their order. The assignment is locked by the caller: two who move steps queue there. */
export async function stepIds(work: Work, assignmentId: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`SELECT id FROM checklist_step WHERE assignment_id = ${assignmentId}::uuid ORDER BY position, id`,
  );
  return rows.map(({ id }) => id);
}

/** Adds a step; gives its id. */
export async function insertStep(
  work: Work,
  step: { assignmentId: string; text: string; position: number },
): Promise<string> {
  const { id } = await transactionOf(work).checklistStep.create({ data: step, select: { id: true } });
  return id;
}

/** Puts the steps into an order. */
export async function saveOrder(work: Work, ids: readonly string[]): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE checklist_step SET position = ordered.position - 1
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS ordered (id, position) WHERE checklist_step.id = ordered.id`;
}

/** Changes what was said of a step: its words, or whether and by whom it was done. */
export async function saveStep(
  work: Work,
  id: string,
  change: { text?: string | undefined; done?: boolean | undefined },
  personId: string,
): Promise<void> {
  const { text = null, done = null } = change;
  await transactionOf(work).$executeRaw`
    UPDATE checklist_step SET text = coalesce(${text}, text),
      done_at = CASE WHEN ${done}::boolean THEN coalesce(done_at, portal_now()) WHEN NOT ${done}::boolean THEN NULL ELSE done_at END,
      done_by_id = CASE WHEN ${done}::boolean THEN coalesce(done_by_id, ${personId}::uuid)
                        WHEN NOT ${done}::boolean THEN NULL ELSE done_by_id END
    WHERE id = ${id}::uuid`;
}

export async function deleteStep(work: Work, id: string): Promise<void> {
  await transactionOf(work).$executeRaw`DELETE FROM checklist_step WHERE id = ${id}::uuid`;
}
