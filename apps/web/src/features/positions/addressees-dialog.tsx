import { addresseesAtMost, type PositionView } from '@blizej/contracts';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, isProblem } from '../../lib/api.ts';
import { codeOf } from '../../lib/contract-form.tsx';
import { addressIssues, api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { useIssueWords } from '../../lib/problem-words.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.ts';

interface Written {
  readonly id?: string;
  readonly name: string;
  readonly address: string;
  readonly email: string;
  readonly eDelivery: string;
  readonly answerDueOn: string;
}

const blank: Written = { name: '', address: '', email: '', eDelivery: '', answerDueOn: '' };

const fields = ['name', 'address', 'email', 'eDelivery', 'answerDueOn'] as const;
type Field = (typeof fields)[number];

/** Only what was filled in. */
const filled = ({ id, name, ...rest }: Written) => ({
  ...(id !== undefined && { id }),
  name: name.trim(),
  ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value.trim() !== '')) as Partial<typeof rest>),
});

interface AddresseesDialogProps {
  readonly position: PositionView;
  readonly onClose: () => void;
}

/** Writes to whom the position goes. Whoever it was sent to stays as they were. */
export const AddresseesDialog = ({ position, onClose }: AddresseesDialogProps) => {
  const { t, i18n } = useTranslation(['positions', 'problems']);
  const { id, version, addressees } = position;
  const sent = new Set(addressees.filter(({ dispatches }) => dispatches.length > 0).map((one) => one.id));
  const [written, setWritten] = useState<readonly Written[]>(() =>
    addressees.length === 0
      ? [blank]
      : addressees.map(({ id: own, name, address, email, eDelivery, answerDueOn }) => ({
          id: own,
          name,
          address: address ?? '',
          email: email ?? '',
          eDelivery: eDelivery ?? '',
          answerDueOn: answerDueOn ?? '',
        })),
  );
  const say = useIssueWords();
  const [tried, setTried] = useState(false);
  const save = useDeed(api.setAddressees, () => {
    onClose();
    toast({ message: t('addressees.done') });
  });
  const change = (at: number, next: Partial<Written>): void =>
    setWritten(written.map((one, place) => (place === at ? { ...one, ...next } : one)));
  const body = { addressees: written.map(filled), version };
  const checked = contract.setAddressees.body.safeParse(body);
  const addressless = body.addressees.flatMap((one, at) =>
    one.id !== undefined && sent.has(one.id) ? [] : addressIssues(one, at),
  );
  /** What is wrong with a field of an addressee, found here or by the server. */
  const errorOf = (at: number, field: Field): string | undefined => {
    const here = checked.error?.issues.find(({ path }) => path[1] === at && path[2] === field);
    if (tried && here) return say(codeOf(here, written[at]?.[field]));
    const unreachable = addressless.find(({ pointer }) => pointer === `/addressees/${at}/${field}`);
    if (tried && unreachable) return say(unreachable);
    const told = isProblem(save.error, 'invalid') ? save.error.issues : [];
    const there = told.find(({ pointer }) => pointer === `/addressees/${at}/${field}`);
    return there && say(there);
  };
  const wrong = written.flatMap((_, at) => (fields.some((field) => errorOf(at, field)) ? [at + 1] : []));
  const send = (): void => {
    setTried(true);
    if (checked.success && addressless.length === 0) save.mutate({ params: { id }, body });
  };
  return (
    <DeedDialog
      title={t('addressees.change')}
      action={t('addressees.send')}
      deed={save}
      onSend={send}
      onClose={onClose}
    >
      <ol className="flex flex-col gap-4">
        {written.map((one, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a new addressee has no id of its own yet
          <li key={at}>
            <fieldset className="flex min-w-0 flex-col gap-3 rounded-control border border-line p-3">
              <legend className="px-1 text-small text-soft">{t('addressees.number', { number: at + 1 })}</legend>
              {one.id !== undefined && sent.has(one.id) ? (
                <p>
                  {one.name} <span className="text-small text-soft">{t('addressees.fixed')}</span>
                </p>
              ) : (
                <>
                  <TextField
                    label={t('addressees.name')}
                    value={one.name}
                    error={errorOf(at, 'name')}
                    onChange={(name) => change(at, { name })}
                  />
                  <TextArea
                    label={t('addressees.address')}
                    value={one.address}
                    maximum={500}
                    error={errorOf(at, 'address')}
                    rows={2}
                    onChange={(address) => change(at, { address })}
                  />
                  <TextField
                    label={t('addressees.email')}
                    type="email"
                    error={errorOf(at, 'email')}
                    value={one.email}
                    onChange={(email) => change(at, { email })}
                  />
                  <TextField
                    label={t('addressees.eDelivery')}
                    hint={t('addressees.eDeliveryHint')}
                    error={errorOf(at, 'eDelivery')}
                    value={one.eDelivery}
                    onChange={(eDelivery) => change(at, { eDelivery })}
                  />
                  <DateField
                    label={t('addressees.answerDueOn')}
                    value={one.answerDueOn}
                    error={errorOf(at, 'answerDueOn')}
                    onChange={(answerDueOn) => change(at, { answerDueOn })}
                  />
                  <div>
                    <Button
                      kind="quiet"
                      label={t('addressees.removeNumber', { number: at + 1 })}
                      onPress={() => setWritten(written.filter((_, place) => place !== at))}
                    >
                      {t('addressees.remove')}
                    </Button>
                  </div>
                </>
              )}
            </fieldset>
          </li>
        ))}
      </ol>
      {wrong.length > 0 && (
        <p role="alert" className="font-semibold text-bad">
          {t('addressees.wrong', {
            count: wrong.length,
            numbers: new Intl.ListFormat(i18n.language).format(wrong.map(String)),
          })}
        </p>
      )}
      {written.length < addresseesAtMost && (
        <div>
          <Button onPress={() => setWritten([...written, blank])}>
            <Plus aria-hidden className="size-5" />
            {t('addressees.add')}
          </Button>
        </div>
      )}
    </DeedDialog>
  );
};
