import {
  peopleOfPartnerAtMost,
  type Localized,
  type PartnerReason,
  type PartnerSummary,
  type PartnerView,
  type TwinView,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { isInUse, partnerLifecycle } from './partner.lifecycle.ts';
import { partnerPolicy } from './partner.policy.ts';

/** What the words of a search were found in. */
export interface Hits {
  inName: boolean;
  inPlace: boolean;
  inDescription: boolean;
  topic: string | null;
  worked: { organization: string; initiative: Localized } | null;
  twin: string | null;
}

export type SummaryRow = Omit<PartnerSummary, 'reasons'> & {
  hits: Hits;
  /** The newest initiative that the viewer's gmina and the partner have in common. */
  ownWork: { organization: string; initiative: Localized } | null;
  ownTwin: string | null;
};

export interface Filters {
  search?: string | undefined;
  kind?: string | undefined;
  country?: string | undefined;
  topic?: string | undefined;
  language?: string | undefined;
  worked?: boolean | undefined;
  twin?: boolean | undefined;
  quiet?: boolean | undefined;
}

const because = (by: PartnerReason['by'], more: Partial<PartnerReason> = {}): PartnerReason => ({
  by,
  value: null,
  organization: null,
  initiative: null,
  ...more,
});

/** Why a partner is in the list: each condition that was asked for, with what in it fits. */
export const reasonsOf = (row: SummaryRow, query: Filters): PartnerReason[] => {
  const { hits, ownWork, ownTwin } = row;
  const found = (query.search ?? '') !== '';
  return [
    found && hits.inName && because('NAME'),
    found && hits.inPlace && because('PLACE', { value: row.place }),
    found && hits.topic !== null && because('TOPIC', { value: hits.topic }),
    found && hits.worked !== null && because('WORKED', hits.worked),
    found && hits.twin !== null && because('TWIN', { organization: hits.twin }),
    found && hits.inDescription && because('DESCRIPTION'),
    query.kind !== undefined && because('KIND', { value: query.kind }),
    query.country !== undefined && because('COUNTRY', { value: query.country }),
    query.topic !== undefined && because('TOPIC', { value: query.topic }),
    query.language !== undefined && because('LANGUAGE', { value: query.language }),
    query.worked === true && ownWork !== null && because('WORKED', ownWork),
    query.twin === true && ownTwin !== null && because('TWIN', { organization: ownTwin }),
    query.quiet === true && because('QUIET', { value: row.lastContactOn }),
  ].filter((reason) => reason !== false);
};

export const presentSummary = (row: SummaryRow, query: Filters): PartnerSummary => ({
  ...row,
  reasons: reasonsOf(row, query),
});

export type TwinRow = Omit<TwinView, 'abilities'>;

export const presentTwin = (row: TwinRow, actor: Actor): TwinView => ({
  ...row,
  abilities: { change: partnerPolicy.twin(actor, row.gmina.id) },
});

export interface PartnerRow
  extends
    Omit<PartnerSummary, 'reasons'>,
    Pick<PartnerView, 'website' | 'proposedBy' | 'archival' | 'joint' | 'version'> {
  twins: TwinRow[];
  worksWith: string[];
  people: Omit<PartnerView['people'][number], 'abilities'>[];
  contacts: Omit<PartnerView['contacts'][number], 'abilities'>[];
  /** Members for which it may become a twin town: the viewer's own, all of them for the secretariat. */
  gminas: { id: string; name: string }[];
}

/** Those of a partner's people whom the viewer may know. */
export const knownPeople = (
  { people, worksWith }: Pick<PartnerRow, 'people' | 'worksWith'>,
  actor: Actor,
): PartnerRow['people'] =>
  people.filter(({ notedFor }) => partnerPolicy.readPerson(actor, { notedForId: notedFor.id, worksWith }));

/** A partner with what the viewer may do, and with those of its people whom the viewer may know. */
export const presentPartner = ({ worksWith, gminas, ...row }: PartnerRow, actor: Actor): PartnerView => {
  const inUse = isInUse(row.state);
  const facts = { state: row.state, proposedById: row.proposedBy.id };
  const known = knownPeople({ people: row.people, worksWith }, actor);
  const twinned = new Set(row.twins.map(({ gmina }) => gmina.id));
  return {
    ...row,
    twins: row.twins.map((twin) => presentTwin(twin, actor)),
    people: known.map((person) => ({
      ...person,
      abilities: { remove: partnerPolicy.takeBack(actor, { notedForId: person.notedFor.id }) },
    })),
    peopleHidden: row.people.length - known.length,
    contacts: row.contacts.map((contact) => ({
      ...contact,
      abilities: { remove: partnerPolicy.takeBack(actor, { notedForId: contact.gmina.id }) },
    })),
    abilities: {
      change: inUse && partnerPolicy.change(actor, facts),
      accept: partnerLifecycle.allows(row.state, 'accept') && partnerPolicy.decide(actor),
      archive: partnerLifecycle.allows(row.state, 'archive') && partnerPolicy.decide(actor),
      notePerson: inUse && partnerPolicy.note(actor) && row.people.length < peopleOfPartnerAtMost,
      noteContact: inUse && partnerPolicy.note(actor),
      twinFor:
        row.state === 'ACTIVE' && row.kind === 'AUTHORITY'
          ? gminas.filter(({ id }) => !twinned.has(id) && partnerPolicy.twin(actor, id))
          : [],
    },
  };
};
