import type { MembershipView, NetworkView } from '@blizej/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';

const SeatsDialog = lazy(async () => ({ default: (await import('./seats-dialog.tsx')).SeatsDialog }));

interface SeatsProps {
  readonly network: NetworkView;
  readonly membership: MembershipView;
}

/** Who represents a gmina in the network; whoever may, changes it here. */
export const Seats = ({ network, membership }: SeatsProps) => {
  const { t } = useTranslation('seats');
  const [isOpen, setOpen] = useState(false);
  const { seats, organization, abilities } = membership;
  return (
    <div className="flex flex-col items-start gap-1 max-md:items-end max-md:text-end">
      {seats?.length === 0 && <span className="text-soft">{t('nobody')}</span>}
      {seats?.map(({ id, role, person, substitute }) => (
        <span key={id} className="flex flex-col">
          <span>
            {person.name}
            {role === 'SPONSOR' && <span className="text-small text-soft"> · {t('role.SPONSOR')}</span>}
          </span>
          {substitute && (
            <span className="text-small text-soft">{t('standsIn', { name: substitute.person.name })}</span>
          )}
        </span>
      ))}
      {abilities.nameSeats && (
        <Button kind="quiet" label={t('changeOf', { gmina: organization.name })} onPress={() => setOpen(true)}>
          {t('change')}
        </Button>
      )}
      <Suspense>
        {isOpen && <SeatsDialog network={network} membership={membership} onClose={() => setOpen(false)} />}
      </Suspense>
    </div>
  );
};
