import type { OrganizationDetail } from '@blizej/contracts';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { DateControl, useContractForm } from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { ResolutionFields, useResolutionLabels } from '../../lib/resolution-fields.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.ts';

interface DialogProps {
  readonly organization: OrganizationDetail;
  readonly onClose: () => void;
}

const CandidateDialog = ({ organization: { id, name }, onClose }: DialogProps) => {
  const { t } = useTranslation('organizations');
  const make = useDeed(api.makeCandidate, () => {
    onClose();
    toast({ message: t('candidate.done', { name }) });
  });
  return (
    <DeedDialog
      title={t('candidate.title', { name })}
      action={t('candidate.action')}
      deed={make}
      onSend={() => make.mutate({ params: { id } })}
      onClose={onClose}
    >
      <p>{t('candidate.what')}</p>
    </DeedDialog>
  );
};

const JoinDialog = ({ organization: { id, name }, onClose }: DialogProps) => {
  const { t } = useTranslation('organizations');
  const join = useDeed(api.joinAssociation, () => {
    onClose();
    toast({ message: t('join.done', { name }) });
  });
  const form = useContractForm(contract.joinAssociation.body, {
    defaults: { resolution: {} },
    labels: { ...useResolutionLabels('resolution'), memberSince: t('join.memberSince') },
    send: (body, outcome) => join.mutate({ params: { id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('join.title', { name })}
      action={t('join.action')}
      deed={join}
      onSend={form.submit}
      onClose={onClose}
    >
      <ResolutionFields of={form} prefix="resolution" issuer={id} legend={t('resolution.ofCouncil')} />
      <DateControl of={form} name="memberSince" hint={t('join.memberSinceHint')} />
    </DeedDialog>
  );
};

const LeaveForm = ({ organization: { id, name }, onClose }: DialogProps) => {
  const { t } = useTranslation('organizations');
  const leave = useDeed(api.leaveAssociation, () => {
    onClose();
    toast({ message: t('leave.done', { name }) });
  });
  const form = useContractForm(contract.leaveAssociation.body, {
    defaults: { resolution: {} },
    labels: { ...useResolutionLabels('resolution'), memberUntil: t('leave.memberUntil') },
    send: (body, outcome) => leave.mutate({ params: { id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('leave.title', { name })}
      action={t('leave.action')}
      kind="danger"
      deed={leave}
      onSend={form.submit}
      onClose={onClose}
    >
      <ResolutionFields of={form} prefix="resolution" issuer={id} legend={t('resolution.ofCouncil')} />
      <DateControl of={form} name="memberUntil" hint={t('leave.memberUntilHint')} />
    </DeedDialog>
  );
};

/** Says first what still holds the gmina, where there is anything. */
const LeaveDialog = (props: DialogProps) => {
  const { t } = useTranslation(['organizations', 'common', 'problems']);
  const { name, engagements } = props.organization;
  if (!engagements || engagements.networks + engagements.assignments === 0) return <LeaveForm {...props} />;
  return (
    <Dialog title={t('leave.title', { name })} onClose={props.onClose}>
      <Notice kind="care" title={t('problems:still-engaged.title')}>
        <ul className="list-disc ps-5">
          {engagements.networks > 0 && <li>{t('leave.networks', { count: engagements.networks })}</li>}
          {engagements.assignments > 0 && <li>{t('leave.assignments', { count: engagements.assignments })}</li>}
        </ul>
        <p>{t('problems:still-engaged.detail')}</p>
      </Notice>
      <DialogActions>
        <Button onPress={props.onClose}>{t('common:close')}</Button>
      </DialogActions>
    </Dialog>
  );
};

interface Deed {
  readonly key: 'candidate' | 'join' | 'leave';
  readonly dialog: (props: DialogProps) => ReactNode;
}

/** What the secretariat notes of a gmina's membership in the association. */
export const MembershipDeeds = ({ organization }: Pick<DialogProps, 'organization'>) => {
  const { t } = useTranslation('organizations');
  const [open, setOpen] = useState<Deed['key'] | null>(null);
  const { abilities } = organization;
  const deeds: readonly (Deed | false)[] = [
    abilities.join && { key: 'join', dialog: JoinDialog },
    abilities.makeCandidate && { key: 'candidate', dialog: CandidateDialog },
    abilities.leave && { key: 'leave', dialog: LeaveDialog },
  ];
  const possible = deeds.filter((deed) => deed !== false);
  const { dialog: Chosen } = possible.find(({ key }) => key === open) ?? {};
  return (
    <div className="flex flex-wrap gap-3 print:hidden">
      {possible.map(({ key }) => (
        <Button key={key} onPress={() => setOpen(key)}>
          {t(`${key}.action`)}
        </Button>
      ))}
      {Chosen && <Chosen organization={organization} onClose={() => setOpen(null)} />}
    </div>
  );
};
