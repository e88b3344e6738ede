import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '../ui/link.tsx';
import { useAssociation } from './association.ts';
import { DemoBanner } from './demo-banner.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Mark } from './mark.tsx';
import { signedIn } from './preferences.ts';
import { useSignal } from './signal.ts';

/** The frame of the public side. */
export const PublicFrame = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation();
  const association = useAssociation();
  const isSignedIn = useSignal(signedIn);
  return (
    <div className="flex min-h-dvh flex-col">
      <header>
        {association?.demo === true && <DemoBanner />}
        <div className="mx-auto flex w-full max-w-6xl items-center justify-between gap-4 px-4 py-4 sm:px-8">
          <Link to="/" look="plain">
            <Mark />
            <span className="sr-only">{t('toHome')}</span>
          </Link>
          <div className="flex flex-wrap items-center justify-end gap-x-4">
            {isSignedIn && <Link to="/app">{t('toPortal')}</Link>}
            <LanguageSwitch />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-6xl flex-1 px-4 py-8 outline-none sm:px-8 sm:py-12">
        {children}
      </main>
    </div>
  );
};
