// The role in which the portal runs: it reads and writes rows, and owns nothing. It cannot change or delete what happened
// (events and the seals over them), nor the shape of the database; migrations run as the owner.
import { Trouble } from './say.mjs';

/** What the running role may only read and add to. */
const immutable = [
  'event',
  'audit_day',
  'task_form',
  'ballot_elector',
  'ballot_extension',
  'idea_answer',
  'closed_dues',
  'ballot_opened_vote',
  'meeting_roll',
  'initiative_decision',
  'deadline_move',
  'budget_receipt',
  'position_text',
  'position_comment',
  'position_signature',
  'dispatch',
  'addressee_answer',
];

const quoted = (name) => `"${name.replaceAll('"', '""')}"`;
const literal = (text) => `'${text.replaceAll("'", "''")}'`;

const userOf = (url) => decodeURIComponent(new URL(url).username);

async function makeRole(client, role, password) {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount > 0) return;
  try {
    await client.query(`CREATE ROLE ${quoted(role)} LOGIN PASSWORD ${literal(password)}`);
  } catch (error) {
    if (error.code === '42710') return; // made by another instance
    if (error.code !== '42501') throw error;
    throw new Trouble(
      `The role ${role} of DATABASE_URL does not exist, and the role of MIGRATION_DATABASE_URL may not make it. ` +
        `Make it: CREATE ROLE ${quoted(role)} LOGIN PASSWORD '…';`,
    );
  }
}

/**
 * Lets the role of `runningUrl` run the portal in the database that `client` owns; does nothing where both are one role.
 * @throws Trouble where the role is missing and cannot be made
 */
export async function admitRunningRole(client, ownerUrl, runningUrl) {
  const role = userOf(runningUrl);
  if (role === userOf(ownerUrl)) return;
  await makeRole(client, role, decodeURIComponent(new URL(runningUrl).password));
  const name = quoted(role);
  // In one go: nobody ever sees the role with half of its rights.
  await client.query(`
    BEGIN;
    GRANT USAGE ON SCHEMA public, graphile_worker TO ${name};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, graphile_worker TO ${name};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, graphile_worker TO ${name};
    DO $$ DECLARE queue_table regclass; BEGIN
      -- The queue guards its tables row by row against every role but their owner.
      FOR queue_table IN SELECT oid FROM pg_class
        WHERE relnamespace = 'graphile_worker'::regnamespace AND relrowsecurity
          AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid AND polname = ${literal(role)})
      LOOP
        EXECUTE format('CREATE POLICY %I ON %s TO %I USING (true) WITH CHECK (true)', ${literal(role)}, queue_table, ${literal(role)});
      END LOOP;
    END $$;
    REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations, graphile_worker.migrations FROM ${name};
    REVOKE UPDATE, DELETE ON ${immutable.join(', ')} FROM ${name};
    -- Days are sealed by a function of the owner's.
    REVOKE INSERT ON audit_day FROM ${name};
    COMMIT;`);
}
