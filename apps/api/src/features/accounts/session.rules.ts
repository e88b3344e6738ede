/** A session that is not used ends after this many days. */
export const slidingDays = 7;

/** A session ends after this many days whatever happens. */
export const absoluteDays = 30;

/** The sliding end is moved at most this often, so that a request seldom writes. */
export const touchMinutes = 5;

/** A sensitive deed asks for a proof of who one is that is no older than this. */
export const proofMinutes = 15;

/** The cookie that holds the session's token. */
export const sessionCookie = 'sid';

/** The cookie by which a browser is known again in which somebody has signed in. */
export const deviceCookie = 'device';

/** How long it is kept: as long as browsers keep any. */
export const deviceDays = 400;

/** Whether a cookie's value can be a token of ours: 32 bytes in base64url. */
export const looksLikeToken = (value: string | undefined): value is string =>
  value !== undefined && /^[\w-]{43}$/.test(value);
