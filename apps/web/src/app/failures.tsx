import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../lib/api.ts';
import { Failure } from '../lib/failure.tsx';
import { PublicFrame } from '../lib/public-frame.tsx';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';

// Before one has signed in there is nobody for whom to act.
const ActingFor = lazy(async () => ({ default: (await import('./acting-for.tsx')).ActingFor }));

/** There is no such page, or the viewer may not see it: the two are never told apart. */
export const NotFound = () => {
  const { t } = useTranslation(['common', 'problems']);
  return (
    <div className="flex flex-col items-start gap-6">
      <PageHeader title={t('problems:not-found.title')} lead={t('problems:not-found.detail')} />
      <Link to="/app">{t('toStart')}</Link>
    </div>
  );
};

/** The same on the working side: it may be there for another organization for which the viewer can act. */
export const NotFoundHere = () => {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col items-start gap-8">
      <NotFound />
      <Suspense>
        <ActingFor label={t('actingForOther')} />
      </Suspense>
    </div>
  );
};

/** A page of the working side could not be read. */
export const RouteFailure = ({ error }: ErrorComponentProps) => {
  const { t } = useTranslation();
  const router = useRouter();
  if (isProblem(error, 'not-found')) return <NotFoundHere />;
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={t('failed')} />
      <Failure error={error} onRetry={() => void router.invalidate()} />
    </div>
  );
};

// The same where there is no shell around the page.

export const NotFoundOutside = () => (
  <PublicFrame>
    <NotFound />
  </PublicFrame>
);

export const FailureOutside = (props: ErrorComponentProps) => (
  <PublicFrame>{isProblem(props.error, 'not-found') ? <NotFound /> : <RouteFailure {...props} />}</PublicFrame>
);
