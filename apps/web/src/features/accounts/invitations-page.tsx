import type { InvitationState, InvitationView } from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { Paged } from '../../lib/paged.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Rows } from '../../ui/section.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import { Moment } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';
import { invitationsQuery } from './invitations.queries.ts';

const route = getRouteApi('/app/zaproszenia');

const tones: Record<InvitationState, Tone> = { OPEN: 'waiting', EXPIRED: 'late', ACCEPTED: 'good', REVOKED: 'ended' };

const InvitationRow = ({ invitation }: { readonly invitation: InvitationView }) => {
  const { t } = useTranslation(['invitations', 'common']);
  const { id, name, email, office, organization, invitedBy, createdAt, expiresAt, state, abilities } = invitation;
  const params = { id };
  const resend = useDeed(api.resendInvitation, () => toast({ message: t('resent', { email }) }));
  const revoke = useDeed(api.revokeInvitation, () => toast({ message: t('revoked', { email }) }));
  return (
    <li className="flex flex-col gap-3 py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
          <p className="flex flex-wrap items-center gap-3 font-semibold">
            {name}
            <Status tone={tones[state]}>{t(`state.${state}`)}</Status>
          </p>
          <p className="break-words">
            {t(`common:office.${office}`)} · {organization.name} · {email}
          </p>
          <p className="text-small text-soft">
            {invitedBy && `${t('invitedBy', { name: invitedBy.name })} · `}
            <Moment at={createdAt} />
            {state === 'OPEN' && (
              <>
                {' '}
                · {t('until')} <Moment at={expiresAt} />
              </>
            )}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {abilities.resend && (
            <Button isPending={resend.isPending} onPress={() => resend.mutate({ params })}>
              {t('resend')}
            </Button>
          )}
          {abilities.revoke && (
            <Button kind="quiet" isPending={revoke.isPending} onPress={() => revoke.mutate({ params })}>
              {t('revoke')}
            </Button>
          )}
        </div>
      </div>
      <DeedFailure error={resend.error ?? revoke.error} />
    </li>
  );
};

/** Whom we have asked in, and what became of it. */
export const InvitationsPage = () => {
  const { t } = useTranslation(['invitations', 'common']);
  const navigate = useNavigate({ from: '/app/zaproszenia' });
  const { gmina, wszystkie } = route.useSearch();
  const query = useInfiniteQuery(
    invitationsQuery({ ...(gmina && { organization: gmina }), ...(!wszystkie && { open: 'true' }) }),
  );
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink to="/app/zaproszenia/lista">{t('list.action')}</ButtonLink>
            <ButtonLink to="/app/zaproszenia/nowe" search={{ gmina }} kind="primary">
              {t('invite.action')}
            </ButtonLink>
          </>
        }
      />
      <search className="flex flex-wrap items-end gap-4 print:hidden">
        <Checkbox
          isSelected={wszystkie ?? false}
          onChange={(chosen) =>
            void navigate({ search: (now) => ({ ...now, wszystkie: chosen || undefined }), replace: true })
          }
        >
          {t('alsoEnded')}
        </Checkbox>
      </search>
      <Paged query={query} empty={<EmptyState title={t('none.title')}>{t('none.next')}</EmptyState>}>
        {(invitations) => (
          <Rows>
            {invitations.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} />
            ))}
          </Rows>
        )}
      </Paged>
    </div>
  );
};
