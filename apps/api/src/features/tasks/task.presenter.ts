import {
  leftOver,
  type AnswersRow,
  type AssignmentCell,
  type AssignmentState,
  type AssignmentSummary,
  type AssignmentView,
  type ChecklistStep,
  type MandateView,
  type Priority,
  type Progress,
  type RelatedTask,
  type TaskState,
  type TaskForm,
  type TaskSummary,
  type TaskView,
  type WrittenAnswers,
} from '@blizej/contracts';
import { gminasOf, type Actor } from '../../kernel/actor.ts';
import { assignmentLifecycle, taskLifecycle } from './task.lifecycle.ts';
import { assignmentPolicy, taskPolicy } from './task.policy.ts';
import { unanswered } from './task.rules.ts';

export interface SummaryRow {
  id: string;
  title: string;
  dueOn: string;
  priority: Priority;
  state: TaskState;
  networkId: string;
  networkNamePl: string;
  networkNameEn: string | null;
  progress: Progress;
  version: number;
}

export interface TaskRow extends SummaryRow {
  body: string;
  createdAt: Date;
  assignedTo: string[];
  mandate: MandateView;
  /** The newest. */
  form: TaskForm | null;
  series: TaskView['series'];
  initiative: TaskView['initiative'];
  needs: RelatedTask[];
  neededBy: RelatedTask[];
}

export interface CellRow {
  organizationId: string;
  organizationName: string;
  state: AssignmentState;
  dueOn: string;
  late: boolean;
  submittedAt: Date | null;
}

export interface AssignmentSummaryRow extends CellRow {
  taskId: string;
  title: string;
  priority: Priority;
  networkId: string;
  networkNamePl: string;
  networkNameEn: string | null;
  keeperId: string | null;
  keeperName: string | null;
}

export interface AssignmentRow extends AssignmentSummaryRow {
  taskState: TaskState;
  answer: string;
  answers: WrittenAnswers | null;
  formVersion: number | null;
  /** All versions of the task's form, newest first. */
  forms: TaskForm[];
  reason: string | null;
  dueRequest: AssignmentView['dueRequest'];
  checklist: ChecklistStep[];
  version: number;
}

const networkOf = (row: { networkId: string; networkNamePl: string; networkNameEn: string | null }) => ({
  id: row.networkId,
  name: { pl: row.networkNamePl, en: row.networkNameEn },
});

const keeperOf = (row: { keeperId: string | null; keeperName: string | null }) =>
  row.keeperId === null || row.keeperName === null ? null : { id: row.keeperId, name: row.keeperName };

export const presentTaskSummary = (row: SummaryRow): TaskSummary => ({
  id: row.id,
  title: row.title,
  dueOn: row.dueOn,
  priority: row.priority,
  state: row.state,
  network: networkOf(row),
  progress: row.progress,
  version: row.version,
});

/** A task with what the viewer may do: policy and life cycle together. */
export const presentTask = (row: TaskRow, actor: Actor): TaskView => ({
  ...presentTaskSummary(row),
  body: row.body,
  createdAt: row.createdAt.toISOString(),
  mandate: row.mandate,
  form: row.form,
  series: row.series,
  initiative: row.initiative,
  needs: row.needs,
  neededBy: row.neededBy,
  mine: gminasOf(actor).filter((gmina) => row.assignedTo.includes(gmina)),
  abilities: {
    assign: taskPolicy.assign(actor) && taskLifecycle.allows(row.state, 'work'),
    close: taskPolicy.close(actor) && taskLifecycle.allows(row.state, 'close'),
    repeat: taskPolicy.repeat(actor) && row.series === null && taskLifecycle.allows(row.state, 'work'),
    change: taskPolicy.change(actor) && taskLifecycle.allows(row.state, 'work'),
    readAnswers: taskPolicy.readAnswers(actor),
    changeForm: row.form !== null && taskPolicy.changeForm(actor) && taskLifecycle.allows(row.state, 'work'),
  },
});

