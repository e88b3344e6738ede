import { useTranslation } from 'react-i18next';
import { LinkTabs, type LinkTab } from '../ui/link-tabs.tsx';

/** What stands under the place "One voice" of the navigation, above each of its lists. */
export const VoicePlaces = () => {
  const { t } = useTranslation('voice');
  const tabs: readonly LinkTab[] = [
    { to: '/app/stanowiska', label: t('positions') },
    { to: '/app/glosowania', label: t('ballots') },
    { to: '/app/zebrania', label: t('meetings') },
  ];
  return <LinkTabs label={t('label')} tabs={tabs} />;
};
