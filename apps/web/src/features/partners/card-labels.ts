import { useTranslation } from 'react-i18next';

/** What each field of a card is called, in the order of its form. */
export const useFieldLabels = () => {
  const { t } = useTranslation('partners');
  return {
    titlePl: t('cardField.titlePl'),
    titleEn: t('cardField.titleEn'),
    acronym: t('cardField.acronym'),
    programme: t('cardField.programme'),
    priority: t('cardField.priority'),
    challengePl: t('cardField.challengePl'),
    challengeEn: t('cardField.challengeEn'),
    aimPl: t('cardField.aimPl'),
    aimEn: t('cardField.aimEn'),
    activitiesPl: t('cardField.activitiesPl'),
    activitiesEn: t('cardField.activitiesEn'),
    resultsPl: t('cardField.resultsPl'),
    resultsEn: t('cardField.resultsEn'),
    sought: t('cardField.sought'),
    budgetFrom: t('cardField.budgetFrom'),
    budgetTo: t('cardField.budgetTo'),
    currency: t('cardField.currency'),
    durationMonths: t('cardField.durationMonths'),
    timetablePl: t('cardField.timetablePl'),
    timetableEn: t('cardField.timetableEn'),
    answerBy: t('cardField.answerBy'),
    aboutPl: t('cardField.aboutPl'),
    aboutEn: t('cardField.aboutEn'),
    officeName: t('cardField.officeName'),
    officeEmail: t('cardField.officeEmail'),
    officePhone: t('cardField.officePhone'),
    topics: t('cardField.topics'),
  };
};
