import { z } from 'zod';
import { language } from './accounts.ts';
import { emailAddress, invitationState } from './invitations.ts';
import { initiativeStage, partRole } from './initiatives.ts';
import { topicList } from './networks.ts';
import {
  cursor,
  day,
  flag,
  id,
  instant,
  line,
  localized,
  pageOf,
  prose,
  reason,
  search,
  version,
  tableFormat,
} from './primitives.ts';
import { defineRoutes } from './route.ts';

export const partnerKind = z.enum(['AUTHORITY', 'BUSINESS', 'SCIENCE', 'NGO', 'NETWORK']);
export type PartnerKind = z.infer<typeof partnerKind>;
/** Proposed by a gmina, kept by the secretariat, or no more in use; who has worked with whom stays. */
export const partnerState = z.enum(['PROPOSED', 'ACTIVE', 'ARCHIVED']);
export type PartnerState = z.infer<typeof partnerState>;

/** ISO 3166-1 alpha-2: the Baltic, the European Union and its neighbours. */
export const country = z.enum([
  'AT',
  'BE',
  'BG',
  'CH',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FO',
  'FR',
  'GB',
  'GR',
  'HR',
  'HU',
  'IE',
  'IS',
  'IT',
  'LT',
  'LU',
  'LV',
  'MD',
  'MT',
  'NL',
  'NO',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
  'UA',
]);
export type Country = z.infer<typeof country>;

/** ISO 639-1: in what one can write to a partner. */
export const partnerLanguage = z.enum([
  'cs',
  'da',
  'de',
  'en',
  'es',
  'et',
  'fi',
  'fr',
  'it',
  'lt',
  'lv',
  'nl',
  'no',
  'pl',
  'sv',
  'uk',
]);
export type PartnerLanguage = z.infer<typeof partnerLanguage>;

export const peopleOfPartnerAtMost = 20;

const ref = z.object({ id, name: z.string() });

/** Why a partner is among those that were found. */
export const partnerReason = z.object({
  by: z.enum(['NAME', 'PLACE', 'DESCRIPTION', 'TOPIC', 'COUNTRY', 'KIND', 'LANGUAGE', 'WORKED', 'TWIN', 'QUIET']),
  /** The topic, the place, the code of the country …; null where the partner itself says it. */
  value: z.string().nullable(),
  /** With WORKED and TWIN: the gmina. */
  organization: z.string().nullable(),
  /** With WORKED: in what. */
  initiative: localized.nullable(),
});
export type PartnerReason = z.infer<typeof partnerReason>;

const summaryShape = {
  id,
  name: z.string(),
  kind: partnerKind,
  state: partnerState,
  country,
  place: z.string(),
  description: localized,
  topics: z.array(z.string()),
  languages: z.array(partnerLanguage),
  /** Invented for the demo. */
  fictional: z.boolean(),
  /** The newest day on which somebody of a member was in touch with it. */
  lastContactOn: day.nullable(),
  /** Of how many initiatives it has confirmed a part. */
  initiatives: z.int(),
};
export const partnerSummary = z
  .object({ ...summaryShape, reasons: z.array(partnerReason) })
  .meta({ id: 'PartnerSummary' });
export type PartnerSummary = z.infer<typeof partnerSummary>;
export const partnerPage = pageOf(partnerSummary).meta({ id: 'PartnerPage' });

/** A gmina and a partner town. */
export const twinView = z
  .object({
    gmina: ref,
    partner: z.object({ id, name: z.string(), country, place: z.string() }),
    /** The year of the agreement. */
    since: z.int().nullable(),
    about: z.string(),
    version,
    abilities: z.object({ change: z.boolean() }),
  })
  .meta({ id: 'Twin' });
export type TwinView = z.infer<typeof twinView>;

