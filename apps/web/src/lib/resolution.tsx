import type { ResolutionView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { OutsideLink } from '../ui/link.tsx';
import { useFormat } from './format.ts';

/** A resolution: whose, of which day and on what, with the way to the public register. */
export const Resolution = ({ resolution, link }: { readonly resolution: ResolutionView; readonly link: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="flex flex-col gap-1 border-s-4 border-sea ps-4">
      <p className="font-semibold">
        {t('resolution', {
          body: t(`issuingBody.${resolution.issuingBody}`),
          number: resolution.number,
          day: format.day(resolution.adoptedOn),
        })}
      </p>
      <p className="max-w-prose">{resolution.title}</p>
      <p className="text-small text-soft">{resolution.issuer}</p>
      {resolution.url && <OutsideLink href={resolution.url}>{link}</OutsideLink>}
    </div>
  );
};
