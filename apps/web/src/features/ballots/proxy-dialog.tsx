import type { ProxyPage } from '@blizej/contracts';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { DateControl, SelectControl, TextControl, useContractForm, useField } from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { useSession } from '../../lib/session.ts';
import { toast } from '../../ui/toast.ts';

interface ProxyDialogProps {
  readonly abilities: ProxyPage['abilities'];
  /** The gminas that vote. */
  readonly voters: ProxyPage['voters'];
  /** The one ballot for which it is; absent, it is for a time. */
  readonly ballotId?: string;
  readonly onClose: () => void;
}

/** Who votes for a gmina, by which document: in one ballot, or for a time. */
export const ProxyDialog = ({ abilities, voters, ballotId, onClose }: ProxyDialogProps) => {
  const { t } = useTranslation('ballots');
  const { appointments } = useSession();
  const name = useDeed(api.nameProxy, () => {
    onClose();
    toast({ message: t('proxy.done') });
  });
  const ofGminas = abilities.nameForAll ? voters : abilities.name;
  const [own] = abilities.name;
  // A gmina gives its vote to one of its own people by its mayor; the secretariat enters whomever a letter names.
  const namesPeople =
    abilities.nameForAll ||
    appointments.some(({ office, organization }) => organization.id === own?.id && office === 'EXECUTIVE');
  const form = useContractForm(contract.nameProxy.body, {
    defaults: {
      ...(ballotId !== undefined && { ballotId }),
      ...(!abilities.nameForAll && own && { organizationId: own.id }),
    },
    labels: {
      organizationId: t('proxy.of'),
      holderId: t('proxy.holder'),
      ...(namesPeople && { email: t('proxy.email') }),
      ...(ballotId === undefined && { validFrom: t('proxy.from'), validUntil: t('proxy.until') }),
      document: t('proxy.document'),
      documentOn: t('proxy.documentOn'),
      trace: t('paper.trace'),
    },
    send: (body, outcome) => name.mutate({ body }, outcome),
  });
  const of = useWatch({ control: form.form.control, name: 'organizationId' });
  const holder = useField({ of: form, name: 'holderId' });
  // Nobody names themselves.
  const isMine = (gminaId: string): boolean =>
    appointments.some(
      ({ office, organization }) => organization.id === gminaId && ['EXECUTIVE', 'DELEGATE'].includes(office),
    );
  const optionsOf = (list: readonly { readonly id: string; readonly name: string }[]) =>
    list.map((gmina) => ({ value: gmina.id, label: gmina.name }));
  return (
    <DeedDialog title={t('proxy.title')} action={t('proxy.action')} deed={name} onSend={form.submit} onClose={onClose}>
      <p className="text-soft">{t('proxy.what')}</p>
      <SelectControl
        of={form}
        name="organizationId"
        nothing={t('paper.choose')}
        options={optionsOf(ofGminas)}
        onChosen={(chosen) => {
          // Nobody is the own proxy.
          if (chosen === holder.value) holder.onChange('');
        }}
      />
      <SelectControl
        of={form}
        name="holderId"
        nothing={t(namesPeople ? 'proxy.nobody' : 'paper.choose')}
        options={optionsOf(voters.filter(({ id }) => id !== of && !isMine(id)))}
      />
      {namesPeople && (
        <TextControl
          of={form}
          name="email"
          type="email"
          hint={t(abilities.nameForAll ? 'proxy.emailHint' : 'proxy.emailOwn')}
        />
      )}
      {ballotId === undefined && (
        <>
          <DateControl of={form} name="validFrom" />
          <DateControl of={form} name="validUntil" />
        </>
      )}
      <TextControl of={form} name="document" hint={t('proxy.documentHint')} />
      <DateControl of={form} name="documentOn" />
      {abilities.nameForAll && <TextControl of={form} name="trace" hint={t('paper.traceHint')} />}
    </DeedDialog>
  );
};
