import { z } from 'zod';
import { language, office, theme } from './accounts.ts';
import { emailAddress } from './invitations.ts';
import { id, line } from './primitives.ts';
import { defineRoutes } from './route.ts';

/** A telephone number as people write it: digits with a plus, spaces, brackets and dashes. */
export const phoneNumber = line(5, 30).pipe(z.string().regex(/^\+?[\d ()/-]+$/));

const settings = {
  language,
  theme,
  /** What also comes by e-mail: requests and decisions at once, reminders and news in one letter a day. */
  mailAsked: z.boolean(),
  mailDecide: z.boolean(),
  mailReminders: z.boolean(),
  mailInformed: z.boolean(),
  /** Whether members see the address, and the number, on the card. */
  showsEmail: z.boolean(),
  showsPhone: z.boolean(),
};

export const profileView = z
  .object({
    name: z.string(),
    email: z.string(),
    position: z.string().nullable(),
    phone: z.string().nullable(),
    ...settings,
    /** What the profile stands at: goes back with a change, so that two tabs do not overwrite each other unseen. */
    seen: z.string(),
    /** Whether nothing is held any more, so that the person may be forgotten. */
    erasable: z.boolean(),
  })
  .meta({ id: 'Profile' });
export type ProfileView = z.infer<typeof profileView>;

/** What members see of a person who works for an organization: what the person lets be seen, and nothing else. */
export const card = z
  .object({
    id,
    name: z.string(),
    office,
    position: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
  })
  .meta({ id: 'Card' });
export type Card = z.infer<typeof card>;

/** Everything that the portal holds about a person (GDPR, art. 15 and 20), in one document. */
export const profileExport = z
  .object({
    account: z.record(z.string(), z.unknown()),
    appointments: z.array(z.record(z.string(), z.unknown())),
    sessions: z.array(z.record(z.string(), z.unknown())),
    externalAccounts: z.array(z.record(z.string(), z.unknown())),
    notifications: z.array(z.record(z.string(), z.unknown())),
    acts: z.array(z.record(z.string(), z.unknown())),
    answersKept: z.array(z.record(z.string(), z.unknown())),
  })
  .meta({ id: 'ProfileExport' });

export const profileRoutes = defineRoutes({
  readProfile: {
    method: 'GET',
    path: '/api/profile',
    access: 'signed-in',
    summary: 'The signed-in person’s own profile.',
    response: profileView,
  },
  changeProfile: {
    method: 'PUT',
    path: '/api/profile',
    access: 'signed-in',
    summary: 'Changes the own profile: name, language, theme, notifications by e-mail, and the card that members see.',
    body: z.strictObject({
      name: line(2, 120),
      position: line(0, 120).optional(),
      phone: phoneNumber.optional(),
      ...settings,
      seen: z.string().max(64),
    }),
    response: profileView,
    problems: ['version-conflict'],
  },
  exportProfile: {
    method: 'GET',
    path: '/api/profile/export',
    access: 'signed-in',
    summary: 'Everything that the portal holds about the signed-in person, in one document.',
    response: profileExport,
  },
  eraseProfile: {
    method: 'POST',
    path: '/api/profile/erasure',
    access: 'signed-in',
    summary: 'Forgets the signed-in person, who holds no office any more: what they did stays, without their name.',
    body: z.strictObject({ email: emailAddress }),
    problems: ['still-in-office', 'proof-required'],
  },
  erasePerson: {
    method: 'POST',
    path: '/api/people/:id/erasure',
    access: 'signed-in',
    summary: 'Forgets a person who asked for it and holds no office any more. For the secretariat.',
    params: z.strictObject({ id }),
    body: z.strictObject({ email: emailAddress }),
    problems: ['still-in-office', 'not-found'],
  },
  listCards: {
    method: 'GET',
    path: '/api/organizations/:id/cards',
    access: 'signed-in',
    summary: 'The cards of an organization’s people: those who let something be seen.',
    params: z.strictObject({ id }),
    response: z.object({ items: z.array(card) }).meta({ id: 'Cards' }),
  },
});
