import { useTranslation } from 'react-i18next';
import { LinkTabs, type LinkTab } from '../ui/link-tabs.tsx';
import { useSession } from './session.ts';

/** What stands under the place "Initiatives" of the navigation, above each of its lists; a guest has the initiatives alone. */
export const InitiativePlaces = () => {
  const { t } = useTranslation('common');
  const { abilities } = useSession();
  if (!abilities.useNetworks) return null;
  const tabs: readonly LinkTab[] = [
    { to: '/app/inicjatywy', label: t('initiativePlaces.initiatives') },
    { to: '/app/pomysly', label: t('initiativePlaces.ideas') },
    { to: '/app/nabory', label: t('initiativePlaces.calls') },
    { to: '/app/partnerzy', label: t('initiativePlaces.partners') },
    { to: '/app/partnerzy/karty', label: t('initiativePlaces.cards') },
  ];
  return <LinkTabs label={t('initiativePlaces.label')} tabs={tabs} />;
};
