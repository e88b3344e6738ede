// npm run audit:verify: computes the seal of each sealed day again and ends with 1 where a day does not stand. Works on the
// database of DATABASE_URL, or on the embedded one. It shares no code with the portal and asks the database for nothing but
// rows: whoever can change events could change the database's functions too.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { dataDir } from './places.mjs';
import { main, say, Trouble } from './say.mjs';

/** Events that are fetched at once. */
const portion = 1000;
const dayMs = 86_400_000;

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256'));

/** An event as the seal takes it, of one UTC day, in the order of ids; $2 is where to go on. */
const events = `
  SELECT id::text AS id, jsonb_build_array(id, kind, floor(extract(epoch FROM occurred_at) * 1000)::bigint,
    actor_person_id, acting_for_organization_id, network_id, task_id, organization_id, facts, detail, request_id)::text AS text
  FROM event
  WHERE occurred_at >= $1::date::timestamp AT TIME ZONE 'UTC' AND occurred_at < ($1::date + 1)::timestamp AT TIME ZONE 'UTC'
    AND ($2::uuid IS NULL OR id > $2::uuid)
  ORDER BY event.id LIMIT ${portion}`;

/** The seal of a day: over the seal of the day before, the day's name, and the hash of each of its events. */
async function sealOf(client, day, before) {
  const hash = sha256(before ?? '', day);
  let found = 0;
  for (let after = null; ;) {
    const { rows } = await client.query(events, [day, after]);
    for (const { text } of rows) hash.update(sha256(text).digest());
    found += rows.length;
    if (rows.length < portion) return { found, hash: hash.digest() };
    after = rows.at(-1).id;
  }
}

const same = (one, other) => (one === null || other === null ? one === other : one.equals(other));

/**
 * Every sealed day as it stands now, the first one first: over, and the day after the one before. And days with events from
 * before the first seal, or that should have been sealed for long.
 */
async function verify(client) {
  const { rows: sealed } = await client.query(
    'SELECT day::text AS day, count, hash, previous FROM audit_day ORDER BY audit_day.day',
  );
  const { rows: unsealed } = await client.query(`
    SELECT (occurred_at AT TIME ZONE 'UTC')::date::text AS day, 0 AS sealed, count(*)::int AS found FROM event
    WHERE occurred_at < (SELECT min(day) FROM audit_day)::timestamp AT TIME ZONE 'UTC'
      OR (occurred_at >= ((SELECT max(day) FROM audit_day) + 1)::timestamp AT TIME ZONE 'UTC'
        AND occurred_at < now() - interval '50 hours')
    GROUP BY 1 ORDER BY 1`);
  const broken = [...unsealed];
  let before = null;
  let last = null;
  for (const { day, count, hash, previous } of sealed) {
    const { found, hash: computed } = await sealOf(client, day, before);
    const follows = !last || Date.parse(day) - Date.parse(last) === dayMs;
    const isOver = Date.parse(day) + dayMs <= Date.now();
    if (!computed.equals(hash) || !same(previous, before) || !follows || !isOver)
      broken.push({ day, sealed: count, found });
    before = hash;
    last = day;
  }
  return { sealed, broken };
}

async function openDatabase() {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: async () => {} };
  const dir = path.join(dataDir(), 'postgres');
  if (!fs.existsSync(dir)) {
    throw new Trouble(`There is no database in ${dir} yet: run npm start, or set DATABASE_URL.`);
  }
  const { runningRole, startPostgres } = await import('./postgres.mjs');
  const postgres = await startPostgres({ dir });
  return { url: postgres.url('blizej', runningRole), stop: postgres.stop };
}

/** Reads all in one moment, so that a day that is sealed meanwhile is no fault. */
async function withSnapshot(url, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, application_name: 'blizej audit' });
  await client.connect();
  try {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return await work(client);
  } catch (error) {
    if (error.code !== '42P01') throw error;
    throw new Trouble('This database has no audit yet: the portal has never run on it.');
  } finally {
    await client.end();
  }
}

await main(async () => {
  const { url, stop } = await openDatabase();
  try {
    const { sealed, broken } = await withSnapshot(url, verify);
    if (sealed.length === 0) {
      say('No day is sealed yet: a day is sealed an hour after it is over.');
      return 0;
    }
    const ofSealed = broken.filter(({ sealed: count, day }) => count > 0 || day >= sealed[0].day).length;
    say(`Sealed days: ${sealed.length}, from ${sealed[0].day} to ${sealed.at(-1).day} (UTC).`);
    say(`Days that stand: ${sealed.length - ofSealed}. Days that do not: ${broken.length}.`);
    for (const { day, sealed: count, found } of broken)
      say(`  ${day}: ${count} events were sealed, ${found} are there.`);
    say(`Seal of the last day: ${sealed.at(-1).hash.toString('hex')}`);
    return broken.length > 0 ? 1 : 0;
  } finally {
    await stop();
  }
});
