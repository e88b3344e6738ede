import type { Language, Office, OrganizationKind, Theme } from '@blizej/contracts';

/** One current appointment: the person holds `office` in the organization today. */
export interface HeldOffice {
  readonly office: Office;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly organizationKind: OrganizationKind;
}

/**
 * Who is acting: a signed-in person with their current appointments, as they stood when the request began. Immutable.
 * Policies are told nothing else about the person.
 */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly theme: Theme;
  /** Held in the organization for which the person acts: nothing else counts in what they see and do. */
  readonly offices: readonly HeldOffice[];
  /** Held in other organizations, for which the person acts once they choose so. */
  readonly elsewhere?: readonly HeldOffice[];
  /** The request in which the person acts; absent for the demo's and the tests' own deeds. */
  readonly request?: {
    readonly id: string;
    readonly sessionId: string;
    /** When the session ends if nothing more happens. */
    readonly expiresAt: Date;
    /** The person's office asks for a second factor and there is none yet: only what leads to one is open. */
    readonly secondFactorMissing: boolean;
    /** The client's Idempotency-Key with a SHA-256 over method, path and body. */
    readonly idempotency?: { readonly key: string; readonly fingerprint: Buffer };
  };
}

/** The offices through which a person works for a gmina. */
export const gminaOffices: readonly Office[] = ['EXECUTIVE', 'DELEGATE', 'COORDINATOR', 'OFFICIAL'];

/** The offices that decide for a gmina: its mayor, and the liaison officer in the mayor's name. */
export const decidingOffices: readonly Office[] = ['EXECUTIVE', 'COORDINATOR'];

/** The offices that act for a gmina where it leads a network; its delegate has the vote alone. */
export const leadingOffices: readonly Office[] = ['EXECUTIVE', 'COORDINATOR', 'OFFICIAL'];

/** The offices through which people work on what gminas and partners do together; a partner's contact is a guest in it. */
export const workingOffices: readonly Office[] = [...leadingOffices, 'PARTNER_CONTACT'];

/** Whether the actor holds one of the offices in the organization today. */
export const holds = (actor: Actor, organizationId: string, offices: readonly Office[]): boolean =>
  actor.offices.some((held) => held.organizationId === organizationId && offices.includes(held.office));

/** Whether the actor works for the association's secretariat today. */
export const isSecretariat = (actor: Actor): boolean =>
  actor.offices.some((held) => held.office === 'SECRETARIAT' && held.organizationKind === 'SECRETARIAT');

/** The gminas for which the actor may work today; `among` narrows it to some offices. Each id once. */
export const gminasOf = (actor: Actor, among: readonly Office[] = gminaOffices): string[] => [
  ...new Set(
    actor.offices
      .filter((held) => held.organizationKind === 'MUNICIPALITY' && among.includes(held.office))
      .map((held) => held.organizationId),
  ),
];

/** Whether the actor belongs to the association's own work: a member's person or the secretariat, not a guest. */
export const isInsider = (actor: Actor): boolean => isSecretariat(actor) || gminasOf(actor).length > 0;

const weight: Record<Office, number> = {
  SECRETARIAT: 0,
  EXECUTIVE: 1,
  COORDINATOR: 2,
  DELEGATE: 3,
  OFFICIAL: 4,
  PARTNER_CONTACT: 5,
};

/**
 * The actor as one who acts for one organization: the one that was chosen, where an office is held in it today, else that of
 * the weightiest office.
 */
export const actingFor = <A extends Actor>(actor: A, chosen?: string | null): A => {
  const all = [...actor.offices, ...(actor.elsewhere ?? [])];
  const organizationId = all.some((held) => held.organizationId === chosen)
    ? chosen
    : mainOffice({ ...actor, offices: all })?.organizationId;
  return {
    ...actor,
    offices: all.filter((held) => held.organizationId === organizationId),
    elsewhere: all.filter((held) => held.organizationId !== organizationId),
  };
};

/** The weightiest of the actor's offices, for which the start page is made; null without any. */
export const mainOffice = (actor: Actor): HeldOffice | null =>
  [...actor.offices].sort(
    (a, b) => weight[a.office] - weight[b.office] || (a.organizationName < b.organizationName ? -1 : 1),
  )[0] ?? null;
