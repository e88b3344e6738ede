import { formFields, type Given, type tasksRoutes, type TaskView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { designIssues } from '../answer.rules.ts';
import { taskLifecycle } from '../task.lifecycle.ts';
import { taskPolicy } from '../task.policy.ts';
import { readTaskIn } from '../tasks.queries.ts';
import { insertForm, lockTask, readForms, touchTask, writers } from '../tasks.store.ts';

type Input = Given<typeof tasksRoutes.changeForm>;

/**
 * Changes the questions: a new version of the form. What was handed in is read in the version that it answers, what is being
 * written is kept; whoever is writing is told. A task that was asked without questions stays so.
 */
export const changeForm = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<TaskView> =>
  unit.run(actor, async (work) => {
    const task = found(await lockTask(work, actor, params.id));
    allow(taskPolicy.changeForm(actor));
    taskLifecycle.move(task.state, 'work');
    const forms = await readForms(work, task.id);
    const [newest] = forms;
    if (!newest) throw new Problem('wrong-state', { state: task.state });
    const current = await readTaskIn(work, actor, task.id);
    expectVersion(body.version, task.version, () => current);
    refuse(designIssues(body.fields, forms));
    // The database keeps no order of keys: both are compared as the contract writes them.
    if (JSON.stringify(formFields.parse(newest.fields)) === JSON.stringify(formFields.parse(body.fields)))
      return current;
    await insertForm(work, task.id, newest.version + 1, body.fields);
    await touchTask(work, task.id);
    work.record({
      kind: 'task.form-changed',
      facts: { network: { pl: task.networkNamePl, en: task.networkNameEn }, task: task.title },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      networkId: task.networkId,
      taskId: task.id,
      organizationIds: await writers(work, task.id),
      detail: { version: newest.version + 1, fields: body.fields },
    });
    return readTaskIn(work, actor, task.id);
  });
