import { defineConfig } from 'prisma/config';

/** For the Prisma CLI alone; the portal reads its own configuration (apps/api/src/platform/config). */
export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
  // `generate` needs no database but insists on an address.
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/unused' },
});
