import { useTranslation } from 'react-i18next';
import { LinkTabs, type LinkTab } from '../ui/link-tabs.tsx';

/** What stands under the place "Initiatives" of the navigation, above each of its lists. */
export const InitiativePlaces = () => {
  const { t } = useTranslation('common');
  const tabs: readonly LinkTab[] = [
    { to: '/app/inicjatywy', label: t('initiativePlaces.initiatives') },
    { to: '/app/nabory', label: t('initiativePlaces.calls') },
  ];
  return <LinkTabs label={t('initiativePlaces.label')} tabs={tabs} />;
};
