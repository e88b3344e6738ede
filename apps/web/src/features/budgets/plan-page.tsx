import { type BudgetCurrency, type BudgetView, type Issue } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Suspense, useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, isProblem } from '../../lib/api.ts';
import { api as contract, balanceIssues, budgetCurrency, costCategory } from '../../lib/contract.ts';
import { SavedMeanwhile } from '../../lib/contract-form.tsx';
import { useDeed } from '../../lib/deed.ts';
import { useCarriedOver, useDraft } from '../../lib/draft.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { useLanguage, useLocalized } from '../../lib/i18n.ts';
import { useMeanwhile } from '../../lib/meanwhile.ts';
import { amountIssue, boundOf } from '../../lib/money.ts';
import { useIssueWords } from '../../lib/problem-words.ts';
import { useSession } from '../../lib/session.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.ts';
import { budgetQuery } from './budgets.queries.ts';
import { beginDraft, planOf, typedAt, withLines, withSums, type DraftPlan, type DraftShare } from './draft-plan.ts';
import { ImportLines } from './import-lines.tsx';
import { ShareFields } from './share-fields.tsx';

const route = getRouteApi('/app/inicjatywy/$initiativeId/budzet/plan');

const topFields = [
  'reason',
  'currency',
  'rate/plnPerEur',
  'rate/day',
  'rate/source',
  'total',
  'grantRate',
  'grant',
  'own',
] as const;

/** In which words a value is refused that the contract refuses: its limits, as people write them. */
const codeOf = (path: readonly PropertyKey[]): 'missing' | 'percent' | 'rate' => {
  const [first, second] = path;
  if (first === 'grantRate') return 'percent';
  return first === 'rate' && second === 'plnPerEur' ? 'rate' : 'missing';
};

const isAmount = (path: readonly PropertyKey[]): boolean => ['total', 'grant', 'own'].includes(String(path.at(-1)));

