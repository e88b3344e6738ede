import type { BudgetView } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { initiativeIsVisible } from '../initiatives/index.ts';
import { presentBudget, type BudgetRow } from './budget.presenter.ts';
import { standingIn } from './budgets.store.ts';

/** The versions, the latest first; whole are the one that is shown, the latest, and the one in force. */
const versions = (asked: number | undefined): Prisma.Sql => Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object(
            'number', version.number, 'state', version.state, 'reason', version.reason, 'writtenBy', writer.name,
            'writtenAt', to_json(version.written_at), 'agreedAt', to_json(version.agreed_at),
            'plnPerEur', version.pln_per_eur, 'rateDay', version.rate_day::text, 'rateSource', version.rate_source,
            'grantRate', version.grant_rate, 'total', version.total, 'grant', version.grant_amount,
            'own', version.own_amount, 'shares',
            CASE WHEN version.number = ${asked ?? 0}::int OR NOT EXISTS (
              SELECT FROM budget_version later WHERE later.initiative_id = version.initiative_id
                AND later.number > version.number AND (later.state = 'AGREED' OR version.state <> 'AGREED'))
            THEN (
              SELECT coalesce(json_agg(json_build_object(
                        'organizationId', share.organization_id, 'grant', share.grant_amount, 'own', share.own_amount,
                        'agreedBy', agreer.name, 'agreedAt', to_json(share.agreed_at), 'lines',
                        (SELECT coalesce(json_agg(json_build_object('category', line.category, 'grant', line.grant_amount,
                                  'own', line.own_amount) ORDER BY line.category), '[]')
                         FROM budget_line line WHERE line.share_id = share.id))
                      ORDER BY organization.name COLLATE "pl-x-icu", organization.id), '[]')
              FROM budget_share share JOIN organization ON organization.id = share.organization_id
              LEFT JOIN person agreer ON agreer.id = share.agreed_by_id
              WHERE share.version_id = version.id) END)
          ORDER BY version.number DESC), '[]')
   FROM budget_version version JOIN person writer ON writer.id = version.written_by_id
   WHERE version.initiative_id = initiative.id)`;

const participants = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object(
            'id', organization.id, 'name', organization.name, 'kind', organization.kind,
            'standing', ${standingIn(Prisma.sql`initiative.id`)},
            'takesPart', EXISTS (SELECT FROM initiative_part part WHERE part.initiative_id = initiative.id
              AND part.organization_id = organization.id AND part.state <> 'WITHDRAWN'),
            'letIn', EXISTS (SELECT FROM initiative_part part WHERE part.initiative_id = initiative.id
              AND part.organization_id = organization.id AND (part.state = 'CONFIRMED' OR (part.state = 'DECLARED'
                AND (organization.kind <> 'MUNICIPALITY' OR organization.id = initiative.proposed_by_id)))))
          ORDER BY organization.name COLLATE "pl-x-icu", organization.id), '[]')
   FROM organization WHERE organization.id IN (
     SELECT organization_id FROM initiative_part WHERE initiative_id = initiative.id
     UNION SELECT share.organization_id FROM budget_share share JOIN budget_version version ON version.id = share.version_id
           WHERE version.initiative_id = initiative.id))`;

