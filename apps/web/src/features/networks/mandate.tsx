import type { NetworkView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { Resolution } from '../../lib/resolution.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';

/** Whose resolution a network rests on. */
export const Mandate = ({ network: { mandate } }: { readonly network: NetworkView }) => {
  const { t } = useTranslation('networks');
  return (
    <Section title={t('mandate.title')}>
      {mandate ? (
        <Resolution resolution={mandate} link={t('mandate.link')} />
      ) : (
        <Notice kind="care" title={t('mandate.none')}>
          <p>{t('mandate.noneNext')}</p>
        </Notice>
      )}
    </Section>
  );
};
