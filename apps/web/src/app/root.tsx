import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { SkipLink } from '../ui/skip-link.tsx';
import { ToastRegion } from '../ui/toast-region.tsx';

/** Around every page of both sides. */
export const Root = () => (
  <>
    <SkipLink />
    <Suspense>
      <Outlet />
    </Suspense>
    <ToastRegion />
  </>
);
