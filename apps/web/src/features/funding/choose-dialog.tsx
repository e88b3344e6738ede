import type { CallSummary } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useContractForm } from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { useLocalized } from '../../lib/i18n.ts';
import { MoneyControl } from '../../lib/money-control.tsx';
import { toast } from '../../ui/toast.ts';
import { useGrantWords } from './call-words.tsx';

interface ChooseDialogProps {
  readonly initiativeId: string;
  readonly call: CallSummary;
  readonly onClose: () => void;
}

/** An initiative applies in a call, and says for how much. */
export const ChooseDialog = ({ initiativeId, call, onClose }: ChooseDialogProps) => {
  const { t } = useTranslation('funding');
  const localized = useLocalized();
  const grantWords = useGrantWords();
  const choose = useDeed(api.chooseCall, () => {
    onClose();
    toast({ message: t('choice.done') });
  });
  const form = useContractForm(contract.chooseCall.body, {
    defaults: {},
    labels: { grant: t('choice.grant', { currency: call.currency }) },
    send: (body, outcome) => choose.mutate({ params: { id: initiativeId, callId: call.id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('choice.choose')}
      action={t('choice.send')}
      deed={choose}
      onSend={form.submit}
      onClose={onClose}
    >
      <p>{t('choice.what', { call: localized(call.title) })}</p>
      <MoneyControl of={form} name="grant" hint={[t('choice.grantHint'), grantWords(call)].filter(Boolean).join(' ')} />
    </DeedDialog>
  );
};
