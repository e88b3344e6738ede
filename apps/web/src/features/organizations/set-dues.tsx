import type { DuesView } from '@blizej/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, isProblem } from '../../lib/api.ts';
import { useContractForm } from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { MoneyControl } from '../../lib/money-control.tsx';
import { ResolutionFields, useResolutionLabels } from '../../lib/resolution-fields.tsx';
import { toast } from '../../ui/toast.ts';

interface SetDuesDialogProps {
  readonly dues: DuesView;
  readonly onClose: () => void;
}

/** Notes a year's rate with the resolution on which it rests. */
export const SetDuesDialog = ({ dues, onClose }: SetDuesDialogProps) => {
  const { t } = useTranslation(['dues', 'resolutions']);
  const queries = useQueryClient();
  const { year, rate } = dues;
  const set = useDeed(api.setDues, () => {
    onClose();
    toast({ message: t('set.done', { year }) });
  });
  const form = useContractForm(contract.setDues.body, {
    defaults: {
      replaces: rate?.perInhabitant ?? null,
      resolution: { issuingBody: 'GENERAL_ASSEMBLY' },
      ...(rate && { perInhabitant: rate.perInhabitant }),
    },
    labels: {
      perInhabitant: t('set.rate'),
      ...useResolutionLabels('resolution'),
    },
    send: (body, { onError, onSuccess }) =>
      set.mutate(
        { params: { year }, body },
        {
          onSuccess,
          onError: (error) => {
            onError(error);
            // Somebody else has set another rate: the page behind shows it.
            if (isProblem(error, 'version-conflict')) void queries.invalidateQueries({ queryKey: ['dues'] });
          },
        },
      ),
  });
  return (
    <DeedDialog
      title={t('set.title', { year })}
      action={t('set.action')}
      deed={set}
      onSend={form.submit}
      onClose={onClose}
    >
      <MoneyControl of={form} name="perInhabitant" hint={t('set.rateHint')} />
      <ResolutionFields of={form} prefix="resolution" issuer="association" legend={t('resolutions:fields.legend')} />
    </DeedDialog>
  );
};
