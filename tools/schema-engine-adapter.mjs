// Prisma's adapter for node-postgres as the schema engine needs it. It works round four faults of @prisma/adapter-pg 7.10;
// when the package is updated, try to remove them one by one (node tools/migrate.mjs --check-drift shows each).
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';

const oid = { char: 18, bpchar: 1042 };

/**
 * Fault 1: the catalogue type "char" cannot be decoded, and passed on as text it makes the engine panic on any check or
 * NOT NULL constraint. The type goes in as bpchar, and the column comes out as a character.
 */
function decodeChar(queryable) {
  const { queryRaw } = queryable;
  queryable.queryRaw = async (query) => {
    const characters = [];
    const performIO = async (statement) => {
      const result = await queryable.performIO(statement);
      for (const [index, field] of result.fields.entries()) {
        if (field.dataTypeID !== oid.char) continue;
        field.dataTypeID = oid.bpchar;
        characters.push(index);
      }
      return result;
    };
    const result = await queryRaw.call(Object.create(queryable, { performIO: { value: performIO } }), query);
    for (const index of characters) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  return queryable;
}

function mend(adapter) {
  const startTransaction = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (isolation) => decodeChar(await startTransaction(isolation));
  // Fault 2: a script is cut at every ';', also inside $$ bodies and literals. PostgreSQL takes it whole.
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return decodeChar(adapter);
}

const quoted = (name) => `"${name.replaceAll('"', '""')}"`;

/** The factory of adapters for a database, with `dropShadows()` for an engine that dies before it has tidied up. */
export function adapterFactory(url) {
  // Fault 3: separate fields, since the adapter makes a shadow database by overriding `database`, which node-postgres
  // ignores while there is a connection string.
  const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: url }).connectionParameters;
  const config = { host, port, user, password, database, ssl };
  const schema = new URL(url).searchParams.get('schema');
  const factory = new PrismaPg(config, schema ? { schema } : undefined);
  const connect = factory.connect.bind(factory);
  const shadows = new Map();

  factory.connect = async () => mend(await connect());

  // Fault 4: a shadow database is dropped before the connections to it are closed.
  factory.connectToShadowDb = async () => {
    const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    const admin = await factory.connect();
    await admin.executeScript(`CREATE DATABASE ${quoted(name)}`);
    shadows.set(name, admin);
    const shadow = mend(await new PrismaPg({ ...config, database: name }).connect());
    const close = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await close();
      await admin.executeScript(`DROP DATABASE ${quoted(name)} WITH (FORCE)`);
      shadows.delete(name);
      await admin.dispose();
    };
    return shadow;
  };

  const dropShadows = async () => {
    for (const [name, admin] of shadows) {
      await admin.executeScript(`DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`).catch(() => {});
    }
  };
  return { factory, dropShadows };
}

/** Connects, runs one statement if there is one, and disconnects. */
export async function runStatement(url, statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    if (statement) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The database that an address names, quoted for SQL, and the address of the one from which it can be created. */
export function databaseOf(url) {
  const admin = new URL(url);
  const name = decodeURIComponent(admin.pathname.slice(1));
  admin.pathname = '/postgres';
  return { name: quoted(name), adminUrl: String(admin) };
}
