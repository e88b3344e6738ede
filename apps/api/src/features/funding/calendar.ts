import { inLanguage, type Language, type Localized } from '@blizej/contracts';
import ical, { ICalCalendarMethod } from 'ical-generator';
import { exportWords } from '../../platform/mail/words.ts';
import type { Session } from './plan.rules.ts';

/** What a calendar says of one call: its deadlines, and by when whose draft is tabled. */
export interface CalendarCall {
  readonly id: string;
  readonly title: Localized;
  readonly firstStageAt: Date | string | null;
  readonly closesAt: Date | string;
  readonly closesOn: string;
  readonly tablings: readonly { readonly gminaId: string; readonly gmina: string; readonly session: Session }[];
}

interface Manner {
  readonly language: Language;
  /** The portal's own address, with which links begin. */
  readonly publicUrl: string;
  /** When it was written. */
  readonly now: Date;
  /** Of one call the calendar has its name. */
  readonly isWhole: boolean;
}

const hour = 3_600_000;

/**
 * Deadlines and the days on which drafts are tabled, as iCalendar (RFC 5545). The same thing has the same UID each time, so
 * that a calendar that is read again moves it and never doubles it.
 */
export function calendarOf(calls: readonly CalendarCall[], { language, publicUrl, now, isWhole }: Manner): string {
  const say = (key: string, values: Record<string, unknown> = {}): string =>
    exportWords(language, `calendar.${key}`, values);
  const dayFormat = new Intl.DateTimeFormat(language === 'pl' ? 'pl-PL' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  const day = (value: string): string => dayFormat.format(new Date(`${value}T00:00:00Z`));
  const [only] = calls;
  const calendar = ical({
    name: isWhole || !only ? say('name') : say('nameOf', { call: inLanguage(only.title, language) }),
    prodId: { company: 'Blizej', product: 'portal' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 6 * 3600,
  });
  const host = new URL(publicUrl).hostname;
  for (const { id, title, firstStageAt, closesAt, closesOn, tablings } of calls) {
    const call = inLanguage(title, language);
    const url = `${publicUrl}/app/nabory/${id}`;
    const deadline = (key: 'first' | 'final', at: Date | string): void => {
      // The hour before it: a deadline without length is drawn by no calendar.
      const end = new Date(at);
      const start = new Date(end.getTime() - hour);
      calendar.createEvent({ id: `${key}-${id}@${host}`, stamp: now, start, end, summary: say(key, { call }), url });
    };
    if (firstStageAt !== null) deadline('first', firstStageAt);
    deadline('final', closesAt);
    for (const { gminaId, gmina, session } of tablings) {
      calendar.createEvent({
        id: `table-${id}-${gminaId}@${host}`,
        stamp: now,
        start: new Date(`${session.tabledBy}T00:00:00Z`),
        allDay: true,
        summary: say('table', { gmina, call }),
        description: say('session', { day: day(session.heldOn), until: day(closesOn) }),
        url,
      });
    }
  }
  return calendar.toString();
}
