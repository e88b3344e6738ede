import {
  api,
  problem,
  problemStatus,
  problemType,
  successStatus,
  type ProblemSlug,
  type Route,
} from '@blizej/contracts';
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { isLimited } from './public-limit.ts';

/** As which types a file is sent. */
const fileTypes: Record<NonNullable<Route['file']>, readonly string[]> = {
  'text/csv': ['text/csv'],
  'text/calendar': ['text/calendar'],
  'text/event-stream': ['text/event-stream'],
  'application/octet-stream': ['application/octet-stream'],
  'application/pdf': ['application/pdf'],
  'application/atom+xml': ['application/atom+xml'],
  table: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
};

/** What any route can answer beside its own problems. */
const problemsOf = (route: Route): ProblemSlug[] => [
  ...new Set<ProblemSlug>([
    ...(route.problems ?? []),
    ...(isLimited(route) ? (['too-many-requests'] as const) : []),
    ...(route.access === 'signed-in' ? (['unauthenticated'] as const) : []),
    ...(route.access === 'signed-in' && !route.beforeEnrolment ? (['second-factor-missing'] as const) : []),
    ...(route.access === 'signed-in' && route.method !== 'GET' ? (['forbidden'] as const) : []),
    ...(route.method === 'GET' ? [] : (['cross-origin', 'too-large'] as const)),
    ...(route.params ? (['not-found'] as const) : []),
    ...(route.body ? (['malformed', 'invalid', 'unsupported-media-type'] as const) : []),
    ...(route.query ? (['invalid'] as const) : []),
    'internal',
    'unavailable',
  ]),
];

function operation(name: string, route: Route): ZodOpenApiOperationObject {
  const byStatus = new Map<number, ProblemSlug[]>();
  for (const slug of problemsOf(route)) {
    byStatus.set(problemStatus[slug], [...(byStatus.get(problemStatus[slug]) ?? []), slug]);
  }
  return {
    operationId: name,
    summary: route.summary,
    security: route.access === 'public' ? [] : [{ session: [] }],
    ...((route.params || route.query) && {
      requestParams: {
        ...(route.params && { path: route.params }),
        ...(route.query && { query: route.query }),
      },
    }),
    ...(route.bytes && { requestBody: { required: true, content: { 'application/octet-stream': { schema: {} } } } }),
    ...(route.body && { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } }),
    responses: {
      [successStatus(route)]: {
        description: route.redirects
          ? `Goes on at another address, which tells of: ${route.redirects.tells.map(problemType).join(', ')}`
          : 'Done.',
        ...(route.redirects && { headers: z.object({ location: z.string() }) }),
        ...(route.response && { content: { 'application/json': { schema: route.response } } }),
        ...(route.file && {
          content: Object.fromEntries(fileTypes[route.file].map((type) => [type, { schema: { type: 'string' } }])),
        }),
      },
      ...Object.fromEntries(
        [...byStatus].map(([status, slugs]) => [
          status,
          {
            description: slugs.map(problemType).join(', '),
            content: { 'application/problem+json': { schema: problem } },
          },
        ]),
      ),
    },
  };
}

/** The OpenAPI 3.1 document of the whole route table. */
export const openApiDocument = (): ReturnType<typeof createDocument> => {
  const paths: ZodOpenApiPathsObject = {};
  for (const [name, route] of Object.entries(api) as [string, Route][]) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Bliżej',
      version: '0.1.0',
      description: 'The working portal of an association of municipalities. Problems are RFC 9457 problem+json.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'sid' } } },
    paths,
  });
};
