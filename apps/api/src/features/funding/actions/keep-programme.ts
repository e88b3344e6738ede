import type { fundingRoutes, Given, ProgrammeView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { readProgrammeIn } from '../calls.queries.ts';
import { localizedOf } from '../funding-event.ts';
import { fundingPolicy } from '../funding.policy.ts';
import { lockProgramme, saveProgramme, saveProgrammeFollowing } from '../programmes.store.ts';

type To<Name extends 'addProgramme' | 'changeProgramme' | 'followProgramme'> = Given<(typeof fundingRoutes)[Name]>;

const periodIssues = ({ firstYear, lastYear }: { firstYear: number; lastYear: number }) =>
  lastYear < firstYear ? [bodyIssue('/lastYear', 'ends_before_start')] : [];

/** Adds a programme. */
export const addProgramme = (unit: UnitOfWork, actor: Actor, { body }: To<'addProgramme'>): Promise<ProgrammeView> =>
  unit.run(actor, async (work) => {
    allow(fundingPolicy.keepCalls(actor));
    refuse(periodIssues(body));
    const id = await saveProgramme(work, body);
    const programme = localizedOf(body.namePl, body.nameEn);
    work.record({
      kind: 'programme.added',
      facts: { programme },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      detail: { id, ...body },
    });
    return readProgrammeIn(work, actor, id);
  });

/** Changes what is said of a programme. */
export const changeProgramme = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { version, ...described } }: To<'changeProgramme'>,
): Promise<ProgrammeView> =>
  unit.run(actor, async (work) => {
    const { id, version: stands } = found(await lockProgramme(work, actor, params.id));
    allow(fundingPolicy.keepCalls(actor));
    const current = await readProgrammeIn(work, actor, id);
    expectVersion(version, stands, () => current);
    refuse(periodIssues(described));
    await saveProgramme(work, described, id);
    const programme = localizedOf(described.namePl, described.nameEn);
    work.record({
      kind: 'programme.changed',
      facts: { programme },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      detail: { id, ...described },
    });
    return readProgrammeIn(work, actor, id);
  });

/** Follows a programme, or no more. One's own affair, as with initiatives. */
export const followProgramme = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: To<'followProgramme'>,
): Promise<ProgrammeView> =>
  unit.run(actor, async (work) => {
    const { id } = found(await lockProgramme(work, actor, params.id));
    await saveProgrammeFollowing(work, id, actor.personId, body.following);
    return readProgrammeIn(work, actor, id);
  });
