import type { NetworkTemplate } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, notFound } from '../../../kernel/problems.ts';
import type { Work } from '../../../kernel/work.ts';
import { expectUnchanged } from '../../activity/index.ts';
import { templatePolicy } from '../template.policy.ts';
import { readTemplateIn } from '../templates.queries.ts';
import { lockTemplates } from '../templates.store.ts';

/** Locks a template that the actor may change, as it was seen. */
export async function lockToKeep(work: Work, actor: Actor, id: string, version: number): Promise<NetworkTemplate> {
  if (!templatePolicy.read(actor)) throw notFound();
  allow(templatePolicy.keep(actor));
  const kept = found(await lockTemplates(work, id));
  const former = await readTemplateIn(work, actor, kept.id);
  await expectUnchanged(
    work,
    { version, kept: kept.version, current: former },
    { kinds: ['template.changed'], fact: 'template', is: former.name },
  );
  return former;
}