export const partnerView = z
  .object({
    ...summaryShape,
    website: z.string().nullable(),
    proposedBy: ref,
    /** Why it is no more in use. */
    archival: z.string().nullable(),
    twins: z.array(twinView),
    /** In what it has worked with whom: initiatives of which it has confirmed its part, the newest first. */
    joint: z.array(
      z.object({
        initiative: z.object({ id, title: localized, stage: initiativeStage }),
        role: partRole,
        gminas: z.array(ref.extend({ role: partRole })),
      }),
    ),
    /** Its named people, for those who work with it; they are never public. */
    people: z.array(
      z.object({
        id,
        name: z.string(),
        role: z.string(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
        notedFor: ref,
        abilities: z.object({ remove: z.boolean() }),
      }),
    ),
    /** How many more people are known to those who work with it. */
    peopleHidden: z.int(),
    /** Who was in touch with it, the newest first (at most 50). */
    contacts: z.array(
      z.object({
        id,
        contactedOn: day,
        about: z.string(),
        by: z.string().nullable(),
        gmina: ref,
        abilities: z.object({ remove: z.boolean() }),
      }),
    ),
    version,
    abilities: z.object({
      change: z.boolean(),
      accept: z.boolean(),
      archive: z.boolean(),
      notePerson: z.boolean(),
      noteContact: z.boolean(),
      /** The gminas whose twin town the viewer may note it as. */
      twinFor: z.array(ref),
    }),
  })
  .meta({ id: 'Partner' });
export type PartnerView = z.infer<typeof partnerView>;

/** The guests of an initiative, by the partners that take part in it. */
export const guestsView = z
  .object({
    initiative: z.object({ id, title: localized, stage: initiativeStage }),
    partners: z.array(
      z.object({
        organization: ref,
        people: z.array(ref),
        invitations: z.array(
          z.object({ id, name: z.string(), email: z.string(), state: invitationState, expiresAt: instant }),
        ),
      }),
    ),
    /** Whether the viewer may invite and take invitations back now. */
    abilities: z.object({ invite: z.boolean() }),
  })
  .meta({ id: 'InitiativeGuests' });
export type GuestsView = z.infer<typeof guestsView>;

const described = {
  name: line(3, 160),
  kind: partnerKind,
  country,
  place: line(2, 80),
  website: z
    .httpUrl()
    .max(300)
    .regex(/^\P{Cc}*$/u)
    .optional(),
  descriptionPl: prose(10, 2000),
  descriptionEn: prose(10, 2000).optional(),
  topics: topicList,
  languages: z
    .array(partnerLanguage)
    .max(10)
    .transform((list) => [...new Set(list)])
    .default([]),
};
const params = z.strictObject({ id });
const twinParams = z.strictObject({ id, organizationId: id });

const filters = {
  search,
  kind: partnerKind.optional(),
  country: country.optional(),
  topic: line(1, 40).optional(),
  language: partnerLanguage.optional(),
  /** Only those with which the viewer's gmina has worked. */
  worked: flag.optional(),
  /** Only the twin towns of the viewer's gmina, of any gmina for the secretariat. */
  twin: flag.optional(),
  /** Only those with which nobody was in touch for a year. */
  quiet: flag.optional(),
  state: partnerState.default('ACTIVE'),
};

export const partnersRoutes = defineRoutes({
  listPartners: {
    method: 'GET',
    path: '/api/partners',
    access: 'signed-in',
    summary: 'The directory of partners by name; each says why it was found.',
    query: z.strictObject({ ...filters, cursor }),
    response: partnerPage,
  },
  exportPartners: {
    method: 'GET',
    path: '/api/partners/export',
    access: 'signed-in',
    summary: 'The same partners as a spreadsheet: a row each, with those of their people whom the viewer may know.',
    query: z.strictObject({ ...filters, format: tableFormat }),
    file: 'table',
  },
  addPartner: {
    method: 'POST',
    path: '/api/partners',
    access: 'signed-in',
    summary: 'Adds a partner to the directory; by a gmina it is proposed, and the secretariat accepts it.',
    body: z.strictObject(described),
    response: partnerView,
    status: 201,
    problems: ['partner-exists'],
  },
  readPartner: {
    method: 'GET',
    path: '/api/partners/:id',
    access: 'signed-in',
    summary: 'One partner: who it is, who has worked with it in what, who was in touch with it.',
    params,
    response: partnerView,
  },
  changePartner: {
    method: 'PUT',
    path: '/api/partners/:id',
    access: 'signed-in',
    summary: 'Changes what the directory says of a partner.',
    params,
    body: z.strictObject({ ...described, version }),
    response: partnerView,
    problems: ['wrong-state', 'version-conflict', 'partner-exists'],
  },
  acceptPartner: {
    method: 'POST',
    path: '/api/partners/:id/acceptance',
    access: 'signed-in',
    summary: 'Takes a proposed or an archived partner into the directory.',
    params,
    body: z.strictObject({ version }),
    response: partnerView,
    problems: ['wrong-state', 'version-conflict'],
  },
  archivePartner: {
    method: 'POST',
    path: '/api/partners/:id/archive',
    access: 'signed-in',
    summary: 'Takes a partner out of use, or turns a proposal down; says why.',
    params,
    body: z.strictObject({ reason, version }),
    response: partnerView,
    problems: ['wrong-state', 'version-conflict'],
  },
  notePartnerPerson: {
    method: 'POST',
    path: '/api/partners/:id/people',
    access: 'signed-in',
    summary: 'Notes a person of a partner, for those who work with it.',
    params,
    body: z.strictObject({
      name: line(2, 120),
      role: line(2, 120),
      email: emailAddress.optional(),
      phone: line(3, 40).optional(),
    }),
    response: partnerView,
    problems: ['wrong-state', 'too-many'],
  },
  removePartnerPerson: {
    method: 'DELETE',
    path: '/api/partners/:id/people/:personId',
    access: 'signed-in',
    summary: 'Forgets a person of a partner.',
    params: z.strictObject({ id, personId: id }),
    response: partnerView,
  },
  noteContact: {
    method: 'POST',
    path: '/api/partners/:id/contacts',
    access: 'signed-in',
    summary: 'Notes that somebody was in touch with a partner: when, and what about.',
    params,
    body: z.strictObject({ contactedOn: day, about: prose(3, 1000) }),
    response: partnerView,
    problems: ['wrong-state'],
  },
  removeContact: {
    method: 'DELETE',
    path: '/api/partners/:id/contacts/:contactId',
    access: 'signed-in',
    summary: 'Takes back what was noted of a contact.',
    params: z.strictObject({ id, contactId: id }),
    response: partnerView,
  },
  writeTwin: {
    method: 'PUT',
    path: '/api/partners/:id/twins/:organizationId',
    access: 'signed-in',
    summary: 'Notes a partner as the twin town of a gmina, or changes what is noted.',
    params: twinParams,
    body: z.strictObject({
      since: z.int().min(1900).max(2200).optional(),
      about: prose(3, 1000),
      /** Absent where it is noted for the first time. */
      version: version.optional(),
    }),
    response: partnerView,
    problems: ['wrong-state', 'version-conflict'],
  },
  endTwin: {
    method: 'DELETE',
    path: '/api/partners/:id/twins/:organizationId',
    access: 'signed-in',
    summary: 'Notes a partner as the twin town of a gmina no more.',
    params: twinParams,
    response: partnerView,
  },
  listTwins: {
    method: 'GET',
    path: '/api/organizations/:id/twins',
    access: 'signed-in',
    summary: 'The twin towns of a gmina.',
    params,
    response: z.object({ items: z.array(twinView), abilities: z.object({ add: z.boolean() }) }).meta({ id: 'Twins' }),
  },
  listGuests: {
    method: 'GET',
    path: '/api/initiatives/:id/guests',
    access: 'signed-in',
    summary: 'Who of the partners that take part in an initiative sees it as a guest, for those who carry it.',
    params,
    response: guestsView,
  },
  inviteGuest: {
    method: 'POST',
    path: '/api/initiatives/:id/guests',
    access: 'signed-in',
    summary: 'Invites a person of a partner that takes part in an initiative, as a guest.',
    params,
    body: z.strictObject({
      organizationId: id,
      name: line(2, 120),
      email: emailAddress,
      language: language.default('en'),
    }),
    response: guestsView,
    problems: ['wrong-state', 'invitation-exists', 'already-appointed', 'account-blocked'],
  },
  revokeGuest: {
    method: 'DELETE',
    path: '/api/initiatives/:id/guests/:invitationId',
    access: 'signed-in',
    summary: 'Takes the invitation of a guest back: its link is void at once.',
    params: z.strictObject({ id, invitationId: id }),
    response: guestsView,
    problems: ['wrong-state'],
  },
});
