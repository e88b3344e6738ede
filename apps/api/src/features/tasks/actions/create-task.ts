import type { FormField, Given, Localized, tasksRoutes, TaskView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { isLive, lockInitiative, takingGminas } from '../../initiatives/index.ts';
import { lockNetwork, networkLifecycle } from '../../networks/index.ts';
import { today } from '../../organizations/index.ts';
import { taskPolicy } from '../task.policy.ts';
import { designIssues } from '../answer.rules.ts';
import { assigneeIssues, dueIssues, partakerIssues } from '../task.rules.ts';
import { readTaskIn } from '../tasks.queries.ts';
import {
  associationAudience,
  insertAssignments,
  insertForm,
  insertTask,
  networkAudience,
  networkMembers,
  type NewTask,
} from '../tasks.store.ts';

type Input = Given<typeof tasksRoutes.createTask>;

/** Whom the task asks. Beyond the network it asks under the network's mandate, but not by name. */
const audienceOf = (
  work: Work,
  { audience, organizationIds, networkId }: Input['body'],
  partakers: string[] | null,
): Promise<string[]> => {
  if (audience === 'INITIATIVE') return Promise.resolve(partakers ?? []);
  if (audience === 'NETWORK') return networkAudience(work, networkId);
  if (audience === 'ASSOCIATION') return associationAudience(work);
  return Promise.resolve(organizationIds);
};

/** The gminas that a task for an initiative may ask; null where it is for none. What has ended asks for nothing more. */
const partakersOf = async (work: Work, actor: Actor, id: string | undefined): Promise<string[] | null> => {
  if (id === undefined) return null;
  const initiative = await lockInitiative(work, actor, id);
  if (!initiative) throw new Problem('invalid', { issues: [bodyIssue('/initiativeId', 'unknown_initiative')] });
  if (!isLive(initiative.stage)) throw new Problem('wrong-state', { state: initiative.stage });
  return takingGminas(work, id);
};

/** Writes a task with its questions and asks gminas; whoever calls has looked whether it may be. Gives its id. */
export async function writeTask(
  work: Work,
  {
    network,
    task,
    organizationIds,
    actingFor,
  }: {
    network: { id: string; name: Localized; mandateId: string };
    task: Omit<NewTask, 'networkId' | 'mandateId' | 'initiativeId'> & {
      initiativeId?: string | undefined;
      fields: FormField[] | null;
    };
    organizationIds: readonly string[];
    actingFor: string | null;
  },
): Promise<string> {
  const { fields, initiativeId, ...columns } = task;
  const under = { networkId: network.id, mandateId: network.mandateId, initiativeId: initiativeId ?? null };
  const id = await insertTask(work, { ...columns, ...under });
  if (fields) await insertForm(work, id, 1, fields);
  await insertAssignments(work, id, organizationIds, task.dueOn);
  work.record({
    kind: 'task.assigned',
    facts: {
      network: network.name,
      task: task.title,
      dueOn: task.dueOn,
      count: organizationIds.length,
      ...(initiativeId !== undefined && { initiativeId }),
    },
    actingFor,
    networkId: network.id,
    taskId: id,
    organizationIds,
  });
  return id;
}

/** Writes a task under its network's mandate, with its questions, as a part of a deed. Gives its id. */
export async function createTaskWithin(work: Work, actor: Actor, body: Input['body']): Promise<string> {
  const network = found(await lockNetwork(work, actor, body.networkId));
  allow(taskPolicy.write(actor));
  networkLifecycle.move(network.state, 'work');
  if (network.mandateId === null) throw new Problem('mandate-missing');
  const partakers = await partakersOf(work, actor, body.initiativeId);
  refuse([
    ...dueIssues(body.dueOn, await today(work)),
    ...(partakers
      ? partakerIssues(body.organizationIds, partakers)
      : assigneeIssues(body.organizationIds, await networkMembers(work, network.id))),
    ...designIssues(body.fields ?? []),
  ]);
  const organizationIds = await audienceOf(work, body, partakers);
  if (organizationIds.length === 0) refuse([bodyIssue('/organizationIds', 'required')]);
  const { title, dueOn, priority, fields, initiativeId } = body;
  return writeTask(work, {
    network: { id: network.id, name: { pl: network.namePl, en: network.nameEn }, mandateId: network.mandateId },
    task: { title, body: body.body, dueOn, priority, fields: fields ?? null, seriesId: null, initiativeId },
    organizationIds,
    actingFor: mainOffice(actor)?.organizationId ?? null,
  });
}

/** Writes a task, and asks one gmina or all of them at once. */
export const createTask = (unit: UnitOfWork, actor: Actor, { body }: Input): Promise<TaskView> =>
  unit.run(actor, async (work) => readTaskIn(work, actor, await createTaskWithin(work, actor, body)));
