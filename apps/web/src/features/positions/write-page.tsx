import type { PositionView } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import {
  AreaControl,
  DateControl,
  FormBody,
  RadioControl,
  SelectControl,
  TextControl,
  useContractForm,
  useField,
  type ContractForm,
} from '../../lib/contract-form.tsx';
import { api as contract, positionNature } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { toast } from '../../ui/toast.ts';
import { ParagraphsControl, type WrittenParagraph } from './paragraphs-control.tsx';
import { draftingQuery, positionQuery } from './positions.queries.ts';
import { Threshold } from './threshold.tsx';

const writing = getRouteApi('/app/stanowiska/$positionId/tekst');

/** The paragraphs of either form. */
const Paragraphs = ({ of }: { readonly of: unknown }) => (
  <ParagraphsControl of={of as ContractForm<{ paragraphs: WrittenParagraph[] }>} />
);

/** The secretariat, or the people of a network's lead, draft a position. */
export const DraftPositionPage = () => {
  const { t } = useTranslation('positions');
  const localized = useLocalized();
  const navigate = useNavigate();
  const { data: drafting } = useSuspenseQuery(draftingQuery());
  const { forAssociation, networks } = drafting;
  const draft = useDeed(api.draftPosition, ({ id }) => {
    toast({ message: t('draft.done') });
    void navigate({ to: '/app/stanowiska/$positionId', params: { positionId: id } });
  });
  const form = useContractForm(contract.draftPosition.body, {
    defaults: {
      titlePl: '',
      occasion: '',
      aim: '',
      nature: 'POSITION',
      threshold: 50,
      isPublic: true,
      paragraphs: [{ pl: '' }],
      ...(!forAssociation && { networkId: networks[0]?.id }),
    },
    labels: {
      networkId: t('field.network'),
      titlePl: t('field.titlePl'),
      titleEn: t('field.titleEn'),
      occasion: t('field.occasion'),
      occasionEn: t('field.occasionEn'),
      aim: t('field.aim'),
      aimEn: t('field.aimEn'),
      wantedBy: t('field.wantedBy'),
      nature: t('field.nature'),
      threshold: t('field.threshold'),
      isPublic: t('field.isPublic'),
      paragraphs: t('text.title'),
    },
    draft: {
      name: 'position',
      fields: ['titlePl', 'titleEn', 'occasion', 'occasionEn', 'aim', 'aimEn', 'wantedBy', 'nature', 'paragraphs'],
    },
    items: { paragraphs: (number) => t('text.paragraph', { number }) },
    send: (body, outcome) => draft.mutate({ body }, outcome),
  });
  const share = useField({ of: form, name: 'threshold' });
  const publicly = useField({ of: form, name: 'isPublic' });
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <PageHeader
        title={t('draft.title')}
        lead={t('draft.lead')}
        above={
          <Breadcrumbs>
            <Link to="/app/stanowiska" look="soft">
              {t('title')}
            </Link>
          </Breadcrumbs>
        }
      />
      <FormBody of={form} action={t('draft.send')} deed={draft}>
        <SelectControl
          of={form}
          name="networkId"
          {...(forAssociation && { nothing: t('draft.ofAssociation') })}
          options={networks.map(({ id, name }) => ({ value: id, label: localized(name) }))}
        />
        <TextControl of={form} name="titlePl" lang="pl" />
        <TextControl of={form} name="titleEn" lang="en" hint={t('field.enHint')} />
        <AreaControl of={form} name="occasion" lang="pl" hint={t('field.occasionHint')} maximum={2000} />
        <AreaControl of={form} name="occasionEn" lang="en" hint={t('field.wordsEnHint')} maximum={2000} rows={2} />
        <AreaControl of={form} name="aim" lang="pl" hint={t('field.aimHint')} maximum={1000} rows={3} />
        <AreaControl of={form} name="aimEn" lang="en" hint={t('field.wordsEnHint')} maximum={1000} rows={2} />
        <DateControl of={form} name="wantedBy" hint={t('field.wantedByHint')} />
        <Paragraphs of={form} />
        <RadioControl
          of={form}
          name="nature"
          options={positionNature.options.map((value) => ({
            value,
            label: t(`nature.${value}`),
            hint: t(`natureHint.${value}`),
          }))}
        />
        <Threshold label={share.label} error={share.error} value={share.value} onChange={share.onChange} />
        <Checkbox isSelected={publicly.value} onChange={publicly.onChange}>
          {publicly.label}
          <span className="block text-small text-soft">{t('field.isPublicHint')}</span>
        </Checkbox>
      </FormBody>
    </div>
  );
};

const TextForm = ({ position }: { readonly position: PositionView }) => {
  const { t } = useTranslation('positions');
  const navigate = useNavigate();
  const { id, version, title, text } = position;
  const write = useDeed(api.writePositionText, ({ text: { number } }) => {
    toast({ message: t('text.done', { number }) });
    void navigate({ to: '/app/stanowiska/$positionId', params: { positionId: id } });
  });
  const form = useContractForm(contract.writePositionText.body, {
    defaults: {
      titlePl: title.pl,
      titleEn: title.en ?? undefined,
      paragraphs: text.paragraphs.map(({ id: own, pl, en }) => ({ id: own, pl, ...(en !== null && { en }) })),
      version,
    },
    labels: { titlePl: t('field.titlePl'), titleEn: t('field.titleEn'), paragraphs: t('text.title') },
    // Words that were written on another version are not laid over this one.
    draft: { name: `position.${id}.${version}`, fields: ['titlePl', 'titleEn', 'paragraphs'] },
    items: { paragraphs: (number) => t('text.paragraph', { number }) },
    send: (body, outcome) => write.mutate({ params: { id }, body }, outcome),
  });
  return (
    <FormBody of={form} action={t('text.save')} deed={write}>
      <TextControl of={form} name="titlePl" lang="pl" />
      <TextControl of={form} name="titleEn" lang="en" hint={t('field.enHint')} />
      <Paragraphs of={form} />
    </FormBody>
  );
};

/** Writes the next version of a text. */
export const WriteTextPage = () => {
  const { t } = useTranslation('positions');
  const localized = useLocalized();
  const { positionId } = writing.useParams();
  const { data: position } = useSuspenseQuery(positionQuery(positionId));
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <PageHeader
        title={t('text.writeTitle', { title: localized(position.title) })}
        lead={t('text.writeLead')}
        above={
          <Breadcrumbs>
            <Link to="/app/stanowiska" look="soft">
              {t('title')}
            </Link>
            <Link to="/app/stanowiska/$positionId" params={{ positionId }} look="soft">
              {localized(position.title)}
            </Link>
          </Breadcrumbs>
        }
      />
      <TextForm key={position.version} position={position} />
    </div>
  );
};
