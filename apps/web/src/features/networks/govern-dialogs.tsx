import type { MembershipView, NetworkView } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { SelectControl, useContractForm } from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { useLocalized } from '../../lib/i18n.ts';
import { ResolutionFields, useResolutionLabels } from '../../lib/resolution-fields.tsx';
import { regionQuery } from '../../lib/region.ts';
import { toast } from '../../ui/toast.ts';

interface DialogProps {
  readonly network: NetworkView;
  readonly onClose: () => void;
}

export const ActivateDialog = ({ network, onClose }: DialogProps) => {
  const { t } = useTranslation('networks');
  const localized = useLocalized();
  const { data: region = [] } = useQuery(regionQuery());
  const activate = useDeed(api.activateNetwork, () => {
    onClose();
    toast({ message: t('activate.done', { network: localized(network.name) }) });
  });
  // A mandate that is not in force by now is replaced.
  const keepsMandate = network.mandateStanding === 'IN_FORCE';
  const form = useContractForm(contract.activateNetwork.body, {
    defaults: {
      version: network.version,
      ...(!keepsMandate && { mandate: { issuingBody: 'GENERAL_ASSEMBLY' as const } }),
    },
    labels: {
      leadOrganizationId: t('leadGmina'),
      ...useResolutionLabels('mandate'),
    },
    send: (body, outcome) => activate.mutate({ params: { id: network.id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('activate.title')}
      action={t('activate.action')}
      deed={activate}
      onSend={form.submit}
      onClose={onClose}
    >
      <SelectControl
        of={form}
        name="leadOrganizationId"
        hint={t('activate.leadHint')}
        nothing={t('choose')}
        options={region.filter(({ status }) => status === 'MEMBER').map(({ id, name }) => ({ value: id, label: name }))}
      />
      {!keepsMandate && (
        <ResolutionFields of={form} prefix="mandate" issuer="association" legend={t('mandate.title')} />
      )}
    </DeedDialog>
  );
};

interface ChangeLeadProps extends DialogProps {
  readonly memberships: readonly MembershipView[];
}

export const ChangeLeadDialog = ({ network, memberships, onClose }: ChangeLeadProps) => {
  const { t } = useTranslation('networks');
  const change = useDeed(api.changeLead, ({ lead }) => {
    onClose();
    toast({ message: t('changeLead.done', { gmina: lead?.name ?? '' }) });
  });
  const form = useContractForm(contract.changeLead.body, {
    defaults: { version: network.version },
    labels: { organizationId: t('changeLead.to') },
    send: (body, outcome) => change.mutate({ params: { id: network.id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('changeLead.action')}
      action={t('changeLead.action')}
      deed={change}
      onSend={form.submit}
      onClose={onClose}
    >
      <SelectControl
        of={form}
        name="organizationId"
        hint={t('changeLead.hint')}
        nothing={t('choose')}
        options={memberships
          .filter(({ state, role }) => state === 'ACTIVE' && role === 'MEMBER')
          .map(({ organization: { id, name } }) => ({ value: id, label: name }))}
      />
    </DeedDialog>
  );
};
