import type { NetworkTemplate, TemplateDraft } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { templatePolicy } from './template.policy.ts';

export type TemplateRow = TemplateDraft & { readonly id: string; readonly version: number };

/** A template with what the viewer may do. */
export const presentTemplate = (row: TemplateRow, actor: Actor): NetworkTemplate => ({
  ...row,
  abilities: { change: templatePolicy.keep(actor) },
});
