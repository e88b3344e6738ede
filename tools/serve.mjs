// Runs the built portal in production (the image's command): brings the database of DATABASE_URL up to date, waiting for it
// if need be, and becomes the api. Builds and installs nothing.
import { migrate } from './migrate.mjs';
import { at } from './places.mjs';
import { main, say, Trouble } from './say.mjs';

await main(async () => {
  const { DATABASE_URL, MIGRATION_DATABASE_URL } = process.env;
  if (!DATABASE_URL) {
    throw new Trouble(
      'Set DATABASE_URL to a PostgreSQL 15 or newer, e.g. postgresql://user:password@host:5432/blizej.',
    );
  }
  const applied = await migrate(MIGRATION_DATABASE_URL || DATABASE_URL, { wait: 60, runAs: DATABASE_URL });
  if (applied.length > 0) say(`Migrated: ${applied.join(', ')}.`);
  delete process.env.MIGRATION_DATABASE_URL; // the portal itself is never the owner
  process.env.WEB_DIR ||= at('apps/web/dist');
  process.env.NODE_ENV ||= 'production';
  await import(at('apps/api/dist/main.js'));
});
