import type { EventKind } from '@blizej/contracts';
import type { Announcements, Audience, NewEvent } from '../../kernel/work.ts';

type IdeaEvent = Extract<EventKind, `idea.${string}`>;

/** The author, the followers and the gmina's liaison officer: the deed has found them. */
const concerned = (event: NewEvent): readonly Audience[] => event.audiences ?? [];
const author = (event: NewEvent): readonly Audience[] =>
  event.personId ? [{ person: event.personId, reason: 'INFORMED' }] : [];
/** An answer is waited for. */
const toAnswer = (): readonly Audience[] => [{ secretariat: true, reason: 'DECIDE' }];

/** Who is told of what happens with ideas. */
export const ideasAnnouncements: Announcements<IdeaEvent> = {
  'idea.submitted': (event) => [...toAnswer(), ...concerned(event)],
  'idea.changed': (event) => [{ secretariat: true, reason: 'INFORMED' }, ...concerned(event)],
  'idea.withdrawn': (event) => [{ secretariat: true, reason: 'INFORMED' }, ...concerned(event)],
  'idea.supported': author,
  'idea.unsupported': () => [],
  'idea.became-initiative': concerned,
  'idea.became-task': concerned,
  'idea.merged': concerned,
  'idea.put-off': concerned,
  'idea.declined': concerned,
  'idea.waits-again': (event) => [...toAnswer(), ...concerned(event)],
  'idea.answer-due': toAnswer,
  'idea.answer-late': toAnswer,
};
