import type { Given, networkTemplatesRoutes } from '@blizej/contracts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';

type Body = Given<typeof networkTemplatesRoutes.addTemplate>['body'];

export interface KeptTemplate {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

/**
 * Locks all templates against changes by others until the work ends: few are ever written, and no two have one name.
 * Undefined where there is none of this id.
 */
export async function lockTemplates(work: Work, id?: string): Promise<KeptTemplate | undefined> {
  await transactionOf(work).$executeRaw`LOCK TABLE network_template IN SHARE ROW EXCLUSIVE MODE`;
  const [row] = await rowsOf<KeptTemplate>(
    work,
    Prisma.sql`SELECT id, name, version FROM network_template WHERE id = ${id ?? null}::uuid`,
  );
  return row;
}

/** Whether a template other than `but` is called so; expects that all are locked. */
export async function isNameTaken(work: Work, name: string, but?: string): Promise<boolean> {
  const rows = await rowsOf(
    work,
    Prisma.sql`
      SELECT FROM network_template
      WHERE portal_fold(name) = portal_fold(${name}) AND id IS DISTINCT FROM ${but ?? null}::uuid`,
  );
  return rows.length > 0;
}

const columnsOf = ({ purposeEn, ...body }: Body) => ({ ...body, purposeEn: purposeEn ?? null });

export async function insertTemplate(work: Work, body: Body): Promise<string> {
  return (await transactionOf(work).networkTemplate.create({ data: columnsOf(body), select: { id: true } })).id;
}

/** Saves a locked template and counts its version up. */
export async function saveTemplate(work: Work, id: string, body: Body): Promise<void> {
  await transactionOf(work).networkTemplate.update({
    where: { id },
    data: { ...columnsOf(body), version: { increment: 1 } },
  });
}

export async function deleteTemplate(work: Work, id: string): Promise<void> {
  await transactionOf(work).networkTemplate.delete({ where: { id } });
}
