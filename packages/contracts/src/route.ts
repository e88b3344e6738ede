import type { z } from 'zod';
import type { ProblemSlug } from './problems.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One line of the wire: everything that api, web, OpenAPI document and tests know of a route. */
export interface Route {
  readonly method: Method;
  /** Path under the origin, with `:name` for each parameter. */
  readonly path: `/${string}`;
  /** `public` routes need no session; their list is pinned by a test. */
  readonly access: 'public' | 'signed-in';
  /** One English sentence for the OpenAPI document. */
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  /** Absent: the answer is 204 without a body, a file, or 302 where the route redirects. */
  readonly response?: z.ZodObject | z.ZodArray<z.ZodObject>;
  /** The answer is a text or a file of this type, not JSON: the handler streams it. A `table` is CSV or XLSX, as `format` asks. */
  readonly file?:
    | 'text/csv'
    | 'text/calendar'
    | 'text/event-stream'
    | 'application/octet-stream'
    | 'application/pdf'
    | 'application/atom+xml'
    | 'table';
  /** The body is the bytes of a part of a file (application/octet-stream), not JSON. */
  readonly bytes?: true;
  /** Open also to those who have yet to set up the second factor that their office asks for. */
  readonly beforeEnrolment?: true;
  /** False: an Idempotency-Key is not honoured, for the answer holds a secret or ends the session at hand, or is the same without. */
  readonly repeatable?: false;
  /** Success status where it is not 200 (or 204 without a response). */
  readonly status?: 201;
  /** It answers with an address to go on to (302), at which these problems are told: `?problem=<slug>`. For browsers. */
  readonly redirects?: { readonly tells: readonly ProblemSlug[] };
  /** Problems that this route adds to those that every route of its access can give. */
  readonly problems?: readonly ProblemSlug[];
}

/** Keeps the literal types of a route table. */
export const defineRoutes = <const T extends Record<string, Route>>(routes: T): T => routes;

/** The success status of a route: 201 where something is made, 302 where it redirects, 204 without a body, else 200. */
export const successStatus = (route: Route): number =>
  route.status ?? (route.redirects ? 302 : route.response || route.file ? 200 : 204);

type Part<R, K extends 'params' | 'query' | 'body', Side extends 'input' | 'output'> =
  R extends Record<K, infer S extends z.ZodType> ? Record<K, Side extends 'input' ? z.input<S> : z.output<S>> : unknown;

/** What a caller sends: `params`, `query` and `body` as far as the route has them, before parsing. */
export type Sent<R extends Route> = Part<R, 'params', 'input'> &
  Partial<Part<R, 'query', 'input'>> &
  Part<R, 'body', 'input'>;

/** What a handler receives: the same parts, parsed. */
export type Given<R extends Route> = Part<R, 'params', 'output'> &
  Part<R, 'query', 'output'> &
  Part<R, 'body', 'output'>;

/** What a route answers, parsed; `undefined` where it answers 204, nothing that could be parsed where it is a file. */
export type Answer<R extends Route> = R extends { response: infer S extends z.ZodType }
  ? z.output<S>
  : R extends { file: string }
    ? never
    : undefined;
