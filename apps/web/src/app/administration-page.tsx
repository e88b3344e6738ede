import { BookLock, Coins, MailPlus, MapPinned, Scale, Stamp, UsersRound, Vote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';

const parts = [
  { key: 'people', to: '/app/zarzadzanie/osoby', icon: UsersRound },
  { key: 'invitations', to: '/app/zaproszenia', icon: MailPlus },
  { key: 'election', to: '/app/zarzadzanie/wybory', icon: Vote },
  { key: 'members', to: '/app/gminy', icon: MapPinned },
  { key: 'resolutions', to: '/app/uchwaly', icon: Stamp },
  { key: 'dues', to: '/app/zarzadzanie/skladki', icon: Coins },
  { key: 'balances', to: '/app/zarzadzanie/bilanse', icon: Scale },
  { key: 'audit', to: '/app/zarzadzanie/dziennik', icon: BookLock },
] as const;

/** What the secretariat looks after, and the ways there. */
export const AdministrationPage = () => {
  const { t } = useTranslation('administration');
  return (
    <div className="flex flex-col gap-8">
      <PageHeader title={t('title')} lead={t('lead')} />
      <ul className="grid gap-4 sm:grid-cols-2">
        {parts.map(({ key, to, icon: Icon }) => (
          <li
            key={key}
            className="relative flex items-start gap-4 rounded-card border border-line bg-surface p-5 hover:border-sea"
          >
            <Icon aria-hidden className="mt-1 size-6 shrink-0 text-sea" strokeWidth={1.75} />
            <div className="flex flex-col gap-1">
              <h2 className="text-h3 [&_a]:after:absolute [&_a]:after:inset-0">
                <Link to={to} look="plain">
                  {t(`${key}.title`)}
                </Link>
              </h2>
              <p className="text-soft">{t(`${key}.lead`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
};
