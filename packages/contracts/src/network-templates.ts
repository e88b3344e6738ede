import { z } from 'zod';
import { formFields } from './forms.ts';
import { goal, joinPolicy, networkDescription, networkKind } from './networks.ts';
import { cursor, id, line, localized, pageOf, prose, version } from './primitives.ts';
import { defineRoutes } from './route.ts';
import { priority } from './tasks.ts';

/** A template has so many tasks at most. */
export const standardTasksAtMost = 20;
/** How many days a standard task gives for the answer. */
export const standardDueDays = { minimum: 1, maximum: 365, usual: 14 } as const;

/** What is asked in every network of a kind, and how many days it gives from the day on which it is sent. */
export const standardTask = z.strictObject({
  title: line(3, 200),
  body: prose(3, 10_000),
  dueDays: z.int().min(standardDueDays.minimum).max(standardDueDays.maximum),
  priority: priority.default('NORMAL'),
  /** The questions; null: each gmina answers by a text. */
  fields: formFields.nullable().default(null),
});
export type StandardTask = z.infer<typeof standardTask>;

const shape = {
  /** What the template is called; the network gets a name of its own. */
  name: z.string(),
  kind: networkKind,
  purpose: localized,
  benefit: z.string(),
  joinPolicy,
  goals: z.array(goal),
  topics: z.array(z.string()),
  tasks: z.array(standardTask),
};

/** A pattern of which networks are proposed. */
export const networkTemplate = z
  .object({ id, ...shape, version, abilities: z.object({ change: z.boolean() }) })
  .meta({ id: 'NetworkTemplate' });
export type NetworkTemplate = z.infer<typeof networkTemplate>;
export const networkTemplatePage = pageOf(networkTemplate).meta({ id: 'NetworkTemplatePage' });

/** A template as a network would give it. */
export const templateDraft = z.object(shape).meta({ id: 'NetworkTemplateDraft' });
export type TemplateDraft = z.infer<typeof templateDraft>;

/** A standard task of a network, and whether a task of its name was written there. */
export const offeredTask = standardTask.extend({ written: z.boolean() }).meta({ id: 'OfferedTask' });
export type OfferedTask = z.infer<typeof offeredTask>;

const input = {
  ...networkDescription,
  name: line(3, 120),
  tasks: z.array(standardTask).max(standardTasksAtMost).default([]),
};
const params = z.strictObject({ id });

export const networkTemplatesRoutes = defineRoutes({
  listTemplates: {
    method: 'GET',
    path: '/api/network-templates',
    access: 'signed-in',
    summary: 'The templates of networks, by name.',
    query: z.strictObject({ cursor }),
    response: networkTemplatePage,
  },
  addTemplate: {
    method: 'POST',
    path: '/api/network-templates',
    access: 'signed-in',
    summary: 'Adds a template: what networks of a kind are for, and what all of them ask.',
    body: z.strictObject(input),
    response: networkTemplate,
    status: 201,
  },
  readTemplate: {
    method: 'GET',
    path: '/api/network-templates/:id',
    access: 'signed-in',
    summary: 'One template.',
    params,
    response: networkTemplate,
  },
  changeTemplate: {
    method: 'PUT',
    path: '/api/network-templates/:id',
    access: 'signed-in',
    summary: 'Changes a template; networks that were proposed by it stay as they are.',
    params,
    body: z.strictObject({ ...input, version }),
    response: networkTemplate,
    problems: ['version-conflict'],
  },
  removeTemplate: {
    method: 'POST',
    path: '/api/network-templates/:id/remove',
    access: 'signed-in',
    summary: 'Removes a template; networks that were proposed by it stay as they are.',
    params,
    body: z.strictObject({ version }),
    problems: ['version-conflict'],
  },
  draftTemplate: {
    method: 'GET',
    path: '/api/networks/:id/template',
    access: 'signed-in',
    summary: 'What a template of this network would be: its description and its newest tasks. Keeps nothing.',
    params,
    response: templateDraft,
  },
  listStandardTasks: {
    method: 'GET',
    path: '/api/networks/:id/standard-tasks',
    access: 'signed-in',
    summary: "The standard tasks with which a network was proposed, for whoever writes tasks: nobody else's are any.",
    params,
    response: z.object({ items: z.array(offeredTask) }).meta({ id: 'OfferedTaskList' }),
  },
});
