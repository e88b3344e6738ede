import type { MembershipView, NetworkView, SeatRole } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure, Failure } from '../../lib/failure.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Rows } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast.ts';
import { cardsQuery } from './networks.queries.ts';

interface SeatsDialogProps {
  readonly network: NetworkView;
  readonly membership: MembershipView;
  readonly onClose: () => void;
}

/** A place that is free: of a role of its own, or of a substitute for somebody. */
interface Place {
  readonly key: string;
  readonly label: string;
  readonly role: SeatRole;
  readonly substituteFor?: string;
}

/** Names and frees the gmina's representatives, one after the other. */
export const SeatsDialog = ({ network, membership, onClose }: SeatsDialogProps) => {
  const { t } = useTranslation(['seats', 'common']);
  const { organization } = membership;
  const seats = membership.seats ?? [];
  const cards = useQuery(cardsQuery(organization.id));
  const [personId, setPersonId] = useState('');
  const [placeKey, setPlaceKey] = useState('OFFICIAL');
  const [tried, setTried] = useState(false);
  const params = { id: network.id, organizationId: organization.id };
  const name = useDeed(api.nameSeat, () => {
    setPersonId('');
    setPlaceKey('OFFICIAL');
    setTried(false);
    toast({ message: t('named') });
  });
  const free = useDeed(api.freeSeat, () => toast({ message: t('freed') }));
  const sitting = new Set(
    seats.flatMap(({ person, substitute }) => (substitute ? [person.id, substitute.person.id] : [person.id])),
  );
  // Somebody with two offices has two cards.
  const people = [...new Map((cards.data ?? []).map((card) => [card.id, card.name]))].filter(
    ([id]) => !sitting.has(id),
  );
  const places: readonly Place[] = [
    { key: 'OFFICIAL', label: t('role.OFFICIAL'), role: 'OFFICIAL' },
    ...(seats.some(({ role }) => role === 'SPONSOR')
      ? []
      : [{ key: 'SPONSOR', label: t('role.SPONSOR'), role: 'SPONSOR' } as const]),
    ...seats
      .filter(({ substitute }) => substitute === null)
      .map(({ id, role, person }) => ({
        key: id,
        label: t('substituteFor', { name: person.name }),
        role,
        substituteFor: id,
      })),
  ];
  const place = places.find(({ key }) => key === placeKey) ?? places[0];
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!personId || !place) return;
    const { role, substituteFor } = place;
    name.mutate({ params, body: { personId, role, ...(substituteFor && { substituteFor }) } });
  };
  const freeButton = (seatId: string, who: string) => (
    <Button
      kind="quiet"
      label={t('freeOf', { name: who })}
      isPending={free.isPending}
      onPress={() => free.mutate({ params: { ...params, seatId } })}
    >
      {t('free')}
    </Button>
  );
  const close = (
    <Button kind="quiet" onPress={onClose}>
      {t('common:close')}
    </Button>
  );
  return (
    <Dialog title={t('title', { gmina: organization.name })} onClose={onClose}>
      <p className="text-soft">{t('what')}</p>
      {seats.length > 0 && (
        <Rows>
          {seats.map(({ id, role, person, substitute }) => (
            <li key={id} className="flex flex-col gap-1 py-3">
              <span className="flex flex-wrap items-center justify-between gap-x-4">
                <span className="flex flex-col">
                  <span className="font-semibold">{person.name}</span>
                  <span className="text-small text-soft">{t(`role.${role}`)}</span>
                </span>
                {freeButton(id, person.name)}
              </span>
              {substitute && (
                <span className="flex flex-wrap items-center justify-between gap-x-4 ps-6">
                  <span className="text-small">{t('standsIn', { name: substitute.person.name })}</span>
                  {freeButton(substitute.id, substitute.person.name)}
                </span>
              )}
            </li>
          ))}
        </Rows>
      )}
      <DeedFailure error={free.error} />
      {cards.isPending ? (
        <RowsSkeleton rows={2} />
      ) : cards.isError ? (
        <Failure error={cards.error} onRetry={() => void cards.refetch()} />
      ) : people.length === 0 ? (
        <>
          <p>{t('everybodySits')}</p>
          <DialogActions>{close}</DialogActions>
        </>
      ) : (
        <form onSubmit={send} noValidate className="flex flex-col gap-5">
          <Select
            label={t('person')}
            value={personId}
            onChange={setPersonId}
            error={tried && !personId ? t('personMissing') : undefined}
            options={[{ value: '', label: t('choose') }, ...people.map(([value, label]) => ({ value, label }))]}
          />
          <Select
            label={t('as')}
            value={place?.key ?? ''}
            onChange={setPlaceKey}
            options={places.map(({ key, label }) => ({ value: key, label }))}
          />
          <DeedFailure error={name.error} />
          <DialogActions>
            <Button type="submit" kind="primary" isPending={name.isPending}>
              {t('action')}
            </Button>
            {close}
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
};
