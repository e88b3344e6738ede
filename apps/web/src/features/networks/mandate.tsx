import type { MandateView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { OutsideLink } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';

/** Whose resolution a network rests on. */
export const Mandate = ({ mandate }: { readonly mandate: MandateView | null }) => {
  const { t } = useTranslation(['networks', 'common']);
  const format = useFormat();
  return (
    <Section title={t('mandate.title')}>
      {mandate ? (
        <div className="flex flex-col gap-1 border-s-4 border-sea ps-4">
          <p className="font-semibold">
            {t('common:resolution', {
              body: t(`common:issuingBody.${mandate.issuingBody}`),
              number: mandate.number,
              day: format.day(mandate.adoptedOn),
            })}
          </p>
          <p className="max-w-prose">{mandate.title}</p>
          <p className="text-small text-soft">{mandate.issuer}</p>
          {mandate.url && <OutsideLink href={mandate.url}>{t('mandate.link')}</OutsideLink>}
        </div>
      ) : (
        <Notice kind="care" title={t('mandate.none')}>
          <p>{t('mandate.noneNext')}</p>
        </Notice>
      )}
    </Section>
  );
};
