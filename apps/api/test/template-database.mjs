// The database that test files copy: migrated, with the reference data and the demo's world.

/** CREATE DATABASE … TEMPLATE this one. */
export const template = 'blizej_template';

/** Removes the template, also one that an interrupted run has left. */
export async function dropTemplate(admin) {
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [template]);
  if (rowCount === 0) return;
  await admin.query(`ALTER DATABASE ${template} WITH IS_TEMPLATE false`);
  await admin.query(`DROP DATABASE ${template} WITH (FORCE)`);
}
