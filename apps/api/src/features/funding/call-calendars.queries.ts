import type { Actor } from '../../kernel/actor.ts';
import type { Reader } from '../../platform/database/database.ts';
import { calendarOf, type CalendarCall } from './calendar.ts';
import { readPlan } from './matches.queries.ts';
import { readFeed } from './needs.queries.ts';
import { decideByOf, planBack } from './plan.rules.ts';

/** A call's deadlines and the last day for each draft, for the viewer's own calendar; undefined where nothing is to be seen. */
export async function calendarOfCall(
  db: Reader,
  actor: Actor,
  { id, initiative }: { id: string; initiative: string | undefined },
  publicUrl: string,
): Promise<string | undefined> {
  const read = await readPlan(db, actor, id, initiative);
  if (!read) return undefined;
  const { plan, call } = read;
  const tablings = plan.gminas.flatMap(({ organization, latest }) =>
    latest ? [{ gminaId: organization.id, gmina: organization.name, session: latest }] : [],
  );
  const entry: CalendarCall = { ...call, closesOn: plan.closesOn, tablings };
  return calendarOf([entry], { language: actor.language, publicUrl, now: new Date(), isWhole: false });
}

/** The personal calendar behind a secret; undefined where the secret is void. */
export async function calendarOfPerson(db: Reader, token: string, publicUrl: string): Promise<string | undefined> {
  const feed = await readFeed(db, token);
  if (!feed) return undefined;
  const { language, today, calls, gminas } = feed;
  const entries = calls.map((call): CalendarCall => {
    const decideBy = decideByOf(call.closesOn, call.signingDays);
    const tablings = gminas.flatMap(({ id, name, sessions }) => {
      const { latest } = planBack(sessions, { decideBy, today });
      return latest ? [{ gminaId: id, gmina: name, session: latest }] : [];
    });
    return { ...call, tablings };
  });
  return calendarOf(entries, { language, publicUrl, now: new Date(), isWhole: true });
}
