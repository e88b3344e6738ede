import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { geoMercator, geoPath } from 'd3-geo';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { regionQuery } from '../../lib/region.ts';
import { classes } from '../../ui/classes.ts';
import { outlinesQuery, type Outlines } from './outlines.queries.ts';

const width = 640;
const height = 420;
const margin = 14;

const draw = ({ gminas, region, borders, land, lagoon }: Outlines) => {
  const projection = geoMercator().fitExtent(
    [
      [margin, margin],
      [width - margin, height - margin],
    ],
    region,
  );
  projection.clipExtent([
    [0, 0],
    [width, height],
  ]);
  const path = geoPath(projection).digits(1);
  return {
    gminas: gminas.map((gmina) => ({ teryt: String(gmina.id), name: gmina.properties.name, d: path(gmina) ?? '' })),
    borders: path(borders) ?? '',
    land: path(land) ?? '',
    // The outlines of the land end at 53°N; south of that, and under the gminas, all is land.
    south: projection([19, 53.4])?.[1] ?? height,
    lagoon: path(lagoon) ?? '',
  };
};

interface RegionMapProps {
  /** TERYT codes of the gminas that stand out. */
  readonly marked: readonly string[];
  /** Those that stand out a little. */
  readonly faint?: readonly string[];
  readonly size: 'small' | 'large';
}

/**
 * The gminas of the region on the sea. The picture is for the eye and the pointer; its finding is said under it, and the
 * table beside it has all that the picture shows, for the keyboard and the screen reader.
 */
export const RegionMap = ({ marked, faint = [], size }: RegionMapProps) => {
  const { t } = useTranslation('organizations');
  const navigate = useNavigate();
  const { data: outlines } = useQuery(outlinesQuery());
  const { data: region = [] } = useQuery(regionQuery());
  const drawn = useMemo(() => (outlines ? draw(outlines) : null), [outlines]);
  const idOf = new Map(region.map(({ teryt, id }) => [teryt, id]));
  const strong = new Set(marked);
  const weak = new Set(faint);
  const look = (teryt: string): string =>
    strong.has(teryt)
      ? 'fill-map-member hover:fill-amber'
      : weak.has(teryt)
        ? 'fill-map-candidate hover:fill-amber'
        : 'fill-map-other';
  const seen = drawn ? drawn.gminas.filter(({ teryt }) => strong.has(teryt)).length : 0;
  return (
    <figure className="flex flex-col gap-2">
      <svg
        aria-hidden
        viewBox={`0 0 ${width} ${height}`}
        className="w-full rounded-card bg-map-sea forced-colors:bg-transparent print:bg-transparent"
      >
        {drawn && (
          <>
            <path d={drawn.land} className="fill-map-land" />
            <rect y={drawn.south} width={width} height={height} className="fill-map-land" />
            {drawn.gminas.map(({ teryt, name, d }) => {
              const id = idOf.get(teryt);
              return (
                <path
                  key={teryt}
                  d={d}
                  strokeWidth={0.5}
                  className={classes('stroke-map-line', look(teryt), id && 'cursor-pointer')}
                  onClick={() =>
                    id && void navigate({ to: '/app/gminy/$organizationId', params: { organizationId: id } })
                  }
                >
                  <title>{name}</title>
                </path>
              );
            })}
            <path d={drawn.borders} strokeWidth={1.2} className="pointer-events-none fill-none stroke-soft" />
            <path d={drawn.lagoon} className="pointer-events-none fill-map-sea" />
          </>
        )}
      </svg>
      <figcaption className="flex flex-col gap-0.5 text-small text-soft">
        <span className={size === 'large' ? 'text-body text-ink' : undefined}>{t('map.finding', { count: seen })}</span>
        <span>{t('map.source')}</span>
      </figcaption>
    </figure>
  );
};
