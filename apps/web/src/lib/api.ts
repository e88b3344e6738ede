import type { api as contract, Answer, Issue, ProblemBody, ProblemSlug, Route, Sent } from '@blizej/contracts';

/** Where a route is; what goes through it is known to the compiler alone. */
export interface Address<R extends Route = Route> extends Pick<R, 'method' | 'path'> {
  readonly route?: R;
}

/**
 * The routes of the contract. Nothing stands here when the application runs: `api.readTask` is replaced by the address itself
 * when it is built (build/addresses.ts).
 */
export const api = {} as { readonly [Name in keyof typeof contract]: Address<(typeof contract)[Name]> };

/** What can go wrong beyond the API's own problems: no connection, or a page of an older version of the portal. */
export type Trouble = ProblemSlug | 'offline' | 'outdated';

/** Every failure of a call. Code switches on `slug`; the words stand in the locale files. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly issues: readonly Issue[];
  readonly current: unknown;
  /** Who changed it last, where it was changed meanwhile. */
  readonly by: string | undefined;
  /** The number to quote when asking for help. */
  readonly reference: string | undefined;
  /** Seconds until it makes sense to try again. */
  readonly retryAfter: number | undefined;

  constructor(
    readonly slug: Trouble,
    body?: Partial<ProblemBody>,
    options?: ErrorOptions,
  ) {
    super(slug, options);
    this.name = 'ApiProblem';
    this.status = body?.status ?? 0;
    this.issues = body?.issues ?? [];
    this.current = body?.current;
    this.by = body?.by;
    this.reference = body?.instance?.replace(/^urn:uuid:/, '');
    this.retryAfter = body?.retryAfter;
  }
}

/** Whether an error is the named problem. */
export const isProblem = (error: unknown, slug: Trouble): error is ApiProblem =>
  error instanceof ApiProblem && error.slug === slug;

interface Manner {
  readonly signal?: AbortSignal;
  /** Names a write, so that a retry of it has one effect. */
  readonly idempotencyKey?: string;
  /** A part of a file, for a route that takes bytes. */
  readonly bytes?: Blob;
}

/** What a call of a route is given. */
export type CallOf<R extends Route> = Sent<R> & Manner;

/** The filters that a list's route takes, but for the cursor. */
export type FiltersOf<A> =
  A extends Address<infer R> ? Omit<NonNullable<(Sent<R> & { query?: object })['query']>, 'cursor'> : never;

interface Parts extends Manner {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
}

/** Where a call goes; also for a link that leaves the application. */
export const addressOf = (route: Address, { params, query }: Pick<Parts, 'params' | 'query'>): string => {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
  const given = Object.entries(query ?? {}).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return search ? `${path}?${search}` : path;
};

const refusal = async (response: Response): Promise<ApiProblem> => {
  const body: Partial<ProblemBody> | undefined = await response.json().catch(() => undefined);
  const seconds = Number(response.headers.get('retry-after')) || undefined;
  if (typeof body?.type === 'string') {
    const retryAfter = body.retryAfter ?? seconds;
    const slug = /^\/problems\/([a-z-]+)$/.exec(body.type)?.[1] as ProblemSlug | undefined;
    return new ApiProblem(slug ?? 'internal', { ...body, ...(retryAfter && { retryAfter }) });
  }
  // A proxy in front of the portal answers without a problem: its status says the same.
  const slug: Trouble =
    response.status === 429
      ? 'too-many-requests'
      : [502, 503, 504].includes(response.status)
        ? 'unavailable'
        : 'internal';
  return new ApiProblem(slug, { status: response.status, ...(seconds && { retryAfter: seconds }) });
};

/** Sends a request; throws ApiProblem where it is refused or never arrives, or an AbortError where the caller gave up. */
export async function send<R extends Route>(route: Address<R>, sent: CallOf<R>): Promise<Response> {
  const parts = sent as Parts;
  const headers = new Headers({ 'accept-language': document.documentElement.lang });
  if (parts.body !== undefined) headers.set('content-type', 'application/json');
  if (parts.bytes) headers.set('content-type', 'application/octet-stream');
  if (parts.idempotencyKey) headers.set('idempotency-key', parts.idempotencyKey);
  const response = await fetch(addressOf(route, parts), {
    method: route.method,
    credentials: 'same-origin',
    headers,
    ...(parts.body !== undefined && { body: JSON.stringify(parts.body) }),
    ...(parts.bytes && { body: parts.bytes }),
    ...(parts.signal && { signal: parts.signal }),
  }).catch((cause: unknown) => {
    if (parts.signal?.aborted) throw cause;
    throw new ApiProblem('offline', {}, { cause });
  });
  if (!response.ok) throw await refusal(response);
  return response;
}

/** Calls a route of the contract, and throws as `send` does. */
export async function call<R extends Route>(route: Address<R>, sent: CallOf<R>): Promise<Answer<R>> {
  const response = await send(route, sent);
  // The server serialises by the contract: its answers have the contract's shape.
  return (response.status === 204 ? undefined : await response.json()) as Answer<R>;
}

/** A new key for a write; also where the page is not a secure context. */
export const newIdempotencyKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
