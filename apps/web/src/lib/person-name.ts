import { useTranslation } from 'react-i18next';

/** A person's name, or what stands for it where the person was forgotten: what they did stays, they do not. */
export const usePersonName = (): ((name: string, organization?: string | null) => string) => {
  const { t } = useTranslation();
  return (name, organization) => {
    if (name !== '') return name;
    return organization ? t('formerOfficial', { organization }) : t('formerPerson');
  };
};
