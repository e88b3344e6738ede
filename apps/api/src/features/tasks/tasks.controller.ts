import { Controller } from '@nestjs/common';
import { tasksRoutes as routes, type Given, type Language } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found, notFound } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By, Spoken } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { tableFile } from '../../platform/http/table-file.ts';
import { allow } from '../../kernel/policy.ts';
import { exportWords } from '../../platform/mail/words.ts';
import { listEvents } from '../activity/index.ts';
import { networkExists } from '../networks/index.ts';
import { acceptAnswer } from './actions/accept-answer.ts';
import { assignTask } from './actions/assign-task.ts';
import { changeForm } from './actions/change-form.ts';
import { changeNeeds } from './actions/change-needs.ts';
import { closeTask } from './actions/close-task.ts';
import { createTask } from './actions/create-task.ts';
import { declineAssignment } from './actions/decline-assignment.ts';
import { returnAnswer } from './actions/return-answer.ts';
import { submitAnswer } from './actions/submit-answer.ts';
import { takeAssignment } from './actions/take-assignment.ts';
import { writeAnswer } from './actions/write-answer.ts';
import { answersTable, matrixTable } from './exports.queries.ts';
import { taskPolicy } from './task.policy.ts';
import {
  listAssignments,
  listTaskAssignments,
  listTasks,
  readAnswers,
  readAssignment,
  readMatrix,
  readQuestionnaire,
  readReach,
  readTask,
  taskExists,
} from './tasks.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class TasksController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(routes.listTasks)
  list(@By() actor: Actor, @Input(routes.listTasks) { query }: To<'listTasks'>) {
    return listTasks(this.database, actor, query);
  }

  @Route(routes.listAssignments)
  assignments(@By() actor: Actor, @Input(routes.listAssignments) { query }: To<'listAssignments'>) {
    return listAssignments(this.database, actor, query);
  }

  @Route(routes.readMatrix)
  async matrix(@By() actor: Actor, @Input(routes.readMatrix) { params }: To<'readMatrix'>) {
    if (!(await networkExists(this.database, actor, params.id))) throw notFound();
    return readMatrix(this.database, actor, params.id);
  }

  @Route(routes.exportMatrix)
  async exportMatrix(
    @By() actor: Actor,
    @Spoken() language: Language,
    @Input(routes.exportMatrix) { params, query }: To<'exportMatrix'>,
  ) {
    if (!(await networkExists(this.database, actor, params.id))) throw notFound();
    const matrix = await readMatrix(this.database, actor, params.id);
    return tableFile(exportWords(language, 'matrix'), query.format, matrixTable(matrix, language));
  }

  @Route(routes.readReach)
  async reach(@By() actor: Actor, @Input(routes.readReach) { params }: To<'readReach'>) {
    if (!(await networkExists(this.database, actor, params.id))) throw notFound();
    allow(taskPolicy.write(actor));
    return readReach(this.database, params.id);
  }

  @Route(routes.createTask)
  create(@By() actor: Actor, @Input(routes.createTask) input: To<'createTask'>) {
    return createTask(this.unit, actor, input);
  }

  @Route(routes.readTask)
  async read(@By() actor: Actor, @Input(routes.readTask) { params }: To<'readTask'>) {
    return found(await readTask(this.database, actor, params.id));
  }

  @Route(routes.changeForm)
  changeForm(@By() actor: Actor, @Input(routes.changeForm) input: To<'changeForm'>) {
    return changeForm(this.unit, actor, input);
  }

  @Route(routes.readAnswers)
  async answers(@By() actor: Actor, @Input(routes.readAnswers) { params, query }: To<'readAnswers'>) {
    return readAnswers(this.database, await this.questionnaire(actor, params.id), query);
  }

  @Route(routes.exportAnswers)
  async exportAnswers(
    @By() actor: Actor,
    @Spoken() language: Language,
    @Input(routes.exportAnswers) { params, query: { format, ...filter } }: To<'exportAnswers'>,
  ) {
    const questionnaire = await this.questionnaire(actor, params.id);
    return tableFile(
      exportWords(language, 'answers'),
      format,
      answersTable(this.database, questionnaire, filter, language),
    );
  }

  @Route(routes.listTaskAssignments)
  async cells(@By() actor: Actor, @Input(routes.listTaskAssignments) { params }: To<'listTaskAssignments'>) {
    return { items: found(await listTaskAssignments(this.database, actor, params.id)) };
  }

  @Route(routes.assignTask)
  assign(@By() actor: Actor, @Input(routes.assignTask) input: To<'assignTask'>) {
    return assignTask(this.unit, actor, input);
  }

  @Route(routes.changeNeeds)
  changeNeeds(@By() actor: Actor, @Input(routes.changeNeeds) input: To<'changeNeeds'>) {
    return changeNeeds(this.unit, actor, input);
  }

  @Route(routes.closeTask)
  close(@By() actor: Actor, @Input(routes.closeTask) input: To<'closeTask'>) {
    return closeTask(this.unit, actor, input);
  }

  @Route(routes.readAssignment)
  async assignment(@By() actor: Actor, @Input(routes.readAssignment) { params }: To<'readAssignment'>) {
    return found(await readAssignment(this.database, actor, params.id, params.organizationId));
  }

  @Route(routes.takeAssignment)
  take(@By() actor: Actor, @Input(routes.takeAssignment) input: To<'takeAssignment'>) {
    return takeAssignment(this.unit, actor, input);
  }

  @Route(routes.writeAnswer)
  write(@By() actor: Actor, @Input(routes.writeAnswer) input: To<'writeAnswer'>) {
    return writeAnswer(this.unit, actor, input);
  }

  @Route(routes.submitAnswer)
  submit(@By() actor: Actor, @Input(routes.submitAnswer) input: To<'submitAnswer'>) {
    return submitAnswer(this.unit, actor, input);
  }

  @Route(routes.acceptAnswer)
  accept(@By() actor: Actor, @Input(routes.acceptAnswer) input: To<'acceptAnswer'>) {
    return acceptAnswer(this.unit, actor, input);
  }

  @Route(routes.returnAnswer)
  return(@By() actor: Actor, @Input(routes.returnAnswer) input: To<'returnAnswer'>) {
    return returnAnswer(this.unit, actor, input);
  }

  @Route(routes.declineAssignment)
  decline(@By() actor: Actor, @Input(routes.declineAssignment) input: To<'declineAssignment'>) {
    return declineAssignment(this.unit, actor, input);
  }

  @Route(routes.listTaskActivity)
  async activity(@By() actor: Actor, @Input(routes.listTaskActivity) { params, query }: To<'listTaskActivity'>) {
    if (!(await taskExists(this.database, actor, params.id))) throw notFound();
    return listEvents(this.database, actor, { taskId: params.id }, query.cursor);
  }

  /** The questions of a task whose answers the actor may read beside each other. */
  private async questionnaire(actor: Actor, id: string) {
    const task = found(await readQuestionnaire(this.database, actor, id));
    allow(taskPolicy.readAnswers(actor));
    return task;
  }
}
