import type { PositionView } from '@blizej/contracts';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api, isProblem } from '../../lib/api.ts';
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
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
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
  const format = useFormat();
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
      fields: [
        'titlePl',
        'titleEn',
        'occasion',
        'occasionEn',
        'aim',
        'aimEn',
        'wantedBy',
        'nature',
        'threshold',
        'isPublic',
        'paragraphs',
      ],
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
        <DateControl of={form} name="wantedBy" hint={t('field.wantedByHint')} earliest={format.today} />
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

interface WrittenText {
  readonly titlePl: string;
  readonly titleEn?: string | undefined;
  readonly paragraphs: readonly WrittenParagraph[];
}

const textOf = ({ title, text }: PositionView): WrittenText => ({
  titlePl: title.pl,
  titleEn: title.en ?? undefined,
  paragraphs: text.paragraphs.map(({ id, pl, en }) => ({ id, pl, ...(en !== null && { en }) })),
});

/** All words of a text, one after the other: to read them, and to compare two of them. */
const wordsOf = ({ titlePl, titleEn, paragraphs }: WrittenText): string =>
  [titlePl, titleEn, ...paragraphs.flatMap(({ pl, en }) => [pl, en])].filter(Boolean).join('\n\n');

interface ConflictProps {
  readonly mine: WrittenText;
  readonly theirs: PositionView;
  readonly onKeep: () => void;
  readonly onTake: () => void;
}

/** What was written here beside what somebody has saved meanwhile: one of them goes on. */
const Conflict = ({ mine, theirs, onKeep, onTake }: ConflictProps) => {
  const { t } = useTranslation('positions');
  const number = { number: theirs.text.number };
  return (
    <div className="grid gap-6 md:grid-cols-2">
      <section aria-label={t('conflict.mine')} className="flex flex-col items-start gap-3">
        <h2 className="text-h3">{t('conflict.mine')}</h2>
        <p lang="pl" className="w-full flex-1 rounded-control border-2 border-sea bg-surface p-3 whitespace-pre-wrap">
          {wordsOf(mine)}
        </p>
        <Button kind="primary" onPress={onKeep}>
          {t('conflict.keep')}
        </Button>
      </section>
      <section aria-label={t('conflict.theirs', number)} className="flex flex-col items-start gap-3">
        <h2 className="text-h3">{t('conflict.theirs', number)}</h2>
        <p lang="pl" className="w-full flex-1 rounded-control border border-control bg-sunken p-3 whitespace-pre-wrap">
          {wordsOf(textOf(theirs))}
        </p>
        <Button onPress={onTake}>{t('conflict.take', number)}</Button>
      </section>
    </div>
  );
};

interface TextFormProps {
  /** The position as it was when the writing began. */
  readonly base: PositionView;
  /** As it is now: somebody may have saved a newer version meanwhile. */
  readonly latest: PositionView;
  /** The writing goes on from the latest; anew where nothing written here is to be kept. */
  readonly onRebase: (how: { readonly anew: boolean }) => void;
}

const TextForm = ({ base, latest, onRebase }: TextFormProps) => {
  const { t } = useTranslation('positions');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [isComparing, setComparing] = useState(false);
  const { id } = base;
  const write = useDeed(api.writePositionText, ({ text: { number } }) => {
    toast({ message: t('text.done', { number }) });
    void navigate({ to: '/app/stanowiska/$positionId', params: { positionId: id } });
  });
  const form = useContractForm(contract.writePositionText.body, {
    defaults: { ...textOf(base), paragraphs: [...textOf(base).paragraphs], version: base.version },
    labels: { titlePl: t('field.titlePl'), titleEn: t('field.titleEn'), paragraphs: t('text.title') },
    // With the version on which it was written: words are never laid over another one without a question.
    draft: { name: `position.text.${id}`, fields: ['titlePl', 'titleEn', 'paragraphs', 'version'] },
    items: { paragraphs: (number) => t('text.paragraph', { number }) },
    send: (body, outcome) =>
      write.mutate(
        { params: { id }, body },
        {
          onSuccess: outcome.onSuccess,
          onError: (error) => {
            outcome.onError(error);
            if (!isProblem(error, 'version-conflict')) return;
            queries.setQueryData(positionQuery(id).queryKey, error.current as PositionView);
            setComparing(true);
          },
        },
      ),
  });
  const { forget } = form;
  const { control, setValue } = form.form;
  const written = useWatch({ control }) as WrittenText & { readonly version: number };
  const words = wordsOf(written);
  const isBehind = written.version < latest.version && !write.isSuccess;
  const isUntouched = words === wordsOf(textOf(latest)) || words === wordsOf(textOf(base));
  // Not every newer version has other words: addressees and terms count, too.
  const isSameText = written.version === base.version && base.text.number === latest.text.number;
  const isConflict = isBehind && !isUntouched && !isSameText;
  useEffect(() => {
    if (!isBehind || isConflict) return;
    if (isUntouched) {
      forget();
      onRebase({ anew: true });
    } else setValue('version', latest.version);
  }, [forget, isBehind, isConflict, isUntouched, latest.version, onRebase, setValue]);
  const keep = (): void => {
    setValue('version', latest.version);
    write.reset();
    setComparing(false);
    onRebase({ anew: false });
  };
  const take = (): void => {
    forget();
    onRebase({ anew: true });
  };
  return (
    <div className="flex flex-col gap-7">
      {isConflict && (
        <Notice kind="care" title={t('conflict.title', { number: latest.text.number })} announced>
          <p>{t('conflict.detail')}</p>
          {!isComparing && (
            <div className="pt-3">
              <Button onPress={() => setComparing(true)}>{t('conflict.open')}</Button>
            </div>
          )}
        </Notice>
      )}
      {isConflict && isComparing ? (
        <Conflict mine={written} theirs={latest} onKeep={keep} onTake={take} />
      ) : (
        <FormBody of={form} action={t('text.save')} deed={write}>
          <TextControl of={form} name="titlePl" lang="pl" />
          <TextControl of={form} name="titleEn" lang="en" hint={t('field.enHint')} />
          <Paragraphs of={form} />
        </FormBody>
      )}
    </div>
  );
};

/** Writes the next version of a text. */
export const WriteTextPage = () => {
  const { t } = useTranslation('positions');
  const localized = useLocalized();
  const { positionId } = writing.useParams();
  const { data: position } = useSuspenseQuery(positionQuery(positionId));
  const [{ base, round }, setBase] = useState({ base: position, round: 0 });
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
              <LocalizedText of={position.title} />
            </Link>
          </Breadcrumbs>
        }
      />
      <TextForm
        key={`${positionId}.${round}`}
        base={base.id === positionId ? base : position}
        latest={position}
        onRebase={({ anew }) => setBase({ base: position, round: anew ? round + 1 : round })}
      />
    </div>
  );
};
