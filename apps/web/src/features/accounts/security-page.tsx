import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/page-header.tsx';
import { ExternalAccounts } from './external-accounts.tsx';

const route = getRouteApi('/app/profil/bezpieczenstwo');

/** How the person gets into the portal. */
export const SecurityPage = () => {
  const { t } = useTranslation('identities');
  const { problem } = route.useSearch();
  return (
    <div className="flex max-w-3xl flex-col gap-10">
      <PageHeader title={t('security')} />
      <ExternalAccounts problem={problem} />
    </div>
  );
};
