import { Prisma, type Reader } from '../platform/database/database.ts';

/** The ids of the demo's organizations by name. */
export async function fictionalOrganizations(db: Reader): Promise<Map<string, string>> {
  const rows = await db.rows<{ id: string; name: string }>(
    Prisma.sql`SELECT id, name FROM organization WHERE fictional`,
  );
  return new Map(rows.map((row) => [row.name, row.id]));
}

/** The resolution with a number. */
export async function resolutionByNumber(reader: Reader, number: string): Promise<string | undefined> {
  const [row] = await reader.rows<{ id: string }>(Prisma.sql`SELECT id FROM resolution WHERE number = ${number}`);
  return row?.id;
}

/** The id of an initiative by its Polish title. */
export async function initiativeByTitle(db: Reader, title: string): Promise<string> {
  const [row] = await db.rows<{ id: string }>(Prisma.sql`SELECT id FROM initiative WHERE title_pl = ${title}`);
  return row?.id ?? '';
}
