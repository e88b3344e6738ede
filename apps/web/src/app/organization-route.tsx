import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Cards } from '../features/accounts/cards.tsx';
import { Appointments } from '../features/appointments/appointments.tsx';
import { OrganizationPage } from '../features/organizations/organization-page.tsx';
import { organizationQuery } from '../features/organizations/organizations.queries.ts';
import { useSession } from '../lib/session.ts';
import { ButtonLink } from '../ui/button.tsx';

const GminaTwins = lazy(async () => {
  const [{ GminaTwins: twins }, { loadWords }] = await Promise.all([
    import('../features/partners/twins.tsx'),
    import('../lib/i18n.ts'),
  ]);
  await loadWords(['partners']);
  return { default: twins };
});
const route = getRouteApi('/app/gminy/$organizationId');

/** An organization's page, with its people for those who may see who holds what. */
export const OrganizationRoute = () => {
  const { t } = useTranslation(['invitations', 'organizations']);
  const { organizationId } = route.useParams();
  const { abilities } = useSession();
  const { data: organization } = useSuspenseQuery(organizationQuery(organizationId));
  return (
    <OrganizationPage>
      {organization.abilities.openBalance && (
        <div>
          <ButtonLink to="/app/gminy/$organizationId/bilans" params={{ organizationId }}>
            {t('organizations:balance')}
          </ButtonLink>
        </div>
      )}
      <Cards organizationId={organizationId} />
      <Suspense>
        {organization.municipality && <GminaTwins key={organizationId} organizationId={organizationId} />}
      </Suspense>
      {organization.people !== null && (
        <Appointments
          organizationId={organizationId}
          opensPeople={organization.abilities.openPeople}
          actions={
            <>
              {abilities.invite && (
                <ButtonLink to="/app/zaproszenia/nowe" search={{ gmina: organizationId }}>
                  {t('invite.action')}
                </ButtonLink>
              )}
              {organization.abilities.openPeople && (
                <ButtonLink to="/app/zarzadzanie/osoby" search={{ organizacja: organizationId }}>
                  {t('organizations:people.all')}
                </ButtonLink>
              )}
            </>
          }
        />
      )}
    </OrganizationPage>
  );
};
