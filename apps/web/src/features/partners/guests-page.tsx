import type { GuestsView } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Rows, Section } from '../../ui/section.tsx';
import { toast } from '../../ui/toast.ts';
import { guestsQuery } from './partners.queries.ts';

const GuestDialog = lazy(async () => ({ default: (await import('./dialogs.tsx')).GuestDialog }));

const route = getRouteApi('/app/inicjatywy/$initiativeId/goscie');

interface PartnerGuestsProps {
  readonly initiativeId: string;
  readonly partner: GuestsView['partners'][number];
  readonly mayInvite: boolean;
}

/** The people of one partner: who has access, and who is asked in. */
const PartnerGuests = ({ initiativeId, partner, mayInvite }: PartnerGuestsProps) => {
  const { t } = useTranslation('partners');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { organization, people, invitations } = partner;
  const revoke = useDeed(api.revokeGuest, () => toast({ message: t('guests.revoked') }));
  return (
    <Section title={organization.name}>
      <h3 className="text-h3">{t('guests.people')}</h3>
      {people.length === 0 ? (
        <p className="text-soft">{t('guests.nobody')}</p>
      ) : (
        <Rows>
          {people.map(({ id, name }) => (
            <li key={id} className="py-3 font-semibold">
              {name}
            </li>
          ))}
        </Rows>
      )}
      {invitations.length > 0 && (
        <>
          <h3 className="text-h3">{t('guests.invited')}</h3>
          <Rows>
            {invitations.map(({ id, name, email, state, expiresAt }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
                <span className="min-w-0">
                  <span className="font-semibold">{name}</span>
                  <span className="block text-small wrap-anywhere text-soft">
                    {email} ·{' '}
                    {state === 'EXPIRED'
                      ? t('guests.expired')
                      : t('guests.until', { day: format.shortDay(format.dayOf(expiresAt)) })}
                  </span>
                </span>
                {mayInvite && (
                  <Button
                    kind="quiet"
                    label={t('guests.revokeOf', { name })}
                    isPending={revoke.isPending}
                    onPress={() => revoke.mutate({ params: { id: initiativeId, invitationId: id } })}
                  >
                    {t('guests.revoke')}
                  </Button>
                )}
              </li>
            ))}
          </Rows>
        </>
      )}
      <DeedFailure error={revoke.error} />
      {mayInvite && (
        <div>
          <Button label={t('guests.inviteOf', { name: organization.name })} onPress={() => setOpen(true)}>
            {t('guests.invite')}
          </Button>
        </div>
      )}
      <Suspense>
        {isOpen && (
          <GuestDialog initiativeId={initiativeId} organization={organization} onClose={() => setOpen(false)} />
        )}
      </Suspense>
    </Section>
  );
};

/** Who of the partners sees an initiative as a guest; for those who carry it. */
export const GuestsPage = () => {
  const { t } = useTranslation('partners');
  const localized = useLocalized();
  const { initiativeId } = route.useParams();
  const { data: guests } = useSuspenseQuery(guestsQuery(initiativeId));
  const { initiative, partners, abilities } = guests;
  const title = localized(initiative.title);
  const hasEnded = initiative.stage === 'COMPLETED' || initiative.stage === 'ABANDONED';
  return (
    <div className="flex flex-col gap-10">
      <PageHeader
        title={t('guests.title', { title })}
        lead={t('guests.lead')}
        above={
          <Breadcrumbs>
            <Link to="/app/inicjatywy/$initiativeId" params={{ initiativeId }} look="soft">
              {title}
            </Link>
          </Breadcrumbs>
        }
      />
      {hasEnded && <Notice kind="calm" title={t('guests.ended')} />}
      {partners.length === 0 && <EmptyState title={t('guests.none')}>{t('guests.noneNext')}</EmptyState>}
      {partners.map((partner) => (
        <PartnerGuests
          key={partner.organization.id}
          initiativeId={initiativeId}
          partner={partner}
          mayInvite={abilities.invite}
        />
      ))}
    </div>
  );
};
