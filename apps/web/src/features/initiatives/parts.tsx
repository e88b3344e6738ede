import type { InitiativeView, PartState, PartView } from '@blizej/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { ReasonDialog } from '../../lib/reason-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Rows, Section } from '../../ui/section.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import { toast } from '../../ui/toast.ts';

const DeclareDialog = lazy(async () => ({ default: (await import('./dialogs.tsx')).DeclareDialog }));

const tones: Record<PartState, Tone> = { DECLARED: 'waiting', CONFIRMED: 'good', WITHDRAWN: 'ended' };

interface PartRowProps {
  readonly initiative: InitiativeView;
  readonly part: PartView;
}

const PartRow = ({ initiative, part }: PartRowProps) => {
  const { t } = useTranslation('initiatives');
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { organization, former, role, state, part: what, declaredBy, confirmedBy, withdrawal, abilities } = part;
  const params = { id: initiative.id, organizationId: organization.id };
  const { version } = initiative;
  const confirm = useDeed(api.confirmPart, () => toast({ message: t('part.confirmed', { name: organization.name }) }));
  const lead = useDeed(api.changeLeadPartner, () => toast({ message: t('part.leads', { name: organization.name }) }));
  const withdraw = useDeed(api.withdrawPart, () => {
    setWithdrawing(false);
    toast({ message: t('part.withdrawn', { name: organization.name }) });
  });
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-4">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {organization.name}
          <Status tone={tones[state]}>{t(`part.state.${state}`)}</Status>
          {former && <Status tone="ended">{t('former.sign')}</Status>}
        </p>
        <p className="text-small text-soft">{t(`part.role.${role}`)}</p>
        <p className="max-w-prose whitespace-pre-line">{what}</p>
        <p className="text-small text-soft">
          {[
            t('part.declaredBy', { name: declaredBy.name }),
            confirmedBy && t('part.confirmedBy', { name: confirmedBy.name }),
            withdrawal && t('part.because', { reason: withdrawal }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <DeedFailure error={confirm.error ?? lead.error} />
      </div>
      <div className="flex flex-wrap gap-2">
        {abilities.confirm && (
          <Button
            kind="primary"
            label={t('part.confirmOf', { name: organization.name })}
            isPending={confirm.isPending}
            onPress={() => confirm.mutate({ params })}
          >
            {t('part.confirm')}
          </Button>
        )}
        {abilities.lead && (
          <Button
            kind="quiet"
            label={t('part.leadOf', { name: organization.name })}
            isPending={lead.isPending}
            onPress={() => lead.mutate({ params, body: { version } })}
          >
            {t('part.lead')}
          </Button>
        )}
        {abilities.withdraw && (
          <Button
            kind="quiet"
            label={t('part.withdrawOf', { name: organization.name })}
            onPress={() => setWithdrawing(true)}
          >
            {t('part.withdraw')}
          </Button>
        )}
      </div>
      {isWithdrawing && (
        <ReasonDialog
          title={t('part.withdrawTitle', { name: organization.name })}
          hint={t(role === 'LEAD_PARTNER' ? 'part.withdrawLead' : 'part.withdrawHint')}
          action={t('part.withdraw')}
          deed={withdraw}
          onSend={(reason) => withdraw.mutate({ params, body: { reason, version } })}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </li>
  );
};

/** Who takes part: declared by those who work for it, confirmed by those who decide. */
export const Parts = ({ initiative }: { readonly initiative: InitiativeView }) => {
  const { t } = useTranslation('initiatives');
  const [isDeclaring, setDeclaring] = useState(false);
  const { participants, parts, abilities } = initiative;
  return (
    <Section title={t('part.title')} aside={t('parts', { count: parts.all, confirmed: parts.confirmed })}>
      {participants.length === 0 ? (
        <EmptyState title={t('part.none')}>{t('part.noneNext')}</EmptyState>
      ) : (
        <Rows>
          {participants.map((part) => (
            <PartRow key={`${part.organization.id}${part.declaredAt}`} initiative={initiative} part={part} />
          ))}
        </Rows>
      )}
      {abilities.declareFor.length > 0 && (
        <div>
          <Button onPress={() => setDeclaring(true)}>{t('part.declare')}</Button>
        </div>
      )}
      <Suspense>
        {isDeclaring && <DeclareDialog initiative={initiative} onClose={() => setDeclaring(false)} />}
      </Suspense>
    </Section>
  );
};
