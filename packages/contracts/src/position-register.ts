import { z } from 'zod';
import { language } from './accounts.ts';
import { adoptedBy, answerKind, positionNature } from './position-kinds.ts';
import { paragraph } from './position-views.ts';
import { cursor, day, id, localized, pageOf } from './primitives.ts';
import { defineRoutes } from './route.ts';

const params = z.strictObject({ id });

/** An adopted position as anybody reads it. */
export const registeredPosition = z
  .object({
    id,
    title: localized,
    nature: positionNature,
    decision: z.object({ number: z.int(), year: z.int(), on: day, by: adoptedBy }),
    addressees: z.array(z.string()),
  })
  .meta({ id: 'RegisteredPosition' });
export type RegisteredPosition = z.infer<typeof registeredPosition>;
export const registeredPositionView = registeredPosition
  .extend({
    occasion: localized,
    paragraphs: z.array(paragraph),
    dissents: z.array(z.object({ organization: z.string(), text: localized })),
    /** The gminas whose mayors have approved it in the portal. */
    signatures: z.array(z.string()),
    answers: z.array(z.object({ addressee: z.string(), kind: answerKind, receivedOn: day })),
    effect: localized.nullable(),
  })
  .meta({ id: 'RegisteredPositionView' });
export type RegisteredPositionView = z.infer<typeof registeredPositionView>;

export const positionRegisterRoutes = defineRoutes({
  listRegister: {
    method: 'GET',
    path: '/api/register',
    access: 'public',
    summary: 'The public register of decisions: adopted positions that are public, the latest first.',
    query: z.strictObject({ cursor }),
    response: pageOf(registeredPosition).meta({ id: 'RegisterPage' }),
  },
  readRegisterFeed: {
    method: 'GET',
    path: '/api/register/feed',
    access: 'public',
    summary: 'The latest public positions as an Atom feed, in Polish or English.',
    query: z.strictObject({ language: language.default('pl') }),
    file: 'application/atom+xml',
  },
  printRegistered: {
    method: 'GET',
    path: '/api/register/:id/pdf',
    access: 'public',
    summary: 'A public position as a tagged PDF, in Polish or English.',
    params,
    query: z.strictObject({ language: language.default('pl') }),
    file: 'application/pdf',
  },
  readRegistered: {
    method: 'GET',
    path: '/api/register/:id',
    access: 'public',
    summary: 'One public position with its text, dissents and answers.',
    params,
    response: registeredPositionView,
  },
});
