import { expect, test } from '@jest/globals';
import { useWorld } from '../../../test/world.ts';
import { signIn } from '../../features/accounts/actions/sign-in.ts';
import { Prisma } from './database.ts';
import { sweep } from './housekeeping.ts';

const world = useWorld();

test('Sweeping deletes what is long over and leaves what may still be asked for', async () => {
  const mayor = await world.actor('jantarowoMayor');
  await signIn(world.unit.at(new Date(Date.now() - 100 * 86_400_000)), mayor);
  await signIn(world.unit, mayor);
  await world.rows(Prisma.sql`
    INSERT INTO rate_limit (key, count, resets_at)
    VALUES ('\\x01', 1, now() - interval '1 second'), ('\\x02', 1, now() + interval '1 minute')`);
  await world.rows(Prisma.sql`
    INSERT INTO idempotency_key (person_id, key, fingerprint, created_at)
    VALUES (${mayor.personId}::uuid, 'old', '\\x01', now() - interval '3 days'), (${mayor.personId}::uuid, 'new', '\\x01', now())`);
  await world.rows(Prisma.sql`
    INSERT INTO oidc_attempt (token_hash, provider, kept, created_at)
    VALUES ('\\x01', 'poczta', '{}', now() - interval '2 hours'), ('\\x02', 'poczta', '{}', now())`);
  await world.rows(Prisma.sql`
    INSERT INTO login_link (purpose, token_hash, person_id, expires_at)
    VALUES ('RESET', sha256('old'), ${mayor.personId}::uuid, now() - interval '31 days'),
           ('RESET', sha256('new'), ${mayor.personId}::uuid, now() - interval '29 days')`);
  await world.rows(Prisma.sql`
    INSERT INTO device (person_id, token_hash, created_at)
    VALUES (${mayor.personId}::uuid, sha256('old'), now() - interval '401 days'), (${mayor.personId}::uuid, sha256('new'), now())`);
  await world.rows(Prisma.sql`
    INSERT INTO task_change (person_id, change, tasks, made_at)
    VALUES (${mayor.personId}::uuid, '{}', '[]', now() - interval '25 hours'), (${mayor.personId}::uuid, '{}', '[]', now())`);
  await sweep(world.database);
  expect(
    await world.row(Prisma.sql`
      SELECT (SELECT count(*)::int FROM session) AS sessions, (SELECT count(*)::int FROM rate_limit) AS limits,
             (SELECT count(*)::int FROM idempotency_key) AS keys, (SELECT count(*)::int FROM oidc_attempt) AS attempts,
             (SELECT count(*)::int FROM login_link) AS links, (SELECT count(*)::int FROM device) AS devices,
             (SELECT count(*)::int FROM task_change) AS changes`),
  ).toEqual({ sessions: 1, limits: 1, keys: 1, attempts: 1, links: 1, devices: 1, changes: 1 });
});
