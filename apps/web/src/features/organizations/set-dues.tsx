import type { DuesView } from '@blizej/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, isProblem } from '../../lib/api.ts';
import { DateControl, SelectControl, TextControl, useContractForm } from '../../lib/contract-form.tsx';
import { api as contract, associationResolutionInput } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { MoneyControl } from '../../lib/money-control.tsx';
import { toast } from '../../ui/toast.ts';

interface SetDuesDialogProps {
  readonly dues: DuesView;
  readonly onClose: () => void;
}

/** Notes a year's rate with the resolution on which it rests. */
export const SetDuesDialog = ({ dues, onClose }: SetDuesDialogProps) => {
  const { t } = useTranslation(['dues', 'common']);
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
      'resolution.issuingBody': t('resolution.body'),
      'resolution.number': t('resolution.number'),
      'resolution.adoptedOn': t('resolution.adoptedOn'),
      'resolution.title': t('resolution.title'),
      'resolution.url': t('resolution.url'),
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
      <fieldset className="flex flex-col gap-5">
        <legend className="pb-3 text-h3 font-semibold">{t('resolution.legend')}</legend>
        <SelectControl
          of={form}
          name="resolution.issuingBody"
          options={associationResolutionInput.shape.issuingBody.options.map((body) => ({
            value: body,
            label: t(`common:issuingBodyName.${body}`),
          }))}
        />
        <TextControl of={form} name="resolution.number" />
        <DateControl of={form} name="resolution.adoptedOn" />
        <TextControl of={form} name="resolution.title" />
        <TextControl of={form} name="resolution.url" type="url" hint={t('resolution.urlHint')} />
      </fieldset>
    </DeedDialog>
  );
};