/** What was kept of a draft; nothing where it cannot be read. */
const readKept = (kept: string | null): Partial<DraftPlan> => {
  try {
    const value: unknown = JSON.parse(kept ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
};

/** Where an issue with the sent plan stands in the form: lines go by their categories there. */
const fieldOf = (pointer: string, plan: ReturnType<typeof planOf>): string => {
  const [, at = '', place] = /^\/shares\/(\d+)(?:\/lines\/(\d+))?/.exec(pointer) ?? [];
  if (at === '' || place === undefined) return pointer;
  const category = plan.shares[Number(at)]?.lines[Number(place)]?.category ?? '';
  return pointer.replace(`/lines/${place}`, `/lines/${category}`);
};

const PlanForm = ({ budget: current }: { readonly budget: BudgetView }) => {
  const { t } = useTranslation('budgets');
  const say = useIssueWords();
  const format = useFormat();
  const language = useLanguage();
  const { begun: budget, meanwhile } = useMeanwhile(
    current,
    (view) => ({ ...beginDraft(view, format.today, language) }),
    {
      currency: (currency: BudgetCurrency) => t(`currency.${currency}`),
      rateDay: format.day,
      shares: (shares: readonly DraftShare[]) =>
        shares
          .map(({ organizationId, grant, own }) =>
            [nameOf(organizationId), [t('grant'), grant].join(' '), [t('own'), own].join(' ')].join(', '),
          )
          .join('\n'),
    },
  );
  const navigate = useNavigate();
  const formId = useId();
  const { person } = useSession();
  const { initiative, detail, plan: former, versions } = budget;
  // What was written on another version is not laid over this one.
  const kept = useDraft(person.id, `budget.${initiative.id}.${budget.version}`);
  const [draft, setDraft] = useState<DraftPlan>(() => ({
    ...beginDraft(budget, format.today, language),
    ...readKept(kept.kept),
  }));
  useCarriedOver(kept, () => JSON.stringify(draft));
  const [wrong, setWrong] = useState<{
    readonly attempt: number;
    readonly issues: readonly Issue[];
    /** What was refused. */
    readonly refused: DraftPlan;
  }>({ attempt: 0, issues: [], refused: draft });
  const planned = useDeed(api.planBudget, () => {
    kept.clear();
    toast({ message: t('form.done') });
    void navigate({ to: '/app/inicjatywy/$initiativeId/budzet', params: { initiativeId: initiative.id } });
  });
  const change = (next: DraftPlan): void => {
    setDraft(next);
    kept.keep(JSON.stringify(next));
  };
  const names = new Map([
    ...(detail?.shares ?? []).map(({ organization }) => [organization.id, organization.name] as const),
    ...(detail?.participants ?? []).map(({ id, name }) => [id, name] as const),
  ]);
  const nameOf = (id: string): string => names.get(id) ?? '';
  const takesPart = (id: string): boolean => detail?.participants.some((one) => one.id === id) ?? false;
  const others = (detail?.participants ?? []).filter(
    ({ id }) => !draft.shares.some(({ organizationId }) => organizationId === id),
  );
  const needsReason = former?.state === 'AGREED';
  const isCurrencyFixed = versions.some(({ state }) => state === 'AGREED');

  const refuseWith = (issues: readonly Issue[]): void =>
    setWrong({ attempt: wrong.attempt + 1, issues, refused: draft });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const plan = planOf(draft, costCategory.options);
    const checked = contract.planBudget.body.safeParse({ ...plan, version: budget.version });
    const issues: Issue[] = checked.success
      ? [
          ...(needsReason && checked.data.reason === undefined
            ? [{ in: 'body' as const, pointer: '/reason', code: 'reason_for_change' }]
            : []),
          ...balanceIssues(checked.data),
        ]
      : checked.error.issues.map(({ path, ...issue }) => {
          const pointer = `/${path.join('/')}`;
          const said = isAmount(path) ? amountIssue(typedAt(draft, fieldOf(pointer, plan)), boundOf(issue)) : undefined;
          return { in: 'body' as const, pointer, ...(said ?? { code: codeOf(path) }) };
        });
    const placed = (all: readonly Issue[]) => all.map((issue) => ({ ...issue, pointer: fieldOf(issue.pointer, plan) }));
    refuseWith(placed(issues));
    if (!checked.success || issues.length > 0) return;
    planned.mutate(
      { params: { id: initiative.id }, body: checked.data },
      {
        onError: (error) => {
          if (isProblem(error, 'invalid')) refuseWith(placed(error.issues));
          meanwhile.meet(error, { ...draft }, (patch) => change({ ...draft, ...patch }));
        },
      },
    );
  };

  const words = ({ code, ...issue }: Issue): string =>
    code === 'rate' || code === 'percent' || code === 'missing' ? t(`limits.${code}`) : say({ code, ...issue });
  const nameOfField = (pointer: string): string => {
    const [, at, rest = ''] = /^\/shares\/(\d+)(.*)$/.exec(pointer) ?? [];
    if (at === undefined) {
      const field = topFields.find((name) => `/${name}` === pointer);
      return field ? t(`form.field.${field}`) : t('form.shares');
    }
    const part = rest.endsWith('/own') ? t('own') : rest.endsWith('/grant') ? t('grant') : '';
    const category = costCategory.options.find((one) => rest.startsWith(`/lines/${one}/`));
    return [nameOf(draft.shares[Number(at)]?.organizationId ?? ''), category && t(`cost.${category}`), part]
      .filter(Boolean)
      .join(', ');
  };
  const nameOfDraft = (field: string): string =>
    nameOfField(`/${{ plnPerEur: 'rate/plnPerEur', rateDay: 'rate/day', rateSource: 'rate/source' }[field] ?? field}`);
  const errorOf = (pointer: string): string | undefined => {
    const issue = wrong.issues.find((one) => one.pointer === pointer);
    // What was said of how an amount was typed holds as long as that stands there.
    const isOver =
      issue?.code.startsWith('amount_') === true && typedAt(draft, pointer) !== typedAt(wrong.refused, pointer);
    return issue && !isOver ? words(issue) : undefined;
  };
  const fieldId = (pointer: string): string => `${formId}${pointer}`;
  const goTo = (pointer: string): void => {
    const share = /^\/shares\/\d+/.exec(pointer)?.[0];
    const target = document.getElementById(fieldId(pointer)) ?? document.getElementById(fieldId(share ?? '/rest'));
    (target?.matches('input') ? target : target?.querySelector<HTMLElement>('input, textarea, select'))?.focus();
  };
  const changeShare = (at: number, share: DraftShare): void =>
    change({ ...draft, shares: draft.shares.map((one, place) => (place === at ? share : one)) });
  const text = (field: 'total' | 'grant' | 'own' | 'grantRate', hint?: string) => (
    <div id={fieldId(`/${field}`)}>
      <TextField
        label={t(`form.field.${field}`)}
        hint={hint}
        inputMode="decimal"
        value={draft[field]}
        error={errorOf(`/${field}`)}
        onChange={(value) => change({ ...draft, [field]: value })}
      />
    </div>
  );
  return (
    <form onSubmit={send} noValidate className="flex flex-col gap-10">
      <ErrorSummary
        attempt={wrong.attempt}
        onGo={goTo}
        errors={wrong.issues.map((issue) => ({
          field: issue.pointer,
          message: `${nameOfField(issue.pointer)}: ${words(issue)}`,
        }))}
      />
      {needsReason && (
        <div id={fieldId('/reason')} className="max-w-2xl">
          <TextArea
            label={t('form.field.reason')}
            hint={t('form.reasonHint')}
            maximum={2000}
            value={draft.reason}
            error={errorOf('/reason')}
            onChange={(reason) => change({ ...draft, reason })}
          />
        </div>
      )}
      <Section title={t('form.whole')}>
        <div className="flex max-w-2xl flex-col gap-6">
          {!isCurrencyFixed && (
            <div id={fieldId('/currency')}>
              <RadioGroup
                label={t('form.field.currency')}
                value={draft.currency}
                options={budgetCurrency.options.map((value) => ({ value, label: t(`currency.${value}`) }))}
                onChange={(currency) => change({ ...draft, currency })}
              />
            </div>
          )}
          <div className="grid gap-5 sm:grid-cols-3">
            <div id={fieldId('/rate/plnPerEur')}>
              <TextField
                label={t('form.field.rate/plnPerEur')}
                hint={t('form.rateHint')}
                inputMode="decimal"
                value={draft.plnPerEur}
                error={errorOf('/rate/plnPerEur')}
                onChange={(plnPerEur) => change({ ...draft, plnPerEur })}
              />
            </div>
            <div id={fieldId('/rate/day')}>
              <DateField
                label={t('form.field.rate/day')}
                hint={t('form.rateDayHint')}
                value={draft.rateDay}
                error={errorOf('/rate/day')}
                onChange={(rateDay) => change({ ...draft, rateDay })}
              />
            </div>
            <div id={fieldId('/rate/source')}>
              <TextField
                label={t('form.field.rate/source')}
                hint={t('form.sourceHint')}
                value={draft.rateSource}
                error={errorOf('/rate/source')}
                onChange={(rateSource) => change({ ...draft, rateSource })}
              />
            </div>
          </div>
          <div className="grid gap-5 sm:grid-cols-2">
            {text('total', t('form.totalHint'))}
            {text('grantRate', t('form.grantRateHint'))}
            {text('grant')}
            {text('own')}
          </div>
        </div>
      </Section>
      <ImportLines
        initiativeId={initiative.id}
        currency={draft.currency}
        onUse={(shares) => change(withLines(draft, shares, language))}
      />
      <Section title={t('form.shares')}>
        <p className="max-w-prose text-soft">{t('form.sharesHint')}</p>
        <div className="grid gap-6 xl:grid-cols-2">
          {draft.shares.map((share, at) => (
            <div key={share.organizationId} id={fieldId(`/shares/${at}`)} className="min-w-0">
              <ShareFields
                name={nameOf(share.organizationId)}
                share={share}
                currency={draft.currency}
                isGone={!takesPart(share.organizationId)}
                fieldId={(pointer) => fieldId(`/shares/${at}${pointer}`)}
                errorOf={(pointer) => errorOf(`/shares/${at}${pointer}`)}
                onChange={(next) => changeShare(at, next)}
                onRemove={() => change({ ...draft, shares: draft.shares.filter((_, place) => place !== at) })}
              />
            </div>
          ))}
        </div>
        <div className="flex flex-wrap items-end gap-3">
          {others.length > 0 && (
            <Select
              label={t('form.add')}
              value=""
              options={[
                { value: '', label: t('form.choose') },
                ...others.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(organizationId) =>
                organizationId !== '' &&
                change({ ...draft, shares: [...draft.shares, { organizationId, grant: '', own: '', lines: {} }] })
              }
            />
          )}
          <Button onPress={() => change(withSums(draft, language))}>{t('form.takeSums')}</Button>
        </div>
      </Section>
      {meanwhile.told && (
        <Suspense>
          <SavedMeanwhile
            meanwhile={meanwhile}
            nameOf={nameOfDraft}
            onToggle={(field) => meanwhile.toggle(field, (patch) => change({ ...draft, ...patch }))}
          />
        </Suspense>
      )}
      {!isProblem(planned.error, 'invalid') && !isProblem(planned.error, 'version-conflict') && (
        <DeedFailure error={planned.error} />
      )}
      <div>
        <Button type="submit" kind="primary" isPending={planned.isPending}>
          {t('form.send')}
        </Button>
      </div>
    </form>
  );
};

/** Plans the budget of an initiative: the whole, each participant's share, and its lines. */
export const PlanBudgetPage = () => {
  const { t } = useTranslation('budgets');
  const localized = useLocalized();
  const { initiativeId } = route.useParams();
  const { data: budget } = useSuspenseQuery(budgetQuery(initiativeId));
  const { initiative, plan } = budget;
  const title = localized(initiative.title);
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t(plan?.state === 'AGREED' ? 'form.titleNew' : 'form.title', { title })}
        lead={t(plan?.state === 'AGREED' ? 'form.leadNew' : 'form.lead')}
        above={
          <Breadcrumbs>
            <Link to="/app/inicjatywy" look="soft">
              {t('initiatives')}
            </Link>
            <Link to="/app/inicjatywy/$initiativeId" params={{ initiativeId }} look="soft">
              {title}
            </Link>
            <Link to="/app/inicjatywy/$initiativeId/budzet" params={{ initiativeId }} look="soft">
              {t('name')}
            </Link>
          </Breadcrumbs>
        }
      />
      <PlanForm key={initiative.id} budget={budget} />
    </div>
  );
};
