import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { FormBody, SelectControl, TextControl, useField, type ContractForm } from '../../lib/contract-form.tsx';
import { ballotQuorum, type api as contract } from '../../lib/contract.ts';
import { MomentControl } from '../../lib/moment-control.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AgendaControl, type OfferedPosition } from './agenda-control.tsx';
import { consultedPositionsQuery } from './meetings.queries.ts';
import { numberFrom, roman } from './roman.ts';

export type Plan = z.input<(typeof contract)['planMeeting']['body']>;

/** What is kept on this device until it is sent. */
export const planFields = [
  'number',
  'titlePl',
  'titleEn',
  'place',
  'startsAt',
  'presenceQuorum',
  'agenda',
] as const satisfies readonly (keyof Plan)[];

/** What each field is called. */
export const usePlanLabels = (): Record<(typeof planFields)[number], string> => {
  const { t } = useTranslation('meetings');
  return {
    number: t('form.number'),
    titlePl: t('form.titlePl'),
    titleEn: t('form.titleEn'),
    place: t('form.place'),
    startsAt: t('form.startsAt'),
    presenceQuorum: t('form.presenceQuorum'),
    agenda: t('agenda.title'),
  };
};

/** How an item of the agenda is called among the errors. */
export const useItemNames = () => {
  const { t } = useTranslation('meetings');
  return { agenda: (number: number) => t('agenda.number', { number }) };
};

/** The number of a meeting, as its notice has it or in figures. */
const MeetingNumber = ({ of }: { readonly of: ContractForm<Plan> }) => {
  const { t } = useTranslation('meetings');
  const { value, onChange, ...field } = useField({ of, name: 'number' });
  const [text, setText] = useState(() => (value > 0 ? roman(value) : String(value)));
  return (
    <TextField
      {...field}
      hint={t('form.numberHint')}
      value={text}
      onChange={(written) => {
        setText(written);
        onChange(numberFrom(written) ?? written);
      }}
    />
  );
};

interface DescribeMeetingProps {
  readonly of: ContractForm<Plan>;
  readonly action: string;
  readonly deed: { readonly error: unknown; readonly isPending: boolean };
  /** Positions that stand on the agenda already: they may stay, whatever became of them. */
  readonly standing?: readonly OfferedPosition[];
}

const none: readonly OfferedPosition[] = [];

/** When and where the members meet, and on what. */
export const DescribeMeeting = ({ of, action, deed, standing = none }: DescribeMeetingProps) => {
  const { t } = useTranslation(['meetings', 'ballots']);
  const { ref, value: agenda, error, onChange } = useField({ of, name: 'agenda' });
  const { data } = useQuery(consultedPositionsQuery);
  const offered = (data?.items ?? []).filter(({ id }) => standing.every((one) => one.id !== id));
  return (
    <FormBody of={of} action={action} deed={deed}>
      <MeetingNumber of={of} />
      <TextControl of={of} name="titlePl" lang="pl" />
      <TextControl of={of} name="titleEn" lang="en" />
      <MomentControl of={of} name="startsAt" />
      <TextControl of={of} name="place" />
      <Notice kind="care" title={t('ballots:form.statute')}>
        <p>{t('form.statuteNext')}</p>
      </Notice>
      <SelectControl
        of={of}
        name="presenceQuorum"
        options={ballotQuorum.options.map((value) => ({ value, label: t(`ballots:quorum.${value}`) }))}
      />
      <AgendaControl
        ref={ref}
        agenda={agenda}
        error={error}
        onChange={onChange}
        positions={[...standing, ...offered]}
      />
    </FormBody>
  );
};
