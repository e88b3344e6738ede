import type { HeldOfficeView, PersonSummary, PersonView } from '@blizej/contracts';
import { isSecretariat, type Actor } from '../../kernel/actor.ts';
import { personLifecycle } from './person.lifecycle.ts';
import { personPolicy } from './person.policy.ts';

interface NamedRow {
  id: string;
  name: string;
  email: string;
  active: boolean;
}

export interface PersonSummaryRow extends NamedRow {
  /** The latest first. */
  offices: HeldOfficeView[];
}

export interface PersonDetailRow extends NamedRow {
  appointments: PersonView['appointments'];
}

const named = ({ id, name, email, active }: NamedRow) => ({ id, name, email, blocked: !active });

export const presentPersonSummary = (row: PersonSummaryRow): PersonSummary => {
  const current = row.offices.filter((held) => held.current);
  return { ...named(row), offices: current.length > 0 ? current : row.offices.slice(0, 1) };
};

/** A person with what the viewer may do: policy and life cycle together. */
export const presentPerson = (row: PersonDetailRow, actor: Actor): PersonView => {
  const may = personPolicy.block(actor) && row.id !== actor.personId;
  const state = row.active ? 'ACTIVE' : 'BLOCKED';
  return {
    ...named(row),
    appointments: row.appointments,
    abilities: {
      block: may && personLifecycle.allows(state, 'block'),
      unblock: may && personLifecycle.allows(state, 'unblock'),
      // Only who holds nothing any more, so that nothing is left behind.
      erase: may && row.appointments.every(({ current, endsOn }) => !current && endsOn !== null),
      readAudit: isSecretariat(actor),
    },
  };
};
