import { soughtAtMost, type CardView, type Country, type PartnerKind } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { partnerKinds } from '../../lib/choices.ts';
import {
  AreaControl,
  DateControl,
  FormBody,
  RadioControl,
  TextControl,
  useContractForm,
  useField,
  type ContractForm,
} from '../../lib/contract-form.tsx';
import { api as contract, cardTexts } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { TopicsControl } from '../../lib/description-controls.tsx';
import { useFormat } from '../../lib/format.ts';
import { useLanguage, useLocalized } from '../../lib/i18n.ts';
import { useMeanwhile } from '../../lib/meanwhile.ts';
import { MoneyControl } from '../../lib/money-control.tsx';
import { zlotyOf } from '../../lib/money.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.ts';
import { useFieldLabels } from './card-labels.ts';
import { countries } from './choices.ts';
import { NumberControl, Several } from './controls.tsx';
import { useNames } from './names.ts';
import { cardQuery } from './partners.queries.ts';

const writing = getRouteApi('/app/partnerzy/karty/nowa');
const changing = getRouteApi('/app/partnerzy/karty/$cardId/zmiana');

type WriteForm = ReturnType<typeof useContractForm<typeof contract.writePartnerCard.body>>;

interface WrittenSought {
  readonly kind: PartnerKind;
  readonly countries?: Country[] | undefined;
  readonly bringsPl: string;
  readonly bringsEn?: string | undefined;
}

