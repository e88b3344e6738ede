import type { EventKind, Office } from '@blizej/contracts';
import { decidingOffices, gminaOffices, leadingOffices } from '../../kernel/actor.ts';
import type { Announcements, Audience, NewEvent } from '../../kernel/work.ts';
import { speakingOffices } from './position.policy.ts';

type PositionEvent = Extract<EventKind, `position.${string}`>;

const of = (event: NewEvent): readonly string[] =>
  event.organizationIds ?? (event.organizationId ? [event.organizationId] : []);

/** People of the gminas concerned. */
const people = (event: NewEvent, offices: readonly Office[], reason: Audience['reason']): Audience => ({
  organizations: of(event),
  offices,
  reason,
});

/** Whoever keeps the position; where there is nobody, the secretariat. */
const rapporteur = (event: NewEvent, reason: Audience['reason']): Audience =>
  event.personId ? { person: event.personId, reason } : { secretariat: true, reason };

/** It shows on the page; nobody needs a message. */
const nobody = (): readonly Audience[] => [];

const everybody = (event: NewEvent): readonly Audience[] => [
  rapporteur(event, 'INFORMED'),
  people(event, gminaOffices, 'INFORMED'),
];

/** Who is told of what happens to positions. */
export const positionsAnnouncements: Announcements<PositionEvent> = {
  'position.drafted': nobody,
  'position.changed': nobody,
  'position.rapporteur-named': (event) => [rapporteur(event, 'INFORMED')],
  // Until another one is named, what waits for the rapporteur waits for the secretariat.
  'position.rapporteur-left': (event) => [
    { secretariat: true, reason: 'ASKED' },
    people(event, decidingOffices, 'INFORMED'),
  ],
  'position.revised': nobody,
  'position.consultation-opened': (event) => [people(event, leadingOffices, 'ASKED')],
  // Of the gminas that have said nothing: whoever speaks for them decides, the others know.
  'position.consultation-ending': (event) => [
    people(event, speakingOffices, 'DECIDE'),
    people(event, leadingOffices, 'INFORMED'),
  ],
  'position.commented': (event) => [rapporteur(event, 'INFORMED')],
  'position.commented-on-paragraph': (event) => [rapporteur(event, 'INFORMED')],
  'position.amended': (event) => [rapporteur(event, 'DECIDE')],
  'position.amendment-accepted': (event) => [people(event, leadingOffices, 'INFORMED')],
  'position.amendment-rejected': (event) => [people(event, leadingOffices, 'INFORMED')],
  'position.amendment-withdrawn': (event) => [rapporteur(event, 'INFORMED')],
  // What one office of the gmina has said the other sees at once.
  'position.endorsed': (event) => [rapporteur(event, 'INFORMED'), people(event, speakingOffices, 'INFORMED')],
  'position.objected': (event) => [rapporteur(event, 'INFORMED'), people(event, speakingOffices, 'INFORMED')],
  // Whoever votes is told of the ballot.
  'position.put-to-vote': (event) => [rapporteur(event, 'INFORMED')],
  'position.silence-begun': (event) => [
    people(event, speakingOffices, 'DECIDE'),
    people(event, leadingOffices, 'INFORMED'),
  ],
  'position.silence-broken': (event) => [{ secretariat: true, reason: 'INFORMED' }, ...everybody(event)],
  // The mayors are asked to sign.
  'position.adopted': (event) => [people(event, ['EXECUTIVE'], 'DECIDE'), ...everybody(event)],
  'position.adopted-by-silence': (event) => [people(event, ['EXECUTIVE'], 'DECIDE'), ...everybody(event)],
  'position.rejected': everybody,
  'position.undecided': (event) => [{ secretariat: true, reason: 'INFORMED' }, ...everybody(event)],
  'position.ballot-withdrawn': (event) => [{ secretariat: true, reason: 'INFORMED' }, ...everybody(event)],
  'position.withdrawn': everybody,
  'position.dissented': (event) => [rapporteur(event, 'INFORMED'), { secretariat: true, reason: 'INFORMED' }],
  'position.signed': (event) => [rapporteur(event, 'INFORMED')],
  'position.addressed': nobody,
  'position.sent': (event) => [rapporteur(event, 'INFORMED')],
  'position.answered': everybody,
  'position.answer-late': (event) => [rapporteur(event, 'ASKED')],
  'position.effect-recorded': everybody,
};
