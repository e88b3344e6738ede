import type { MembershipView, NetworkView } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { ChooseGminas } from '../../lib/choose-gminas.tsx';
import { AreaControl, RadioControl, useContractForm, useField } from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { useLocalized } from '../../lib/i18n.ts';
import { regionQuery } from '../../lib/region.ts';
import { toast } from '../../ui/toast.ts';

interface InviteDialogProps {
  readonly network: NetworkView;
  readonly memberships: readonly MembershipView[];
  readonly onClose: () => void;
}

/** Whom of the association's members, as what, why. Who belongs, asks or is invited already is not offered. */
export const InviteDialog = ({ network, memberships, onClose }: InviteDialogProps) => {
  const { t } = useTranslation(['networks', 'common']);
  const localized = useLocalized();
  const { data: region = [] } = useQuery(regionQuery());
  const already = new Set(memberships.map(({ organization }) => organization.id));
  const gminas = region.filter(({ id, status }) => status === 'MEMBER' && !already.has(id));
  const invite = useDeed(api.inviteGminas, ({ invited }) => {
    onClose();
    toast({ message: t('invite.done', { count: invited.length }) });
  });
  const form = useContractForm(contract.inviteGminas.body, {
    defaults: { organizationIds: [], role: 'MEMBER', note: '' },
    labels: { organizationIds: t('invite.gminas'), role: t('role'), note: t('invite.note') },
    send: (body, outcome) => invite.mutate({ params: { id: network.id }, body }, outcome),
  });
  const chosen = useField({ of: form, name: 'organizationIds' });
  return (
    <DeedDialog
      title={t('invite.title', { network: localized(network.name) })}
      action={t('invite.send')}
      deed={invite}
      onSend={form.submit}
      onClose={onClose}
    >
      <p className="text-soft">{t('invite.what')}</p>
      <ChooseGminas
        {...chosen}
        error={chosen.error && chosen.value.length === 0 ? t('invite.nobody') : chosen.error}
        hint={
          gminas.length === 0 && region.length > 0
            ? t('invite.allHere')
            : t('invite.chosen', { count: chosen.value.length, total: gminas.length })
        }
        everybody={t('invite.everybody')}
        gminas={gminas}
      />
      <RadioControl
        of={form}
        name="role"
        options={[
          { value: 'MEMBER', label: t('common:membershipRole.MEMBER'), hint: t('join.memberHint') },
          { value: 'OBSERVER', label: t('common:membershipRole.OBSERVER'), hint: t('join.observerHint') },
        ]}
      />
      <AreaControl of={form} name="note" hint={t('invite.noteHint')} maximum={1000} rows={3} />
    </DeedDialog>
  );
};