/** Whom the card looks for: one by one. */
const SoughtControl = ({ of }: { readonly of: WriteForm }) => {
  const { t } = useTranslation('partners');
  const names = useNames();
  const { value, onChange, label, error, ref } = useField({ of, name: 'sought' });
  const sought: readonly WrittenSought[] = value || [];
  const change = (at: number, by: Partial<WrittenSought>): void =>
    onChange(sought.map((one, place) => (place === at ? { ...one, ...by } : one)));
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="pb-1 font-semibold">{label}</legend>
      <div ref={ref} tabIndex={-1}>
        <p className={error ? 'text-small font-semibold text-bad' : 'text-small text-soft'}>
          {error ?? t('cardField.soughtHint')}
        </p>
      </div>
      <ol className="flex flex-col gap-4">
        {sought.map((one, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- who is looked for has no name yet
          <li key={at}>
            <fieldset className="flex min-w-0 flex-col gap-3 rounded-control border border-line p-4">
              <legend className="px-1 text-small text-soft">{t('cardField.soughtNumber', { number: at + 1 })}</legend>
              <Select<PartnerKind>
                label={t('kindLabel')}
                value={one.kind}
                onChange={(kind) => change(at, { kind })}
                options={partnerKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
              />
              <Several<Country>
                label={t('cardField.soughtCountries')}
                hint={t('cardField.soughtCountriesHint')}
                value={one.countries ?? []}
                onChange={(chosen) => change(at, { countries: chosen })}
                options={countries.map((country) => ({ value: country, label: names.country(country) }))}
              />
              <TextField
                label={t('cardField.soughtBringsPl')}
                lang="pl"
                value={one.bringsPl}
                onChange={(bringsPl) => change(at, { bringsPl })}
              />
              <TextField
                label={t('cardField.soughtBringsEn')}
                lang="en"
                value={one.bringsEn ?? ''}
                onChange={(bringsEn) => change(at, { bringsEn: bringsEn === '' ? undefined : bringsEn })}
              />
              <div>
                <Button
                  kind="quiet"
                  label={t('cardField.soughtRemoveNumber', { number: at + 1 })}
                  onPress={() => onChange(sought.filter((_, place) => place !== at))}
                >
                  {t('cardField.soughtRemove')}
                </Button>
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
      {sought.length < soughtAtMost && (
        <div>
          <Button onPress={() => onChange([...sought, { kind: 'AUTHORITY', countries: [], bringsPl: '' }])}>
            <Plus aria-hidden className="size-5" />
            {t('cardField.soughtAdd')}
          </Button>
        </div>
      )}
    </fieldset>
  );
};

const currencies = [
  { value: 'EUR', label: 'EUR' },
  { value: 'PLN', label: 'PLN' },
] as const;

/** A text in both languages, one after the other. */
const Texts = ({ of, text }: { readonly of: WriteForm; readonly text: (typeof cardTexts)[number] }) => (
  <>
    <AreaControl of={of} name={`${text}Pl`} maximum={3000} />
    <AreaControl of={of} name={`${text}En`} maximum={3000} />
  </>
);

const Controls = ({ of }: { readonly of: WriteForm }) => {
  const { t } = useTranslation('partners');
  return (
    <>
      <TextControl of={of} name="titlePl" lang="pl" />
      <TextControl of={of} name="titleEn" lang="en" />
      <TextControl of={of} name="acronym" />
      <TextControl of={of} name="programme" />
      <TextControl of={of} name="priority" />
      {(['challenge', 'aim', 'activities', 'results'] as const).map((text) => (
        <Texts key={text} of={of} text={text} />
      ))}
      <SoughtControl of={of} />
      <MoneyControl of={of} name="budgetFrom" />
      <MoneyControl of={of} name="budgetTo" />
      <RadioControl of={of} name="currency" options={currencies} />
      <NumberControl of={of} name="durationMonths" />
      <Texts of={of} text="timetable" />
      <DateControl of={of} name="answerBy" />
      <Texts of={of} text="about" />
      <TextControl of={of} name="officeName" hint={t('cardField.officeHint')} />
      <TextControl of={of} name="officeEmail" type="email" />
      <TextControl of={of} name="officePhone" />
      <TopicsControl of={of as unknown as ContractForm<{ topics?: string[] | undefined }>} />
    </>
  );
};

const Head = ({ title, lead }: { readonly title: string; readonly lead: string }) => {
  const { t } = useTranslation('partners');
  return (
    <PageHeader
      title={title}
      lead={lead}
      above={
        <Breadcrumbs>
          <Link to="/app/partnerzy/karty" look="soft">
            {t('cards.title')}
          </Link>
        </Breadcrumbs>
      }
    />
  );
};

/** Writes a card: a draft that can be begun by its title. */
export const WriteCardPage = () => {
  const { t } = useTranslation('partners');
  const navigate = useNavigate();
  const labels = useFieldLabels();
  const { inicjatywa } = writing.useSearch();
  const write = useDeed(api.writePartnerCard, ({ id }) => {
    toast({ message: t('cards.done') });
    void navigate({ to: '/app/partnerzy/karty/$cardId', params: { cardId: id } });
  });
  const form = useContractForm(contract.writePartnerCard.body, {
    defaults: {
      titlePl: '',
      sought: [],
      currency: 'EUR',
      topics: [],
      ...(inicjatywa && { initiativeId: inicjatywa }),
    },
    labels,
    draft: { name: `card.${inicjatywa ?? 'new'}`, fields: Object.keys(labels) },
    send: (body, outcome) => write.mutate({ body }, outcome),
  });
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <Head title={t('cards.writeTitle')} lead={t('cards.writeLead')} />
      <FormBody of={form} action={t('cards.send')} deed={write}>
        <Controls of={form} />
      </FormBody>
    </div>
  );
};

/** What the form holds of a card. */
const valuesOf = (card: CardView) => ({
  titlePl: card.title.pl,
  titleEn: card.title.en ?? undefined,
  acronym: card.acronym ?? undefined,
  programme: card.programme ?? undefined,
  priority: card.priority ?? undefined,
  ...Object.fromEntries(
    cardTexts.flatMap((text) => [
      [`${text}Pl`, card[text].pl ?? undefined],
      [`${text}En`, card[text].en ?? undefined],
    ]),
  ),
  sought: card.sought.map(({ bringsEn, ...who }) => ({ ...who, bringsEn: bringsEn ?? undefined })),
  budgetFrom: card.budgetFrom ?? undefined,
  budgetTo: card.budgetTo ?? undefined,
  currency: card.currency,
  durationMonths: card.durationMonths ?? undefined,
  answerBy: card.answerBy ?? undefined,
  officeName: card.officeName ?? undefined,
  officeEmail: card.officeEmail ?? undefined,
  officePhone: card.officePhone ?? undefined,
  topics: card.topics,
  version: card.version,
});

const ChangeForm = ({ card: current }: { readonly card: CardView }) => {
  const { t } = useTranslation('partners');
  const navigate = useNavigate();
  const format = useFormat();
  const names = useNames();
  const labels = useFieldLabels();
  const language = useLanguage();
  const { begun, meanwhile } = useMeanwhile(current, valuesOf, {
    answerBy: format.day,
    budgetFrom: (grosze: number) => zlotyOf(grosze, language),
    budgetTo: (grosze: number) => zlotyOf(grosze, language),
    sought: (sought: readonly WrittenSought[]) =>
      sought
        .map(({ kind, countries: where = [], bringsPl }) =>
          [t(`kind.${kind}`), ...where.map(names.country), bringsPl].join(', '),
        )
        .join('\n'),
  });
  const { id, version } = begun;
  const change = useDeed(api.changePartnerCard, () => {
    toast({ message: t('cards.done') });
    void navigate({ to: '/app/partnerzy/karty/$cardId', params: { cardId: id } });
  });
  const form = useContractForm(contract.changePartnerCard.body, {
    defaults: valuesOf(begun),
    labels,
    // Words that were written on another version are not laid over this one.
    draft: { name: `card.${id}.${version}`, fields: Object.keys(labels) },
    meanwhile,
    send: (body, outcome) => change.mutate({ params: { id }, body }, outcome),
  });
  return (
    <FormBody of={form} action={t('cards.send')} deed={change}>
      <Controls of={form as unknown as WriteForm} />
    </FormBody>
  );
};

/** Changes what a card says. */
export const ChangeCardPage = () => {
  const { t } = useTranslation('partners');
  const localized = useLocalized();
  const { cardId } = changing.useParams();
  const { data: card } = useSuspenseQuery(cardQuery(cardId));
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <Head title={t('cards.changeTitle', { title: localized(card.title) })} lead={t('cards.missingNext')} />
      <ChangeForm key={card.id} card={card} />
    </div>
  );
};
