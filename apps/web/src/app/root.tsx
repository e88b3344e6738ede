import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { SkipLink } from '../ui/skip-link.tsx';

// Nothing is said by a toast before the first page stands.
const ToastRegion = lazy(async () => ({ default: (await import('../ui/toast-region.tsx')).ToastRegion }));

/** Around every page of both sides. */
export const Root = () => (
  <>
    <SkipLink />
    <Suspense>
      <Outlet />
    </Suspense>
    <Suspense>
      <ToastRegion />
    </Suspense>
  </>
);
