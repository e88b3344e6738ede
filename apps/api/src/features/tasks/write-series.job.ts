import type { UnitOfWork, Work } from '../../kernel/work.ts';
import { today } from '../organizations/index.ts';
import { writeTask } from './actions/create-task.ts';
import { nextOfSeries } from './series.rules.ts';
import { daysAfter } from '../../kernel/moments.ts';
import { dueSeries, lockSeries, saveNext, savePause, type Series } from './series.store.ts';
import { associationAudience, networkAudience } from './tasks.store.ts';

/**
 * Writes today's tasks of the series: each once, for whoever belongs now, under the mandate of now. Called twice, or by two
 * instances, it finds nothing left to write.
 */
export async function writeSeries(unit: UnitOfWork): Promise<void> {
  const due = await unit.run(null, dueSeries);
  for (const id of due) await unit.run(null, (work) => writeNext(work, id));
}

async function writeNext(work: Work, id: string): Promise<void> {
  const series = await lockSeries(work, null, id);
  const day = await today(work);
  if (!series || series.stopped || series.nextOn > day) return;
  const name = { pl: series.networkNamePl, en: series.networkNameEn };
  const organizationIds = await audienceOf(work, series);
  if (series.mandateId === null || organizationIds.length === 0) {
    // It is tried again each day, and told once.
    if (series.paused) return;
    await savePause(work, series.id);
    work.record({
      kind: 'task.repeat-paused',
      facts: { network: name, task: series.title },
      actingFor: null,
      networkId: series.networkId,
    });
    return;
  }
  await writeTask(work, {
    network: { id: series.networkId, name, mandateId: series.mandateId },
    task: {
      title: series.title,
      body: series.body,
      priority: series.priority,
      fields: series.fields,
      dueOn: daysAfter(day, series.dueDays),
      seriesId: series.id,
    },
    organizationIds,
    actingFor: null,
  });
  await saveNext(work, series.id, nextOfSeries(series.startsOn, series.recurrence, day));
}

const audienceOf = (work: Work, { audience, networkId }: Series): Promise<string[]> =>
  audience === 'NETWORK' ? networkAudience(work, networkId) : associationAudience(work);
