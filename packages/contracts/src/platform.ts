import { z } from 'zod';
import { defineRoutes } from './route.ts';

export const platformRoutes = defineRoutes({
  healthz: {
    method: 'GET',
    path: '/healthz',
    access: 'public',
    summary: 'The process is alive.',
    response: z.object({ status: z.literal('ok') }),
  },
  readyz: {
    method: 'GET',
    path: '/readyz',
    access: 'public',
    summary: 'The process can serve: its database answers.',
    response: z.object({ status: z.literal('ok') }),
    problems: ['unavailable'],
  },
  readOpenApi: {
    method: 'GET',
    path: '/api/openapi.json',
    access: 'public',
    summary: 'This document (OpenAPI 3.1).',
    response: z.looseObject({ openapi: z.string() }),
  },
});
