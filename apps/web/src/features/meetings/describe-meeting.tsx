import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { FormBody, SelectControl, TextControl, useField, type ContractForm } from '../../lib/contract-form.tsx';
import { ballotQuorum, type api as contract } from '../../lib/contract.ts';
import { MomentControl } from '../../lib/moment-control.tsx';
import { NumberControl } from '../../lib/number-control.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AgendaControl } from './agenda-control.tsx';

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

interface DescribeMeetingProps {
  readonly of: ContractForm<Plan>;
  readonly action: string;
  readonly deed: { readonly error: unknown; readonly isPending: boolean };
}

/** When and where the members meet, and on what. */
export const DescribeMeeting = ({ of, action, deed }: DescribeMeetingProps) => {
  const { t } = useTranslation(['meetings', 'ballots']);
  const agenda = useField({ of, name: 'agenda' });
  return (
    <FormBody of={of} action={action} deed={deed}>
      <NumberControl of={of} name="number" hint={t('form.numberHint')} />
      <TextControl of={of} name="titlePl" lang="pl" />
      <TextControl of={of} name="titleEn" lang="en" />
      <MomentControl of={of} name="startsAt" />
      <TextControl of={of} name="place" />
      <Notice kind="care" title={t('ballots:form.statute')}>
        <p>{t('ballots:form.statuteNext')}</p>
      </Notice>
      <SelectControl
        of={of}
        name="presenceQuorum"
        options={ballotQuorum.options.map((value) => ({ value, label: t(`ballots:quorum.${value}`) }))}
      />
      <AgendaControl agenda={agenda.value} error={agenda.error} onChange={agenda.onChange} />
    </FormBody>
  );
};
