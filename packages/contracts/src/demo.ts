import { z } from 'zod';
import { office } from './accounts.ts';
import { instant } from './primitives.ts';
import { defineRoutes } from './route.ts';

export const demoAccountView = z
  .object({ email: z.string(), password: z.string(), name: z.string(), office, organization: z.string() })
  .meta({ id: 'DemoAccount' });

/** A letter that the demo wrote and nobody sent. */
export const outboxLetter = z
  .object({ id: z.string(), at: instant, to: z.string(), subject: z.string(), text: z.string() })
  .meta({ id: 'OutboxLetter' });
export type OutboxLetter = z.infer<typeof outboxLetter>;

export const demoRoutes = defineRoutes({
  listOutbox: {
    method: 'GET',
    path: '/api/demo/outbox',
    access: 'signed-in',
    summary: 'In demo mode the newest letters, for the secretariat; otherwise 404.',
    response: z.object({ items: z.array(outboxLetter) }).meta({ id: 'Outbox' }),
    problems: ['not-found'],
  },
  listDemoAccounts: {
    method: 'GET',
    path: '/api/demo/accounts',
    access: 'public',
    summary: 'In demo mode the people with whom one may sign in; otherwise 404.',
    response: z.array(demoAccountView),
    problems: ['not-found'],
  },
});