const instalments = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object(
            'id', instalment.id, 'organizationId', instalment.organization_id, 'dueOn', instalment.due_on::text,
            'amount', instalment.amount, 'payer', instalment.payer, 'received', come.received,
            'late', instalment.due_on < portal_today() AND come.received < instalment.amount)
          ORDER BY instalment.due_on, instalment.id), '[]')
   FROM budget_instalment instalment CROSS JOIN LATERAL (
     SELECT coalesce(sum(receipt.amount), 0) AS received FROM budget_receipt receipt
     WHERE receipt.instalment_id = instalment.id) come
   WHERE instalment.initiative_id = initiative.id)`;

const claims = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object(
            'id', claim.id, 'organizationId', claim.organization_id, 'number', claim.number,
            'periodFrom', claim.period_from::text, 'periodTo', claim.period_to::text, 'amount', claim.amount,
            'note', claim.note, 'state', claim.state, 'acceptedAmount', claim.accepted_amount, 'reason', claim.reason,
            'received', (SELECT coalesce(sum(receipt.amount), 0) FROM budget_receipt receipt
                         WHERE receipt.claim_id = claim.id),
            'submittedAt', to_json(claim.submitted_at), 'submittedBy', submitter.name, 'submittedById', submitter.id,
            'decidedAt', to_json(claim.decided_at), 'decidedBy', decider.name, 'version', claim.version)
          ORDER BY claim.id DESC), '[]')
   FROM budget_claim claim LEFT JOIN person submitter ON submitter.id = claim.submitted_by_id
   LEFT JOIN person decider ON decider.id = claim.decided_by_id
   WHERE claim.initiative_id = initiative.id)`;

const receipts = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object(
            'id', receipt.id, 'organizationId', receipt.organization_id, 'amount', receipt.amount,
            'receivedOn', receipt.received_on::text, 'claimNumber', claim.number,
            'instalmentDueOn', instalment.due_on::text, 'note', receipt.note, 'by', person.name,
            'recordedAt', to_json(receipt.recorded_at), 'correctsId', receipt.corrects_id,
            'standsAt', receipt.amount + (SELECT coalesce(sum(correction.amount), 0) FROM budget_receipt correction
                                          WHERE correction.corrects_id = receipt.id))
          ORDER BY receipt.received_on DESC, receipt.id DESC), '[]')
   FROM budget_receipt receipt JOIN person ON person.id = receipt.person_id
   LEFT JOIN budget_claim claim ON claim.id = receipt.claim_id
   LEFT JOIN budget_instalment instalment ON instalment.id = receipt.instalment_id
   WHERE receipt.initiative_id = initiative.id)`;

const budgetOf = (actor: Actor, initiativeId: string, asked: number | undefined): Prisma.Sql => Prisma.sql`
  SELECT initiative.id, json_build_object('pl', initiative.title_pl, 'en', initiative.title_en) AS title, initiative.stage,
         initiative.proposed_by_id AS "proposedById", lead.organization_id AS "leadId", budget.currency, budget.version,
         ${versions(asked)} AS versions, ${participants} AS participants, ${instalments} AS instalments,
         ${claims} AS claims, ${receipts} AS receipts
  FROM initiative LEFT JOIN budget ON budget.initiative_id = initiative.id
  LEFT JOIN initiative_part lead ON lead.initiative_id = initiative.id AND lead.role = 'LEAD_PARTNER'
    AND lead.state = 'CONFIRMED'
  WHERE initiative.id = ${initiativeId}::uuid AND ${initiativeIsVisible(actor)}`;

/** What is known of the money of an initiative that the actor may see; undefined where the actor may not. */
export async function findBudgetRow(
  db: Reader,
  actor: Actor,
  initiativeId: string,
  asked?: number,
): Promise<BudgetRow | undefined> {
  const [row] = await db.rows<BudgetRow>(budgetOf(actor, initiativeId, asked));
  // A version that never was is nothing.
  return row && (asked === undefined || row.versions.some(({ number }) => number === asked)) ? row : undefined;
}

/** The budget of an initiative as the actor sees it, in the version that is asked for or the latest. */
export async function readBudget(
  db: Reader,
  actor: Actor,
  initiativeId: string,
  asked?: number,
): Promise<BudgetView | undefined> {
  const row = await findBudgetRow(db, actor, initiativeId, asked);
  return row && presentBudget(row, actor, asked);
}

/** The same inside a work, for what a deed answers. */
export const readBudgetIn = async (work: Work, actor: Actor, initiativeId: string): Promise<BudgetView> =>
  found(await readBudget({ rows: (sql) => rowsOf(work, sql) }, actor, initiativeId));
