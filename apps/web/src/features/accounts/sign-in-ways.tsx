import type { SignInWaysView } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, api } from '../../lib/api.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { ButtonAnchor } from '../../ui/button.tsx';
import { signInWaysQuery } from './identities.queries.ts';

interface SignInWaysProps {
  /** Where to go on, a place of the working side. */
  readonly returnTo: string;
}

/** The ways in beside the password; nothing, not even words, is loaded where there is none. */
export const SignInWays = ({ returnTo }: SignInWaysProps) => {
  const { data } = useQuery(signInWaysQuery());
  if (!data || data.providers.length === 0) return null;
  return (
    <Suspense>
      <Providers providers={data.providers} returnTo={returnTo} />
    </Suspense>
  );
};

/** As an address is written: the server wants it so. */
const written = (place: string): string => {
  const { pathname, search, hash } = new URL(place, window.location.origin);
  return pathname + search + hash;
};

/** A button for each provider. They leave the application, and one comes back signed in. */
const Providers = ({ providers, returnTo }: SignInWaysView & SignInWaysProps) => {
  const { t } = useTranslation('identities');
  const localized = useLocalized();
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-5">
      <p className="text-soft">{t('otherwise')}</p>
      <ul className="flex flex-col gap-3">
        {providers.map(({ id, name }) => (
          <li key={id} className="flex flex-col">
            <ButtonAnchor
              href={addressOf(api.beginOidc, { params: { provider: id }, query: { powrot: written(returnTo) } })}
            >
              {t('signInThrough', { provider: localized(name) })}
            </ButtonAnchor>
          </li>
        ))}
      </ul>
    </div>
  );
};
