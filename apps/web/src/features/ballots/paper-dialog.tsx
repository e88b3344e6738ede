import type { BallotView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { DateControl, RadioControl, SelectControl, TextControl, useContractForm } from '../../lib/contract-form.tsx';
import { api as contract, ballotChoice } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { toast } from '../../ui/toast.ts';

interface PaperDialogProps {
  readonly ballot: BallotView;
  readonly onClose: () => void;
}

/** A vote that came on paper; the gmina is told, and may vote anew in the portal. */
export const PaperDialog = ({ ballot: { id, electors }, onClose }: PaperDialogProps) => {
  const { t } = useTranslation(['ballots', 'common']);
  const enter = useDeed(api.enterPaperVote, () => {
    onClose();
    toast({ message: t('paper.done') });
  });
  const form = useContractForm(contract.enterPaperVote.body, {
    defaults: { office: 'EXECUTIVE' },
    labels: {
      organizationId: t('electors.gmina'),
      choice: t('cast.label'),
      office: t('paper.office'),
      reference: t('paper.reference'),
      on: t('paper.on'),
      trace: t('paper.trace'),
    },
    send: (body, outcome) => enter.mutate({ params: { id }, body }, outcome),
  });
  return (
    <DeedDialog title={t('paper.title')} action={t('paper.action')} deed={enter} onSend={form.submit} onClose={onClose}>
      <p className="text-soft">{t('paper.what')}</p>
      <SelectControl
        of={form}
        name="organizationId"
        nothing={t('paper.choose')}
        options={electors.map(({ organization, voted }) => ({
          value: organization.id,
          label: voted ? t('paper.hasVoted', { organization: organization.name }) : organization.name,
        }))}
      />
      <RadioControl
        of={form}
        name="choice"
        options={ballotChoice.options.map((value) => ({ value, label: t(`choice.${value}`) }))}
      />
      <RadioControl
        of={form}
        name="office"
        options={(['EXECUTIVE', 'DELEGATE'] as const).map((value) => ({ value, label: t(`common:office.${value}`) }))}
      />
      <TextControl of={form} name="reference" hint={t('paper.referenceHint')} />
      <DateControl of={form} name="on" />
      <TextControl of={form} name="trace" hint={t('paper.traceHint')} />
    </DeedDialog>
  );
};
