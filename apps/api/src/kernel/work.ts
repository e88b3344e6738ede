import type { EventFacts, EventKind, NotificationReason, Office } from '@blizej/contracts';
import type { Actor } from './actor.ts';
import type { NewJob } from './jobs.ts';

/** A change that matters, as a deed tells it. Who, for whom, when and from which request are added by the work. */
export interface NewEvent<K extends EventKind = EventKind> {
  readonly kind: K;
  readonly facts: EventFacts<K>;
  /** For which organization the actor acts; null where for none (signing in). */
  readonly actingFor: string | null;
  readonly networkId?: string;
  readonly taskId?: string;
  /** The gmina concerned. */
  readonly organizationId?: string;
  /** Who is concerned where it is several gminas at once (a task's fan-out). Not stored with the event. */
  readonly organizationIds?: readonly string[];
  /** The person concerned, e.g. an assignment's keeper. Not stored with the event. */
  readonly personId?: string | null;
  /** Whom the deed itself found to be told (mentions). Not stored with the event. */
  readonly audiences?: readonly Audience[];
  /** What only an audit may read, e.g. the text that was handed in. */
  readonly detail?: Record<string, unknown>;
  /** Who did it, where the work began without an actor: somebody who proved within it who they are, by a link or a code. */
  readonly by?: string;
}

/** Whom to tell: the holders of offices in organizations, the secretariat, a network's active members, or one person. */
export type Audience = { readonly reason: NotificationReason } & (
  | { readonly organizations: readonly string[]; readonly offices: readonly Office[] }
  | { readonly secretariat: true }
  | { readonly leadOf: string; readonly offices: readonly Office[] }
  | { readonly membersOf: string; readonly offices: readonly Office[] }
  | { readonly person: string }
);

/**
 * Who is told of each kind of event; pure. The actor is never told of their own deed; a person in several audiences is
 * told once, for the first reason. In which words: packages/contracts/locales/<language>/events.json.
 */
export type Announcements<K extends EventKind = EventKind> = {
  readonly [Kind in K]: (event: NewEvent<Kind>) => readonly Audience[];
};

/**
 * A unit of work: one transaction that is under way. Only `UnitOfWork.run` makes one, so a store function, whose first
 * argument it is, cannot be called without a transaction.
 */
export interface Work {
  /** Writes the event, and what follows from it, in this transaction. */
  record<K extends EventKind>(event: NewEvent<K>): void;
  /** Puts a job into the queue, in this transaction: it is done once the transaction has committed, and only then. */
  enqueue(job: NewJob): void;
}

export abstract class UnitOfWork {
  /**
   * Runs a deed in one transaction: its changes, events and notifications commit together or not at all. Retries the
   * whole deed at most three times when PostgreSQL reports a serialization failure or a deadlock, so a deed has no effect
   * but through its work. With an Idempotency-Key in the actor's request a repeated call gets the first call's result.
   * @param actor who acts; null for the portal itself (imports, signing in before the person is known)
   */
  abstract run<T>(actor: Actor | null, deed: (work: Work) => Promise<T>): Promise<T>;
}

/** Writes the events of a work with what follows from them; the activity feature gives it. */
export interface Recorder {
  write(work: Work, actor: Actor | null, events: readonly NewEvent[]): Promise<void>;
}
