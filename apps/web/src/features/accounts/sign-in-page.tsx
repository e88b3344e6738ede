import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api.ts';
import { useAssociation } from '../../lib/association.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useLocalized } from '../../lib/i18n.ts';
import { PublicFrame } from '../../lib/public-frame.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Sheet } from '../../ui/section.tsx';
import { SignInForm } from './sign-in-form.tsx';

// They come after what everybody needs: other ways in where there are any, and in a demo its people.
const SignInWays = lazy(async () => ({ default: (await import('./sign-in-ways.tsx')).SignInWays }));
const DemoPeople = lazy(async () => ({ default: (await import('./demo-people.tsx')).DemoPeople }));
const route = getRouteApi('/logowanie');

export const SignInPage = () => {
  const { t } = useTranslation('accounts');
  const association = useAssociation();
  const localized = useLocalized();
  const navigate = useNavigate();
  const { powrot = '/app', problem } = route.useSearch();
  const enter = (): void => void navigate({ href: powrot, replace: true });
  return (
    <PublicFrame>
      <div className="grid items-start gap-x-16 gap-y-12 lg:grid-cols-[24rem_1fr]">
        <div className="flex flex-col gap-6">
          <PageHeader title={t('title')} {...(association && { lead: localized(association.name) })} />
          <Sheet>
            {problem && <DeedFailure error={new ApiProblem(problem)} />}
            <SignInForm onSignedIn={enter} />
            <p className="flex flex-wrap gap-x-6 gap-y-2">
              <Link to="/haslo">{t('forgotten')}</Link>
              <Link to="/link">{t('byLink')}</Link>
            </p>
            <Suspense>
              <SignInWays returnTo={powrot} />
            </Suspense>
          </Sheet>
          <p className="text-small text-soft">{t('help')}</p>
        </div>
        {association?.demo === true && (
          <Suspense>
            <DemoPeople onSignedIn={enter} />
          </Suspense>
        )}
      </div>
    </PublicFrame>
  );
};
