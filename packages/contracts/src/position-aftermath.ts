import { z } from 'zod';
import { dispatchChannel, answerKind, addresseesAtMost } from './position-kinds.ts';
import { words, params, ofGmina } from './position-parts.ts';
import { positionView } from './position-views.ts';
import { day, id, line, prose, version } from './primitives.ts';
import type { Issue } from './problems.ts';
import { defineRoutes } from './route.ts';

interface Addresses {
  readonly address?: string | undefined;
  readonly email?: string | undefined;
  readonly eDelivery?: string | undefined;
}

/** Nothing can be sent to an addressee, in its place in the list, of whom no address is known. */
export const addressIssues = ({ address, email, eDelivery }: Addresses, at: number): Issue[] =>
  address || email || eDelivery ? [] : [{ in: 'body', pointer: `/addressees/${at}/address`, code: 'address_missing' }];

/** As it is written on letters: `AE:PL-12345-67890-ABCDE-12`. */
const eDelivery = line(1, 40).pipe(z.string().regex(/^AE:[A-Z]{2}-\d{5}-\d{5}-[A-Z]{5}-\d{2}$/));

/** What comes after the adoption: dissents, approvals, addressees, answers, effects. */
export const positionAftermathRoutes = defineRoutes({
  recordDissent: {
    method: 'PUT',
    path: '/api/positions/:id/dissents/:organizationId',
    access: 'signed-in',
    summary:
      'A gmina’s dissent, which stands beside the adopted position, until it is sent; not of one that openly voted for it.',
    params: ofGmina,
    body: z.strictObject({ pl: words, en: words.optional() }),
    response: positionView,
    problems: ['wrong-state', 'not-in-electorate', 'voted-for'],
  },
  signPosition: {
    method: 'POST',
    path: '/api/positions/:id/signatures',
    access: 'signed-in',
    summary: 'The mayor approves the adopted position in the portal for the gmina: an approval, not a signature.',
    params,
    body: z.strictObject({ organizationId: id }),
    response: positionView,
    status: 201,
    problems: ['wrong-state', 'not-in-electorate'],
  },
  setAddressees: {
    method: 'PUT',
    path: '/api/positions/:id/addressees',
    access: 'signed-in',
    summary: 'Writes to whom the position goes; whoever it was sent to stays.',
    params,
    body: z.strictObject({
      addressees: z
        .array(
          z.strictObject({
            id: id.optional(),
            name: line(3, 200),
            address: prose(3, 500).optional(),
            email: z.email().max(254).optional(),
            eDelivery: eDelivery.optional(),
            answerDueOn: day.optional(),
          }),
        )
        .max(addresseesAtMost),
      version,
    }),
    response: positionView,
    problems: ['wrong-state', 'version-conflict', 'addressee-sent'],
  },
  sendPosition: {
    method: 'POST',
    path: '/api/positions/:id/addressees/:addresseeId/dispatches',
    access: 'signed-in',
    summary: 'Sends the position by the portal’s mail, or records how and when it was sent, with the proof.',
    params: z.strictObject({ id, addresseeId: id }),
    body: z.strictObject({
      channel: dispatchChannel,
      /** Absent: today. By mail it is always today. */
      sentOn: day.optional(),
      proof: line(3, 300).optional(),
    }),
    response: positionView,
    status: 201,
    problems: ['wrong-state', 'address-missing', 'mailed-today', 'too-many'],
  },
  recordAnswer: {
    method: 'POST',
    path: '/api/positions/:id/addressees/:addresseeId/answers',
    access: 'signed-in',
    summary: 'Records what an addressee has answered, or that no answer is to be had.',
    params: z.strictObject({ id, addresseeId: id }),
    body: z.strictObject({ kind: answerKind, receivedOn: day, text: prose(3, 5000) }),
    response: positionView,
    status: 201,
    problems: ['wrong-state', 'too-many'],
  },
  recordEffect: {
    method: 'PUT',
    path: '/api/positions/:id/effect',
    access: 'signed-in',
    summary: 'Says what has changed by the position.',
    params,
    body: z.strictObject({ effect: prose(3, 3000), effectEn: prose(3, 3000).optional(), version }),
    response: positionView,
    problems: ['wrong-state', 'version-conflict'],
  },
});
