import type { PartnerView, TwinView } from '@blizej/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { AreaControl, DateControl, RadioControl, TextControl, useContractForm } from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { useFormat } from '../../lib/format.ts';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast.ts';
import { NumberControl } from './controls.tsx';

interface DialogProps {
  readonly partner: Pick<PartnerView, 'id'>;
  readonly onClose: () => void;
}

/** Notes a person of a partner. */
export const PersonDialog = ({ partner: { id }, onClose }: DialogProps) => {
  const { t } = useTranslation('partners');
  const note = useDeed(api.notePartnerPerson, () => {
    onClose();
    toast({ message: t('people.done') });
  });
  const form = useContractForm(contract.notePartnerPerson.body, {
    defaults: { name: '', role: '' },
    labels: { name: t('people.name'), role: t('people.role'), email: t('people.email'), phone: t('people.phone') },
    send: (body, outcome) => note.mutate({ params: { id }, body }, outcome),
  });
  return (
    <DeedDialog title={t('people.note')} action={t('people.send')} deed={note} onSend={form.submit} onClose={onClose}>
      <p className="text-soft">{t('people.noteHint')}</p>
      <TextControl of={form} name="name" />
      <TextControl of={form} name="role" />
      <TextControl of={form} name="email" type="email" />
      <TextControl of={form} name="phone" />
    </DeedDialog>
  );
};

/** Notes that the viewer was in touch with a partner. */
export const ContactDialog = ({ partner: { id }, onClose }: DialogProps) => {
  const { t } = useTranslation('partners');
  const { today } = useFormat();
  const note = useDeed(api.noteContact, () => {
    onClose();
    toast({ message: t('contacts.done') });
  });
  const form = useContractForm(contract.noteContact.body, {
    defaults: { contactedOn: today, about: '' },
    labels: { contactedOn: t('contacts.when'), about: t('contacts.about') },
    send: (body, outcome) => note.mutate({ params: { id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('contacts.note')}
      action={t('contacts.send')}
      deed={note}
      onSend={form.submit}
      onClose={onClose}
    >
      <DateControl of={form} name="contactedOn" />
      <AreaControl of={form} name="about" hint={t('contacts.aboutHint')} maximum={1000} rows={3} />
    </DeedDialog>
  );
};

interface TwinDialogProps extends DialogProps {
  readonly gminas: readonly { readonly id: string; readonly name: string }[];
  /** As it is noted already. */
  readonly twin?: TwinView;
}

/** Notes a partner as a gmina's twin town, or changes what is noted. */
export const TwinDialog = ({ partner: { id }, gminas, twin, onClose }: TwinDialogProps) => {
  const { t } = useTranslation('partners');
  const [organizationId, setOrganizationId] = useState(gminas[0]?.id ?? '');
  const write = useDeed(api.writeTwin, () => {
    onClose();
    toast({ message: t('twins.done') });
  });
  const form = useContractForm(contract.writeTwin.body, {
    defaults: { since: twin?.since ?? undefined, about: twin?.about ?? '', version: twin?.version },
    labels: { since: t('twins.sinceLabel'), about: t('twins.about') },
    send: (body, outcome) => write.mutate({ params: { id, organizationId }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t(twin ? 'twins.change' : 'twins.note')}
      action={t('twins.send')}
      deed={write}
      onSend={form.submit}
      onClose={onClose}
    >
      {gminas.length > 1 && (
        <Select<string>
          label={t('twins.gmina')}
          value={organizationId}
          onChange={setOrganizationId}
          options={gminas.map((gmina) => ({ value: gmina.id, label: gmina.name }))}
        />
      )}
      <NumberControl of={form} name="since" hint={t('twins.sinceHint')} />
      <AreaControl of={form} name="about" hint={t('twins.aboutHint')} maximum={1000} rows={3} />
    </DeedDialog>
  );
};

interface GuestDialogProps {
  readonly initiativeId: string;
  readonly organization: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** Invites a person of a partner as a guest. */
export const GuestDialog = ({ initiativeId, organization, onClose }: GuestDialogProps) => {
  const { t } = useTranslation('partners');
  const invite = useDeed(api.inviteGuest, (_guests, { body: { email } }) => {
    onClose();
    toast({ message: t('guests.done', { email }) });
  });
  const form = useContractForm(contract.inviteGuest.body, {
    defaults: { organizationId: organization.id, name: '', email: '', language: 'en' },
    labels: { name: t('guests.name'), email: t('guests.email'), language: t('guests.language') },
    send: (body, outcome) => invite.mutate({ params: { id: initiativeId }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('guests.inviteOf', { name: organization.name })}
      action={t('guests.send')}
      deed={invite}
      onSend={form.submit}
      onClose={onClose}
    >
      <TextControl of={form} name="name" />
      <TextControl of={form} name="email" type="email" />
      <RadioControl
        of={form}
        name="language"
        options={[
          { value: 'en', label: 'English', lang: 'en' },
          { value: 'pl', label: 'Polski', lang: 'pl' },
        ]}
      />
    </DeedDialog>
  );
};
