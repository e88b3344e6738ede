import { councilSessionsAtOnce } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { dayAfter, useFormat } from '../../lib/format.ts';
import { regionQuery } from '../../lib/region.ts';
import { useSession } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast.ts';

interface Written {
  readonly heldOn: string;
  readonly tabledBy: string;
}

const empty: Written = { heldOn: '', tabledBy: '' };

/** How many days before a session drafts are tabled, as it is offered. */
const usualDays = 14;

/** Enters sessions of a council, several at once; the secretariat says of which gmina. */
export const SessionsDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation(['funding', 'problems']);
  const format = useFormat();
  const { actingFor, abilities } = useSession();
  const region = useQuery({ ...regionQuery(), enabled: abilities.keepCalls });
  const own = abilities.stateNeeds ? (actingFor?.organization.id ?? '') : '';
  const [gmina, setGmina] = useState(own);
  const [written, setWritten] = useState<readonly Written[]>([empty]);
  const [tried, setTried] = useState(false);
  const add = useDeed(api.addCouncilSessions, () => {
    onClose();
    toast({ message: t('sessions.added') });
  });
  const change = (at: number, by: Partial<Written>): void =>
    setWritten(written.map((one, place) => (place === at ? { ...one, ...by } : one)));
  const missing = (day: string): string | undefined =>
    tried && day === '' ? t('problems:issues.required') : undefined;
  const tabledError = ({ heldOn, tabledBy }: Written): string | undefined =>
    missing(tabledBy) ??
    (tried && heldOn !== '' && tabledBy > heldOn ? t('problems:issues.tabled_after_session') : undefined);
  const send = (): void => {
    setTried(true);
    const isWhole = written.every(({ heldOn, tabledBy }) => heldOn !== '' && tabledBy !== '' && tabledBy <= heldOn);
    if (gmina !== '' && isWhole) add.mutate({ body: { organizationId: gmina, sessions: [...written] } });
  };
  return (
    <DeedDialog title={t('sessions.add')} action={t('sessions.send')} deed={add} onSend={send} onClose={onClose}>
      <p className="text-soft">{t('sessions.what')}</p>
      {own === '' && (
        <Select
          label={t('plan.gmina')}
          value={gmina}
          error={missing(gmina)}
          onChange={setGmina}
          options={[
            { value: '', label: t('sessions.choose') },
            ...(region.data ?? [])
              .filter(({ status }) => status === 'MEMBER')
              .map(({ id, name }) => ({ value: id, label: name }))
              .toSorted((one, other) => format.compare(one.label, other.label)),
          ]}
        />
      )}
      <ol className="flex flex-col gap-4">
        {written.map((one, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a session that is being written has no name of its own
          <li key={at}>
            <fieldset className="flex min-w-0 flex-wrap gap-3 rounded-control border border-line p-3">
              <legend className="px-1 text-small text-soft">{t('sessions.number', { number: at + 1 })}</legend>
              <DateField
                label={t('plan.session')}
                value={one.heldOn}
                error={missing(one.heldOn)}
                earliest={format.today}
                onChange={(heldOn) =>
                  change(at, {
                    heldOn,
                    ...(one.tabledBy === '' && heldOn !== '' && { tabledBy: dayAfter(heldOn, -usualDays) }),
                  })
                }
              />
              <DateField
                label={t('plan.tabledBy')}
                value={one.tabledBy}
                error={tabledError(one)}
                onChange={(tabledBy) => change(at, { tabledBy })}
              />
              {written.length > 1 && (
                <Button
                  kind="quiet"
                  label={t('sessions.dropNumber', { number: at + 1 })}
                  onPress={() => setWritten(written.filter((_, place) => place !== at))}
                >
                  {t('sessions.drop')}
                </Button>
              )}
            </fieldset>
          </li>
        ))}
      </ol>
      {written.length < councilSessionsAtOnce && (
        <div>
          <Button onPress={() => setWritten([...written, empty])}>
            <Plus aria-hidden className="size-5" />
            {t('sessions.more')}
          </Button>
        </div>
      )}
    </DeedDialog>
  );
};
