import type { ResolutionView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { Link, OutsideLink } from '../ui/link.tsx';
import { Status } from '../ui/status.tsx';
import { useFormat } from './format.ts';
import { standingTone } from './states.ts';

/** What a resolution is called: whose, which number, of which day. */
export const useResolutionName = (): ((
  resolution: Pick<ResolutionView, 'issuingBody' | 'number' | 'adoptedOn'>,
) => string) => {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ issuingBody, number, adoptedOn }) =>
    t('resolution', { body: t(`issuingBody.${issuingBody}`), number, day: format.day(adoptedOn) });
};

/** A resolution: whose, of which day and on what, with the ways to its entry and to the public register. */
export const Resolution = ({ resolution, link }: { readonly resolution: ResolutionView; readonly link: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useResolutionName();
  const { id, standing, validUntil, title, issuer, url } = resolution;
  return (
    <div className="flex flex-col items-start gap-1 border-s-4 border-sea ps-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link to="/app/uchwaly/$resolutionId" params={{ resolutionId: id }} look="plain">
          {name(resolution)}
        </Link>
        {standing !== 'IN_FORCE' && (
          <Status tone={standingTone[standing]}>{t(`resolutionStanding.${standing}`)}</Status>
        )}
      </p>
      <p className="max-w-prose">{title}</p>
      <p className="text-small text-soft">
        {[issuer, standing === 'IN_FORCE' && validUntil && t('resolutionUntil', { day: format.day(validUntil) })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {url && <OutsideLink href={url}>{link}</OutsideLink>}
    </div>
  );
};
