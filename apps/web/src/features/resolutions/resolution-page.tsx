import type { ResolutionDetail } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useResolutionName } from '../../lib/resolution.tsx';
import { resolutionQuery } from '../../lib/resolutions.ts';
import { standingTone } from '../../lib/states.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Link, OutsideLink } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Fact, Facts, Rows, Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { ChangeButton, RecordButton } from './resolution-dialog.tsx';

const Neighbour = ({ resolution }: { readonly resolution: NonNullable<ResolutionDetail['supersedes']> }) => {
  const { t } = useTranslation('resolutions');
  const format = useFormat();
  return (
    <Link to="/app/uchwaly/$resolutionId" params={{ resolutionId: resolution.id }}>
      {t('reference', { number: resolution.number, day: format.day(resolution.adoptedOn) })}
    </Link>
  );
};

/** Says where it no longer, or not for ever, is in force. */
const Warning = ({ resolution }: { readonly resolution: ResolutionDetail }) => {
  const { t } = useTranslation('resolutions');
  const format = useFormat();
  const { standing, supersededBy, validUntil } = resolution;
  if (standing === 'SUPERSEDED') {
    return (
      <Notice kind="care" title={t('superseded.title')}>
        <p>{t('superseded.next')}</p>
      </Notice>
    );
  }
  if (standing === 'ENDED' && validUntil) {
    return (
      <Notice kind="care" title={t('ended.title')}>
        <p>{t('ended.next', { day: format.day(validUntil) })}</p>
      </Notice>
    );
  }
  return (
    supersededBy && (
      <Notice
        kind="calm"
        title={t('superseded.soon', { day: format.day(supersededBy.adoptedOn), number: supersededBy.number })}
      />
    )
  );
};

interface ResolutionPageProps {
  readonly id: string;
  /** What rests on it, as other features know it. */
  readonly children: ReactNode;
}

/** One resolution: what it says, what was before and after it, what rests on it. */
export const ResolutionPage = ({ id, children }: ResolutionPageProps) => {
  const { t } = useTranslation(['resolutions', 'common']);
  const format = useFormat();
  const name = useResolutionName();
  const { data: resolution } = useSuspenseQuery(resolutionQuery(id));
  const { abilities, standing, validUntil, supersedes, supersededBy, joined, left } = resolution;
  const gminas = [
    ...joined.map((gmina) => ({ ...gmina, key: 'joined' as const })),
    ...left.map((gmina) => ({ ...gmina, key: 'left' as const })),
  ];
  return (
    <div className="flex flex-col gap-12">
      <div className="flex flex-col gap-6">
        <PageHeader
          title={name(resolution)}
          lead={resolution.title}
          above={
            <Breadcrumbs>
              <Link to="/app/uchwaly" look="soft">
                {t('title')}
              </Link>
            </Breadcrumbs>
          }
          actions={
            <>
              {abilities.change && <ChangeButton resolution={resolution} />}
              {abilities.supersede && <RecordButton predecessor={resolution} />}
            </>
          }
        />
        <Warning resolution={resolution} />
        <Facts>
          <Fact name={t('facts.standing')}>
            <Status tone={standingTone[standing]}>{t(`common:resolutionStanding.${standing}`)}</Status>
          </Fact>
          <Fact name={t('facts.issuer')}>
            {[t(`common:issuingBodyName.${resolution.issuingBody}`), resolution.issuer].join(' · ')}
          </Fact>
          <Fact name={t('facts.validUntil')}>{validUntil ? format.day(validUntil) : t('facts.untilSuperseded')}</Fact>
          {supersedes && (
            <Fact name={t('facts.supersedes')}>
              <Neighbour resolution={supersedes} />
            </Fact>
          )}
          {supersededBy && (
            <Fact name={t('facts.supersededBy')}>
              <Neighbour resolution={supersededBy} />
            </Fact>
          )}
          {resolution.url && (
            <Fact name={t('facts.public')}>
              <OutsideLink href={resolution.url}>{t('openPublic')}</OutsideLink>
            </Fact>
          )}
        </Facts>
      </div>
      {children}
      {gminas.length > 0 && (
        <Section title={t('gminas.title')}>
          <Rows>
            {gminas.map(({ id: gmina, name: called, key }) => (
              <li key={`${gmina}${key}`} className="py-3">
                <Link to="/app/gminy/$organizationId" params={{ organizationId: gmina }}>
                  {t(`gminas.${key}`, { name: called })}
                </Link>
              </li>
            ))}
          </Rows>
        </Section>
      )}
    </div>
  );
};
