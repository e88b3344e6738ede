/**
 * What PostgreSQL or the way to it reported, whichever layer wrapped it: node-postgres puts the SQLSTATE or errno in
 * `code`; Prisma's adapter keeps it as `originalCode` in a cause; Prisma itself has codes of its own (P1001, P2034, …).
 */
const codesOf = (error: unknown, depth = 0): string[] => {
  if (typeof error !== 'object' || error === null || depth > 6) return [];
  const { code, originalCode, kind, cause, meta, driverAdapterError, errors } = error as Record<string, unknown>;
  return [
    ...[code, originalCode, kind].filter((value) => typeof value === 'string'),
    ...[cause, meta, driverAdapterError, ...(Array.isArray(errors) ? errors : [])].flatMap((inner) =>
      codesOf(inner, depth + 1),
    ),
  ];
};

const transient = new Set(['40001', '40P01', 'P2034', 'TransactionWriteConflict']);

/** Whether the whole transaction may be tried again: a serialization failure or a deadlock. */
export const isTransient = (error: unknown): boolean => codesOf(error).some((code) => transient.has(code));

const taken = new Set(['23505', 'P2002', 'UniqueConstraintViolation']);

/** Whether somebody has already what may be had once only: a unique index says so. */
export const isTaken = (error: unknown): boolean => codesOf(error).some((code) => taken.has(code));

const unavailable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'ENOENT',
  'P1001', // cannot reach the server
  'P1002', // the server did not answer in time
  'P1008',
  'P1017', // the server closed the connection
  'P2024', // no connection free in time
  'P2028', // the transaction could not be begun, or was lost
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
  '53300', // too many connections
  '57P01', // shut down by the administrator
  '57P02',
  '57P03', // starting up or shutting down
  '55P03', // a lock was not had in time
  '57014', // a statement took too long
  '25P03', // a transaction lay idle too long
]);

/** Whether the database cannot be reached at the moment, so that the same request may work later. */
export const isUnavailable = (error: unknown): boolean =>
  codesOf(error).some((code) => unavailable.has(code) || code.startsWith('08')) ||
  (error instanceof Error &&
    /Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      error.message,
    ));
