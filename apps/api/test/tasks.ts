import type { AssignmentView, TaskView } from '@blizej/contracts';
import type { GminaKey } from '../src/demo/people.ts';
import { createTask } from '../src/features/tasks/index.ts';
import type { World } from './world.ts';

/** A new task of the water network, asked of some of its members by the secretariat. */
export const newTask = async (world: World, ...gminas: GminaKey[]): Promise<TaskView> =>
  createTask(world.unit, await world.actor('secretary'), {
    body: {
      networkId: await world.network('woda'),
      title: `Zadanie ${crypto.randomUUID()}`,
      body: 'Napiszcie, proszę, dwa zdania.',
      dueOn: await world.day(7),
      priority: 'NORMAL',
      organizationIds: await Promise.all(gminas.map((gmina) => world.gmina(gmina))),
    },
  });

/** The path of a gmina's share of a task. */
export const share = async (world: World, task: TaskView, gmina: GminaKey) => ({
  id: task.id,
  organizationId: await world.gmina(gmina),
});

/** What matters of an assignment when one compares it. */
export const standing = ({ state, answer, reason, version, keeper }: AssignmentView) => ({
  state,
  answer,
  reason,
  version,
  keeper: keeper?.name ?? null,
});
