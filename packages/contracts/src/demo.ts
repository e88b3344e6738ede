import { z } from 'zod';
import { office } from './accounts.ts';
import { defineRoutes } from './route.ts';

export const demoAccountView = z
  .object({ email: z.string(), password: z.string(), name: z.string(), office, organization: z.string() })
  .meta({ id: 'DemoAccount' });

export const demoRoutes = defineRoutes({
  listDemoAccounts: {
    method: 'GET',
    path: '/api/demo/accounts',
    access: 'public',
    summary: 'In demo mode the people with whom one may sign in; otherwise 404.',
    response: z.array(demoAccountView),
    problems: ['not-found'],
  },
});
