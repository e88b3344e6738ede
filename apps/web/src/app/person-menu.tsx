import type { SessionView } from '@blizej/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../lib/api.ts';
import { useAssociation } from '../lib/association.ts';
import { chooseLanguage, useLanguage } from '../lib/i18n.ts';
import { chooseTheme, rememberSignedIn, theme } from '../lib/preferences.ts';
import { useSignal } from '../lib/signal.ts';
import { ActingFor } from './acting-for.tsx';
import { Menu, menuItem } from '../ui/menu.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';

// Each language is named in its own words, whatever the page speaks.
const languages = [
  { value: 'pl', label: 'Polski', lang: 'pl' },
  { value: 'en', label: 'English', lang: 'en' },
] as const;

const initials = (name: string): string =>
  name
    .split(' ')
    .slice(0, 2)
    .map((part) => part[0])
    .join('');

/** What everybody may read stays when a person goes. */
const stays = new Set(['association', 'demo-accounts', 'sign-in-ways']);

/** Who one is and for whom; language, theme, the way out. */
export const PersonMenu = ({ session }: { readonly session: SessionView }) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const language = useLanguage();
  const association = useAssociation();
  const chosenTheme = useSignal(theme);
  const { abilities, person, actingFor } = session;
  const office = actingFor ? t(`office.${actingFor.office}`) : t('noOffice');
  const standing =
    actingFor && actingFor.office !== 'SECRETARIAT' ? [office, actingFor.organization.name].join(' · ') : office;
  const signOut = async (): Promise<void> => {
    // Whatever the server says, this browser forgets.
    await call(api.signOut, {}).catch(() => undefined);
    rememberSignedIn(false);
    await navigate({ to: '/logowanie' });
    queries.removeQueries({ predicate: ({ queryKey }) => !stays.has(String(queryKey[0])) });
  };
  return (
    <Menu
      label={t('personMenu')}
      triggerClass="flex min-h-11 items-center gap-2.5 rounded-control px-2 py-1 text-end hover:bg-sea-wash"
      trigger={
        <>
          <span className="flex flex-col leading-tight max-sm:sr-only">
            <span className="font-semibold">{person.name}</span>
            <span className="text-small text-soft">{standing}</span>
          </span>
          <span
            aria-hidden
            className="inline-flex size-9 items-center justify-center rounded-round bg-sea text-small font-semibold text-on-sea sm:hidden"
          >
            {initials(person.name)}
          </span>
          <ChevronDown aria-hidden className="size-4 text-soft max-sm:hidden" />
        </>
      }
    >
      <p className="border-b border-line px-3 pt-1 pb-3 sm:hidden">
        <strong className="block font-semibold">{person.name}</strong>
        <span className="text-small text-soft">{standing}</span>
      </p>
      <div className="flex flex-col gap-3 border-b border-line px-3 pt-1 pb-2">
        <ActingFor label={t('actingFor')} />
        <RadioGroup
          label={t('language')}
          value={language}
          options={languages}
          onChange={(chosen) => void chooseLanguage(chosen)}
        />
        <RadioGroup
          label={t('theme.title')}
          value={chosenTheme}
          options={[
            { value: 'light', label: t('theme.light') },
            { value: 'dark', label: t('theme.dark') },
            { value: 'system', label: t('theme.system') },
          ]}
          onChange={chooseTheme}
        />
      </div>
      <Link to="/app/profil" className={menuItem}>
        {t('profile')}
      </Link>
      <Link to="/app/profil/bezpieczenstwo" className={menuItem}>
        {t('security')}
      </Link>
      {abilities.invite && !abilities.administer && (
        <Link to="/app/zaproszenia" className={menuItem}>
          {t('invitations')}
        </Link>
      )}
      {association?.demo === true && abilities.writeTask && (
        <Link to="/app/poczta" className={menuItem}>
          {t('outbox')}
        </Link>
      )}
      <button type="button" onClick={() => void signOut()} className={menuItem}>
        {t('signOut')}
      </button>
    </Menu>
  );
};
