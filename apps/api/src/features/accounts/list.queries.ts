import { listMost, type BulkRunView, type ListPreview } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { Problem } from '../../kernel/problems.ts';
import type { OrganizationKind, RowOutcome } from '@blizej/contracts';
import { Prisma, type Reader } from '../../platform/database/database.ts';
import { readTable } from '../../platform/files/table.ts';
import { invitationPolicy, officeFits, visibleInvitations } from './invitation.policy.ts';
import { readList, type KnownOrganization, type ListRow } from './list.rules.ts';

/** Says what a list would do, row by row, and changes nothing. */
export async function previewList(
  db: Reader,
  actor: Actor,
  { fileName, content }: { fileName: string; content: string },
): Promise<ListPreview> {
  // The row that names the columns is not counted.
  const table = await readTable(Buffer.from(content, 'base64'), listMost + 1);
  // Whatever this is, nobody is named in it.
  if (!table.some(({ cells }) => cells.some((cell) => cell.includes('@')))) throw new Problem('file-unreadable');
  const scope = visibleInvitations(actor);
  const known = await db.rows<KnownOrganization & { kind: OrganizationKind }>(Prisma.sql`
    SELECT organization.id, organization.name, organization.kind, municipality.teryt
    FROM organization LEFT JOIN municipality ON municipality.organization_id = organization.id
    WHERE (organization.kind <> 'MUNICIPALITY' OR municipality.status = 'MEMBER')
      AND (${scope.everything} OR organization.id = ANY (${scope.organizationIds}::uuid[]))`);
  const rows = readList(table, known);
  const kinds = new Map(known.map(({ id, kind }) => [id, kind]));
  const standing = await standingOf(db, rows);
  return {
    fileName,
    rows: rows.map((row, position) => {
      const { understood } = row;
      if (row.outcome !== 'invited' || !understood) return row;
      const kind = kinds.get(understood.organizationId);
      if (!kind || !officeFits(understood.office, kind)) return { ...row, outcome: 'office_unknown' };
      if (!invitationPolicy.invite(actor, understood)) return { ...row, outcome: 'forbidden' };
      return { ...row, outcome: standing.get(position) ?? 'invited' };
    }),
  };
}

/** What the database knows of the rows, by their position: one statement for all of them. */
async function standingOf(db: Reader, rows: readonly ListRow[]): Promise<Map<number, RowOutcome>> {
  const asked = rows.flatMap(({ email, understood }, position) =>
    understood ? [{ position, email, organization_id: understood.organizationId, office: understood.office }] : [],
  );
  const found = await db.rows<{ position: number; outcome: RowOutcome }>(Prisma.sql`
    SELECT asked.position, CASE
        WHEN NOT person.active THEN 'account_blocked'
        WHEN EXISTS (SELECT FROM appointment WHERE appointment.person_id = person.id
          AND appointment.organization_id = asked.organization_id AND appointment.office::text = asked.office
          AND (appointment.ends_on IS NULL OR appointment.ends_on >= portal_today())) THEN 'already_appointed'
        WHEN EXISTS (SELECT FROM invitation WHERE invitation.email = asked.email
          AND invitation.organization_id = asked.organization_id AND invitation.office::text = asked.office
          AND invitation.accepted_at IS NULL AND invitation.revoked_at IS NULL
          AND invitation.expires_at > portal_now()) THEN 'invitation_exists'
        WHEN asked.office = 'EXECUTIVE' AND EXISTS (SELECT FROM appointment WHERE appointment.office = 'EXECUTIVE'
          AND appointment.organization_id = asked.organization_id AND appointment.ends_on IS NULL
          AND appointment.deputy_for_id IS NULL) THEN 'office_taken'
        ELSE 'invited' END AS outcome
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS asked (position int, email text, organization_id uuid, office text)
    LEFT JOIN person ON person.email = asked.email`);
  return new Map(found.map(({ position, outcome }) => [position, outcome]));
}

/** A run that the actor has begun; undefined for everybody else's. */
export async function readBulkRun(db: Reader, actor: Actor, id: string): Promise<BulkRunView | undefined> {
  const [row] = await db.rows<
    Omit<BulkRunView, 'createdAt' | 'finishedAt'> & { createdAt: Date; finishedAt: Date | null }
  >(
    Prisma.sql`
      SELECT id, file_name AS "fileName", total, done, created_at AS "createdAt", finished_at AS "finishedAt", report
      FROM bulk_run WHERE id = ${id}::uuid AND person_id = ${actor.personId}::uuid`,
  );
  return row && { ...row, createdAt: row.createdAt.toISOString(), finishedAt: row.finishedAt?.toISOString() ?? null };
}
