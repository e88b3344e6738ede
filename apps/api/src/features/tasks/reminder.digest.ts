import type { DigestPart } from '../../kernel/digest.ts';
import { mailWords } from '../../platform/mail/words.ts';
import { remindersOf } from './reminder.rules.ts';
import { insertReminders, readOwed, remindersOfDay } from './reminders.store.ts';

/** Reminders of due days: to whoever answers for the gmina; of what is late, to those who decide for it as well. */
export const reminderDigest: DigestPart = {
  async note(work) {
    const owed = await readOwed(work);
    const reminders = owed.flatMap((one) => remindersOf(one).map((reminder) => ({ ...one, ...reminder })));
    if (reminders.length === 0) return [];
    const noted = await insertReminders(work, reminders);
    for (const { kind, personId, taskId, networkId, organizationId, ...names } of noted) {
      if (kind !== 'ESCALATED_TO_COORDINATOR' && kind !== 'ESCALATED_TO_EXECUTIVE') continue;
      work.record({
        kind: 'assignment.escalated',
        facts: {
          network: { pl: names.networkNamePl, en: names.networkNameEn },
          task: names.title,
          organization: names.organizationName,
          person: personId,
        },
        actingFor: null,
        networkId,
        taskId,
        organizationId,
        personId,
      });
    }
    return noted.filter(({ mailed }) => mailed).map(({ personId }) => personId);
  },
  async section(work, reader) {
    const lines = await remindersOfDay(work, reader);
    if (lines.length === 0) return undefined;
    const { language } = reader;
    const say = (key: string, count: number): string => mailWords(language, `digest.reminders.${key}`, { count });
    const noteOf = (daysLeft: number): string =>
      daysLeft > 0 ? say('left', daysLeft) : daysLeft === 0 ? say('today', 0) : say('late', -daysLeft);
    return {
      title: say('title', lines.length),
      items: lines.map(({ taskId, title, organizationName, daysLeft, escalated }) => ({
        text: `${title} (${organizationName})`,
        note: escalated ? `${noteOf(daysLeft)}, ${say('escalated', 0)}` : noteOf(daysLeft),
        path: `/app/zadania/${taskId}`,
      })),
    };
  },
};
