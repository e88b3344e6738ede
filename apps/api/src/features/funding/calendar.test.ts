import { expect, test } from '@jest/globals';
import { calendarOf, type CalendarCall } from './calendar.ts';

const call: CalendarCall = {
  id: '0191',
  title: { pl: 'Woda; zieleń, energia', en: null },
  firstStageAt: null,
  closesAt: '2027-03-31T12:00:00.000Z',
  closesOn: '2027-03-31',
  tablings: [{ gminaId: '0192', gmina: 'Jantarowo', session: { heldOn: '2027-03-26', tabledBy: '2027-03-12' } }],
};
const manner = { language: 'pl', publicUrl: 'https://portal.example', now: new Date(0), isWhole: false } as const;
/** Long lines are folded (RFC 5545, 3.1). */
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

test('A calendar has the deadline at its moment and the draft on its day, each under a name that stays', () => {
  const lines = unfolded(calendarOf([call], manner));
  expect(lines).toEqual(
    expect.arrayContaining([
      'BEGIN:VCALENDAR',
      'UID:final-0191@portal.example',
      'DTSTART:20270331T110000Z',
      'DTEND:20270331T120000Z',
      String.raw`SUMMARY:Termin naboru: Woda\; zieleń\, energia`,
      'UID:table-0191-0192@portal.example',
      'DTSTART;VALUE=DATE:20270312',
      'URL;VALUE=URI:https://portal.example/app/nabory/0191',
      'END:VCALENDAR',
    ]),
  );
  expect(calendarOf([call], manner)).toBe(calendarOf([call], manner));
});

test('A first stage stands beside the final one; nothing is still a calendar', () => {
  const lines = unfolded(calendarOf([{ ...call, firstStageAt: '2027-02-01T12:00:00.000Z' }], manner));
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(3);
  expect(unfolded(calendarOf([], { ...manner, isWhole: true }))).toContain('END:VCALENDAR');
});
