import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../lib/session.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmailSection } from './email-section.tsx';
import { ExternalAccounts } from './external-accounts.tsx';
import { PasswordSection } from './password-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { securityQuery } from './security.queries.ts';
import { SessionsSection } from './sessions-section.tsx';

const route = getRouteApi('/app/profil/bezpieczenstwo');

/** How one signs in, and where one is signed in. On paper only the recovery codes. */
export const SecurityPage = () => {
  const { t } = useTranslation('security');
  const { problem } = route.useSearch();
  const { secondFactorMissing } = useSession();
  const { data: security } = useSuspenseQuery(securityQuery());
  const { email, hasPassword } = security;
  return (
    <div className="flex max-w-3xl flex-col gap-12">
      <PageHeader title={t('title')} lead={t('lead')} />
      {secondFactorMissing && (
        <Notice kind="care" title={t('missing.title')}>
          <p>{t('missing.lead')}</p>
        </Notice>
      )}
      <SecondFactorSection security={security} />
      <div className="flex flex-col gap-12 print:hidden">
        <PasswordSection email={email} hasPassword={hasPassword} />
        <EmailSection email={email} />
        {!secondFactorMissing && <ExternalAccounts problem={problem} />}
        <SessionsSection />
      </div>
    </div>
  );
};
