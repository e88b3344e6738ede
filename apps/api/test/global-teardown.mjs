// After the last test: the template goes, and with it the embedded PostgreSQL.
export default () => globalThis.stopTestDatabase();
