import type { ElectionReport, ElectionResult, Given, ProblemSlug, appointmentsRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import type { HoldingsOf } from '../../../kernel/holdings.ts';
import { daysAfter } from '../../../kernel/moments.ts';
import { allow } from '../../../kernel/policy.ts';
import { Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { insertAppointment, invite, lockInvitationsTo, takeBack } from '../../accounts/index.ts';
import { appointmentPolicy } from '../appointment.policy.ts';
import { endsNow } from '../appointment.rules.ts';
import { lockExecutive, lockOrganization, saveEnd, today } from '../appointments.store.ts';
import { letGo } from '../hand-over.ts';
import { recordEnd } from './end-appointment.ts';

type Body = Given<typeof appointmentsRoutes.applyElection>['body'];
type Row = Body['rows'][number];

/** What a refused invitation says of its row. */
const refusals: Partial<Record<ProblemSlug, ElectionResult>> = {
  'already-appointed': 'already_appointed',
  'account-blocked': 'account_blocked',
};

/** Carries the report of a preview out of the transaction, which it ends without a trace. */
class Previewed extends Error {
  constructor(readonly report: ElectionReport) {
    super('previewed');
  }
}

/**
 * Election night: for each gmina the former mayor's office ends with the day before the term, and what they held stands
 * without a keeper; who was re-elected holds a new one; who is new is invited. Rows that cannot be done are told and left out.
 */
export const applyElection = (
  unit: UnitOfWork,
  actor: Actor,
  registry: readonly HoldingsOf[],
  body: Body,
): Promise<ElectionReport> => unit.run(actor, (work) => runElection(work, actor, registry, body));

/** The same deed, ended without a trace: a preview cannot say anything else than what would happen. */
export async function previewElection(
  unit: UnitOfWork,
  actor: Actor,
  registry: readonly HoldingsOf[],
  body: Body,
): Promise<ElectionReport> {
  const previewing = unit.run(actor, async (work): Promise<never> => {
    throw new Previewed(await runElection(work, actor, registry, body));
  });
  return previewing.catch((error: unknown) => {
    if (error instanceof Previewed) return error.report;
    throw error;
  });
}

async function runElection(
  work: Work,
  actor: Actor,
  registry: readonly HoldingsOf[],
  { startsOn, basis, rows }: Body,
): Promise<ElectionReport> {
  allow(appointmentPolicy.runElection(actor));
  const current = await today(work);
  const report: ElectionReport['rows'] = [];
  // In one order for everybody, so that two election nights never wait for each other crosswise.
  for (const row of rows.toSorted((one, other) => one.organizationId.localeCompare(other.organizationId))) {
    const result = await elect(work, actor, registry, row, { startsOn, basis, current });
    report.push({ organizationId: row.organizationId, result });
  }
  return { rows: report };
}

async function elect(
  work: Work,
  actor: Actor,
  registry: readonly HoldingsOf[],
  row: Row,
  { startsOn, basis, current }: { startsOn: string; basis: string; current: string },
): Promise<ElectionResult> {
  const { organizationId } = row;
  const organization = await lockOrganization(work, organizationId);
  if (!organization?.isMember) return 'unknown_organization';
  const former = await lockExecutive(work, organizationId);
  if (former && former.startsOn >= startsOn)
    return row.outcome === 'RE_ELECTED' ? 'already_appointed' : 'starts_too_early';
  const office = 'EXECUTIVE' as const;
  const lastDay = daysAfter(startsOn, -1);

  if (row.outcome === 'RE_ELECTED') {
    if (!former) return 'no_holder';
    await saveEnd(work, former.id, lastDay);
    const { personId } = former;
    const term = { personId, organizationId, office, startsOn, endsOn: null, basis, supersedesId: former.id };
    const id = await insertAppointment(work, term);
    work.record({
      kind: 'appointment.began',
      facts: { organization: organization.name, office, person: personId },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      organizationId,
      personId,
      detail: { appointmentId: id, basis },
    });
    return 'reappointed';
  }

  // Who was asked to the office before is asked for this term, or not at all.
  const open = await lockInvitationsTo(work, organizationId, office);
  const same = open.find(({ email, startsOn: day }) => email === row.email && day === startsOn);
  await takeBack(
    work,
    actor,
    open.flatMap(({ id }) => (id === same?.id ? [] : [id])),
  );
  if (same) return 'invitation_exists';
  const refusal = await inviteNew(work, actor, row, { startsOn, basis, ...(former && { supersedesId: former.id }) });
  if (refusal) return refusal;
  if (!former) return 'invited';
  if (endsNow(lastDay, current)) await letGo(work, actor, registry, former);
  await saveEnd(work, former.id, lastDay);
  recordEnd(work, actor, former);
  return 'replaced';
}

async function inviteNew(
  work: Work,
  actor: Actor,
  { organizationId, name, email }: Extract<Row, { outcome: 'NEW' }>,
  terms: { startsOn: string; basis: string; supersedesId?: string },
): Promise<ElectionResult | undefined> {
  try {
    await invite(work, actor, { organizationId, name, email, office: 'EXECUTIVE', language: 'pl', ...terms });
    return undefined;
  } catch (error) {
    const result = error instanceof Problem ? refusals[error.slug] : undefined;
    if (!result) throw error;
    return result;
  }
}
