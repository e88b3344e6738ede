import type { OrganizationView } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { Resolution } from '../../lib/resolution.tsx';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Fact, Facts, Section } from '../../ui/section.tsx';
import { organizationQuery } from './organizations.queries.ts';
import { RegionMap } from './region-map.tsx';

const MembershipDeeds = lazy(async () => ({ default: (await import('./membership-deeds.tsx')).MembershipDeeds }));
const route = getRouteApi('/app/gminy/$organizationId');

/** What everybody may know of an organization; what depends on the viewer stands below. */
export const OrganizationPage = ({ children }: { readonly children?: ReactNode }) => {
  const { t } = useTranslation(['organizations', 'common']);
  const format = useFormat();
  const standingOf = ({ status, memberSince, memberUntil }: NonNullable<OrganizationView['municipality']>): string => {
    if (!status) return t('status.none');
    const since = status !== 'CANDIDATE' && memberSince && t('since', { day: format.day(memberSince) });
    const until = status === 'FORMER' && memberUntil && t('until', { day: format.day(memberUntil) });
    return [t(`status.${status}`), [since, until].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  };
  const { organizationId } = route.useParams();
  const { data: organization } = useSuspenseQuery(organizationQuery(organizationId));
  const { name, kind, fictional, municipality, joinedBy, leftBy, abilities } = organization;
  const standing = municipality && standingOf(municipality);
  const mayKeep = abilities.join || abilities.makeCandidate || abilities.leave;
  return (
    <div className="flex flex-col gap-12">
      <PageHeader
        title={name}
        above={
          <Breadcrumbs>
            <Link to="/app/gminy" look="soft">
              {t('title')}
            </Link>
          </Breadcrumbs>
        }
        lead={fictional ? t('fictionalWhat') : t(`kind.${kind}`)}
      />
      {municipality && (
        <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[1fr_24rem]">
          <Facts>
            <Fact name={t('type.title')}>{t(`type.${municipality.type}`)}</Fact>
            <Fact name={t('county')}>{municipality.county}</Fact>
            <Fact name={t('voivodeship')}>{municipality.voivodeship}</Fact>
            <Fact name={t('head')}>{municipality.executiveTitle}</Fact>
            {municipality.population !== null && (
              <Fact
                name={
                  municipality.populationYear
                    ? t('populationIn', { year: municipality.populationYear })
                    : t('population')
                }
              >
                {format.number(municipality.population)}
              </Fact>
            )}
            {municipality.areaKm2 !== null && (
              <Fact name={t('area')}>{t('squareKilometres', { area: format.number(municipality.areaKm2) })}</Fact>
            )}
            <Fact name={t('teryt')}>{municipality.teryt}</Fact>
            <Fact name={t('inAssociation')}>{standing}</Fact>
          </Facts>
          {!fictional && <RegionMap marked={[municipality.teryt]} size="small" />}
        </div>
      )}
      {municipality && (joinedBy || leftBy || mayKeep) && (
        <Section title={t('membership')}>
          {joinedBy && <Resolution resolution={joinedBy} link={t('resolution.link')} />}
          {leftBy && <Resolution resolution={leftBy} link={t('resolution.link')} />}
          {mayKeep && (
            <Suspense>
              <MembershipDeeds organization={organization} />
            </Suspense>
          )}
        </Section>
      )}
      {children}
    </div>
  );
};
