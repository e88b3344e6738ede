import type { LetterTold } from '../../kernel/letters.ts';
import type { UnitOfWork } from '../../kernel/work.ts';
import { deedOf } from './deed-link.rules.ts';
import { insertDeedLink } from './deed-link.store.ts';

/** The link with which the reader of a letter decides what it tells of; undefined where there is nothing to decide. */
export const letterLink =
  (unit: UnitOfWork) =>
  async ({ kind, reason, personId, networkId, organizationId }: LetterTold) => {
    const deed = deedOf({ kind, reason });
    if (!deed || !networkId || !organizationId) return undefined;
    const token = await unit.run(null, (work) => insertDeedLink(work, { personId, deed, networkId, organizationId }));
    return { deed, path: `/decyzja#${token}` };
  };
