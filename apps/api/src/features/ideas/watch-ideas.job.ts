import type { UnitOfWork } from '../../kernel/work.ts';
import { everybodyConcerned, ideaEvent } from './idea-event.ts';
import { noteReminders, wakeIdeas } from './ideas.store.ts';

/**
 * Has ideas that were put off wait anew on their day, then reminds the secretariat of those that wait: four days before the
 * answer is due, one day before, and once it is late. Each of these is told once for a due day, by whichever instance notes it first.
 */
export const watchIdeas = (unit: UnitOfWork): Promise<void> =>
  unit.run(null, async (work) => {
    for (const { dueOn, ...idea } of await wakeIdeas(work)) {
      const audiences = await everybodyConcerned(work, idea);
      work.record({ ...ideaEvent('idea.waits-again', null, idea, { dueOn }), audiences });
    }
    for (const { dueOn, daysAhead, ...idea } of await noteReminders(work)) {
      const kind = daysAhead === 0 ? 'idea.answer-late' : 'idea.answer-due';
      work.record(ideaEvent(kind, null, idea, { dueOn }));
    }
  });
