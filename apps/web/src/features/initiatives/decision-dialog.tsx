import type { InitiativeView } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { AreaControl, DateControl, SelectControl, TextControl, useContractForm } from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { useFormat } from '../../lib/format.ts';
import { useResolutionName } from '../../lib/resolution.tsx';
import { registerQuery } from '../../lib/resolutions.ts';
import { toast } from '../../ui/toast.ts';

interface DecisionDialogProps {
  readonly initiative: InitiativeView;
  readonly onClose: () => void;
}

/** Records what was decided: it stands as it is recorded. */
export const DecisionDialog = ({ initiative, onClose }: DecisionDialogProps) => {
  const { t } = useTranslation(['initiatives', 'common', 'resolutions']);
  const format = useFormat();
  const name = useResolutionName();
  const { data: register } = useQuery(registerQuery({ validity: 'in-force' }));
  const { id } = initiative;
  const standing = initiative.decisions.filter(({ supersededById }) => supersededById === null);
  const record = useDeed(api.recordDecision, () => {
    onClose();
    toast({ message: t('decisions.done') });
  });
  const form = useContractForm(contract.recordDecision.body, {
    defaults: { title: '', text: '', decidedBy: '', decidedOn: format.today, reason: '' },
    labels: {
      title: t('decisions.field.title'),
      text: t('decisions.field.text'),
      decidedBy: t('decisions.field.decidedBy'),
      decidedOn: t('decisions.field.decidedOn'),
      reason: t('common:reason'),
      resolutionId: t('decisions.field.resolutionId'),
      supersedesId: t('decisions.field.supersedesId'),
    },
    draft: { name: `decision.${id}`, fields: ['title', 'text', 'decidedBy', 'reason'] },
    send: (body, outcome) => record.mutate({ params: { id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('decisions.record')}
      action={t('decisions.send')}
      deed={record}
      onSend={form.submit}
      onClose={onClose}
    >
      <p className="text-soft">{t('decisions.what')}</p>
      <TextControl of={form} name="title" />
      <AreaControl of={form} name="text" maximum={4000} />
      <TextControl of={form} name="decidedBy" hint={t('decisions.field.decidedByHint')} />
      <DateControl of={form} name="decidedOn" />
      <AreaControl of={form} name="reason" maximum={2000} />
      {register && register.items.length > 0 && (
        <SelectControl
          of={form}
          name="resolutionId"
          nothing={t('decisions.field.noResolution')}
          options={register.items.map((one) => ({ value: one.id, label: name(one) }))}
        />
      )}
      {standing.length > 0 && (
        <SelectControl
          of={form}
          name="supersedesId"
          nothing={t('decisions.field.nothing')}
          options={standing.map((one) => ({ value: one.id, label: one.title }))}
        />
      )}
    </DeedDialog>
  );
};
