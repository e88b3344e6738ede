import { savedFiltersAtMost, type Given, type initiativesRoutes, type SavedFilter } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { notFound, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { countOtherFilters, deleteNamedFilters, saveNamedFilters } from '../saved-filters.store.ts';

/** Names filters of the list, to find them again. One's own affair: nobody is told, and no event is kept of it. */
export const saveFilter = (
  unit: UnitOfWork,
  actor: Actor,
  { body }: Given<typeof initiativesRoutes.saveFilter>,
): Promise<SavedFilter> =>
  unit.run(actor, async (work) => {
    const { personId } = actor;
    if ((await countOtherFilters(work, personId, body.name)) >= savedFiltersAtMost) throw new Problem('too-many');
    return saveNamedFilters(work, { personId, ...body });
  });

/** Forgets them. */
export const removeFilter = (
  unit: UnitOfWork,
  actor: Actor,
  { params }: Given<typeof initiativesRoutes.removeFilter>,
): Promise<void> =>
  unit.run(actor, async (work) => {
    if (!(await deleteNamedFilters(work, actor.personId, params.id))) throw notFound();
  });
