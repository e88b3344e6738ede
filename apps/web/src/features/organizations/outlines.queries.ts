import { queryOptions } from '@tanstack/react-query';
import type { Feature, FeatureCollection, Geometry, Polygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import balticUrl from './map/baltic.topo.json?url';
import gminasUrl from './map/gminas.topo.json?url';
import lagoonUrl from './map/vistula-lagoon.json?url';

type Gminas = Topology<{
  gminy: GeometryCollection<{ name: string }>;
  powiaty: GeometryCollection;
  wojewodztwa: GeometryCollection;
}>;
type Baltic = Topology<{ land: GeometryCollection }>;

export interface Outlines {
  readonly gminas: readonly Feature<Geometry, { name: string }>[];
  readonly region: FeatureCollection;
  readonly borders: Geometry;
  readonly land: FeatureCollection;
  readonly lagoon: FeatureCollection<Polygon>;
}

const read = async <T>(url: string, signal: AbortSignal): Promise<T> => {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`No outlines: ${response.status}`);
  return (await response.json()) as T;
};

/** The outlines of the region: files of the build, fetched when a map is shown. */
export const outlinesQuery = () =>
  queryOptions({
    queryKey: ['outlines'],
    queryFn: async ({ signal }): Promise<Outlines> => {
      const [gminas, baltic, lagoon] = await Promise.all([
        read<Gminas>(gminasUrl, signal),
        read<Baltic>(balticUrl, signal),
        read<FeatureCollection<Polygon>>(lagoonUrl, signal),
      ]);
      return {
        gminas: feature(gminas, gminas.objects.gminy).features,
        region: feature(gminas, gminas.objects.wojewodztwa),
        borders: mesh(gminas, gminas.objects.wojewodztwa),
        land: feature(baltic, baltic.objects.land),
        lagoon,
      };
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
