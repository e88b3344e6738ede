import { Prisma, type Reader } from '../platform/database/database.ts';

/** The ids of the demo's organizations by name. */
export async function fictionalOrganizations(db: Reader): Promise<Map<string, string>> {
  const rows = await db.rows<{ id: string; name: string }>(
    Prisma.sql`SELECT id, name FROM organization WHERE fictional`,
  );
  return new Map(rows.map((row) => [row.name, row.id]));
}