export const presentCell = (row: CellRow): AssignmentCell => ({
  organization: { id: row.organizationId, name: row.organizationName },
  state: row.state,
  dueOn: row.dueOn,
  late: row.late,
  submittedAt: row.submittedAt?.toISOString() ?? null,
});

export const presentAssignmentSummary = (row: AssignmentSummaryRow): AssignmentSummary => ({
  task: { id: row.taskId, title: row.title, priority: row.priority, network: networkOf(row) },
  organization: { id: row.organizationId, name: row.organizationName },
  state: row.state,
  dueOn: row.dueOn,
  late: row.late,
  keeper: keeperOf(row),
  submittedAt: row.submittedAt?.toISOString() ?? null,
});

/** One gmina's share as the viewer sees it: a draft is the gmina's own until it is handed in. */
export const presentAssignment = (row: AssignmentRow, actor: Actor): AssignmentView => {
  // What was declined or returned may have been written on since it was last handed in.
  const isHandedIn = row.state === 'SUBMITTED' || row.state === 'ACCEPTED';
  const isReadable = isHandedIn || assignmentPolicy.readDraft(actor, row);
  const [newest = null] = row.forms;
  const answers = (isReadable && row.answers) || {};
  const open = taskLifecycle.allows(row.taskState, 'work');
  const mayAnswer = open && assignmentPolicy.answer(actor, row);
  const reviews = open && assignmentPolicy.review(actor);
  const isOwed = unanswered.includes(row.state);
  const isAsking = row.dueRequest?.state === 'OPEN';
  return {
    task: { id: row.taskId, title: row.title, state: row.taskState, network: networkOf(row) },
    organization: { id: row.organizationId, name: row.organizationName },
    state: row.state,
    dueOn: row.dueOn,
    late: row.late,
    keeper: keeperOf(row),
    answer: isReadable ? row.answer : '',
    // What is handed in is read in the form that it answers; what is being written answers the newest.
    form: isHandedIn ? (row.forms.find(({ version }) => version === row.formVersion) ?? null) : newest,
    answers,
    formChanged: isReadable && row.formVersion !== null && newest !== null && row.formVersion < newest.version,
    leftOver: isHandedIn ? [] : leftOver(row.forms, answers),
    reason: row.reason,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    dueRequest: row.dueRequest && {
      ...row.dueRequest,
      requestedAt: new Date(row.dueRequest.requestedAt).toISOString(),
    },
    checklist: assignmentPolicy.readDraft(actor, row) ? row.checklist : null,
    version: row.version,
    abilities: {
      writeChecklist: mayAnswer,
      take:
        mayAnswer &&
        assignmentLifecycle.allows(row.state, 'take') &&
        (row.keeperId !== actor.personId || row.state !== 'IN_PROGRESS'),
      write: mayAnswer && isOwed,
      submit: mayAnswer && isOwed,
      decline: open && assignmentPolicy.decline(actor, row) && assignmentLifecycle.allows(row.state, 'decline'),
      accept: reviews && assignmentLifecycle.allows(row.state, 'accept'),
      return: reviews && assignmentLifecycle.allows(row.state, 'return'),
      askForTime: open && isOwed && !isAsking && assignmentPolicy.askForTime(actor, row),
      withdrawTimeRequest: open && isOwed && isAsking && assignmentPolicy.askForTime(actor, row),
      decideTimeRequest: reviews && isOwed && isAsking,
    },
  };
};

export interface AnswersRowRead extends Omit<AnswersRow, 'organization'> {
  organizationId: string;
  organizationName: string;
  voivodeship: string | null;
}

/** One gmina of questions × gminas. */
export const presentAnswersRow = (row: AnswersRowRead): AnswersRow => ({
  organization: { id: row.organizationId, name: row.organizationName, voivodeship: row.voivodeship },
  state: row.state,
  late: row.late,
  submittedAt: row.submittedAt === null ? null : new Date(row.submittedAt).toISOString(),
  formVersion: row.formVersion,
  answers: row.answers,
});
