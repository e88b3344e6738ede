import {
  type BudgetPlan,
  type BudgetShare,
  type BudgetView,
  type CostCategory,
  type ShareStanding,
} from '@blizej/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { ConfirmDeed } from '../../lib/confirm-deed.tsx';
import { useDeed } from '../../lib/deed.ts';
import { useFormat } from '../../lib/format.ts';
import { ReasonDialog } from '../../lib/reason-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Rows, Section } from '../../ui/section.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import { Scroller } from '../../ui/table.tsx';
import { toast } from '../../ui/toast.ts';
import { useAmounts } from './use-amounts.ts';

/** In which order the categories stand. */
const order: readonly CostCategory[] = ['STAFF', 'OFFICE', 'TRAVEL', 'EXPERTS', 'EQUIPMENT', 'INFRASTRUCTURE', 'OTHER'];

const tones: Record<ShareStanding, Tone> = {
  CONFIRMED: 'good',
  DECLARED: 'waiting',
  WITHDRAWN: 'late',
  NOT_MEMBER: 'late',
};

interface ShareProps {
  readonly budget: BudgetView;
  readonly plan: BudgetPlan;
  readonly share: BudgetShare;
}

const ShareRow = ({ budget, plan, share }: ShareProps) => {
  const { t } = useTranslation('budgets');
  const money = useAmounts();
  const format = useFormat();
  const [isObjecting, setObjecting] = useState(false);
  const [isAgreeing, setAgreeing] = useState(false);
  const { organization, standing, grant, own, agreedBy, agreedAt, abilities } = share;
  const { name } = organization;
  const params = { id: budget.initiative.id, organizationId: organization.id };
  const { version } = budget;
  const object = useDeed(api.objectToShare, () => {
    setObjecting(false);
    toast({ message: t('share.objected') });
  });
  const { currency } = plan;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-4">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {name}
          {standing !== 'CONFIRMED' && <Status tone={tones[standing]}>{t(`standing.${standing}`)}</Status>}
          {standing === 'CONFIRMED' && plan.state !== 'DRAFT' && (
            <Status tone={agreedAt ? 'good' : 'waiting'}>{t(agreedAt ? 'share.isAgreed' : 'share.waits')}</Status>
          )}
        </p>
        <p className="tabular-nums">{t('share.sums', { grant: money(grant, currency), own: money(own, currency) })}</p>
        {agreedAt && (
          <p className="text-small text-soft">
            {[agreedBy, format.relativeMoment(agreedAt)].filter(Boolean).join(' · ')}
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        {abilities.agree && (
          <Button kind="primary" label={t('share.agreeOf', { name })} onPress={() => setAgreeing(true)}>
            {t('share.agree')}
          </Button>
        )}
        {abilities.object && (
          <Button kind="quiet" label={t('share.objectOf', { name })} onPress={() => setObjecting(true)}>
            {t('share.object')}
          </Button>
        )}
      </div>
      {isAgreeing && (
        <ConfirmDeed
          title={t('share.agreeTitle', { name })}
          action={t('share.agree')}
          route={api.agreeToShare}
          sent={{ params, body: { version } }}
          done={t('share.agreed', { name })}
          onClose={() => setAgreeing(false)}
        >
          <p>{t('share.agreeWhat', { name, grant: money(grant, currency), own: money(own, currency) })}</p>
          <p>{t('share.agreeThen')}</p>
        </ConfirmDeed>
      )}
      {isObjecting && (
        <ReasonDialog
          title={t('share.objectTitle', { name })}
          hint={t('share.objectHint')}
          action={t('share.object')}
          deed={object}
          onSend={(reason) => object.mutate({ params, body: { reason, version } })}
          onClose={() => setObjecting(false)}
        />
      )}
    </li>
  );
};

interface SharesProps {
  readonly budget: BudgetView;
  readonly plan: BudgetPlan;
  readonly shares: readonly BudgetShare[];
}

/** Each participant's share, to which it agrees by itself. */
export const Shares = ({ budget, plan, shares }: SharesProps) => {
  const { t } = useTranslation('budgets');
  const agreed = shares.filter(({ agreedAt }) => agreedAt !== null).length;
  return (
    <Section
      title={t('share.title')}
      {...(plan.state !== 'DRAFT' && { aside: t('share.agreedOf', { agreed, total: shares.length }) })}
    >
      <Rows>
        {shares.map((share) => (
          <ShareRow key={share.organization.id} budget={budget} plan={plan} share={share} />
        ))}
      </Rows>
    </Section>
  );
};

const head = 'px-3 py-2 text-end text-small font-semibold text-soft';
const cell =
  'px-3 py-2 text-end tabular-nums whitespace-nowrap max-sm:flex max-sm:items-baseline max-sm:justify-between max-sm:gap-4 max-sm:py-1';
const row = 'max-sm:block max-sm:py-2';

/** The lines: cost categories by participants, grant above own contribution. */
export const Lines = ({ plan, shares }: Omit<SharesProps, 'budget'>) => {
  const { t } = useTranslation('budgets');
  const money = useAmounts();
  const { currency } = plan;
  const used = shares.flatMap(({ lines }) => lines.map(({ category }) => category));
  const categories = [...new Set<CostCategory>(used)].toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  const amounts = (grant: number, own: number) => (
    <span>
      <span className="block">{money(grant, currency)}</span>
      <span className="block text-small text-soft">{money(own, currency)}</span>
    </span>
  );
  // On a phone each category is a card, and its amounts say themselves whose they are.
  const whose = (name: string) => (
    <span aria-hidden className="min-w-0 text-start text-small font-normal whitespace-normal text-soft sm:hidden">
      {name}
    </span>
  );
  const sumOf = (category: CostCategory, part: 'grant' | 'own'): number =>
    shares.reduce((sum, { lines }) => sum + (lines.find((line) => line.category === category)?.[part] ?? 0), 0);
  return (
    <Section title={t('lines.title')} aside={t('lines.how')}>
      <Scroller label={t('lines.caption')}>
        <table className="w-full border-collapse max-sm:block">
          <caption className="sr-only">{t('lines.caption')}</caption>
          <thead className="max-sm:sr-only">
            <tr className="border-b border-control">
              <th scope="col" className="px-3 py-2 text-start text-small font-semibold text-soft">
                {t('category')}
              </th>
              {shares.map(({ organization }) => (
                <th key={organization.id} scope="col" className={head}>
                  {organization.name}
                </th>
              ))}
              <th scope="col" className={head}>
                {t('together')}
              </th>
            </tr>
          </thead>
          <tbody className="max-sm:block">
            {categories.map((category) => (
              <tr key={category} className={classes(row, 'border-b border-line')}>
                <th scope="row" className="px-3 py-2 text-start font-semibold max-sm:block">
                  {t(`cost.${category}`)}
                </th>
                {shares.map(({ organization, lines }) => {
                  const line = lines.find((one) => one.category === category);
                  return (
                    <td key={organization.id} className={line ? cell : 'px-3 py-2 text-end max-sm:hidden'}>
                      {whose(organization.name)}
                      {line ? amounts(line.grant, line.own) : <span className="text-soft">–</span>}
                    </td>
                  );
                })}
                <td className={cell}>
                  {whose(t('together'))}
                  {amounts(sumOf(category, 'grant'), sumOf(category, 'own'))}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot className="max-sm:block">
            <tr className={classes(row, 'border-t border-control font-semibold')}>
              <th scope="row" className="px-3 py-2 text-start max-sm:block">
                {t('together')}
              </th>
              {shares.map(({ organization, grant, own }) => (
                <td key={organization.id} className={cell}>
                  {whose(organization.name)}
                  {amounts(grant, own)}
                </td>
              ))}
              <td className={cell}>
                {whose(t('together'))}
                {amounts(plan.grant, plan.own)}
              </td>
            </tr>
          </tfoot>
        </table>
      </Scroller>
    </Section>
  );
};
