import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { AnswerPage } from '../features/ideas/answer-page.tsx';
import { membershipsQuery, networksQuery } from '../features/networks/networks.queries.ts';
import { useFormat } from '../lib/format.ts';
import { useLocalized } from '../lib/i18n.ts';

const route = getRouteApi('/app/pomysly/$ideaId/odpowiedz');

/** Joins the answer to an idea with the networks one of which may take it as a task. */
export const AnswerIdeaRoute = () => {
  const localized = useLocalized();
  const format = useFormat();
  const navigate = useNavigate({ from: '/app/pomysly/$ideaId/odpowiedz' });
  const { jako, siec } = route.useSearch();
  const isTask = jako === 'zadanie';
  const active = useInfiniteQuery({ ...networksQuery({ state: 'ACTIVE' }), enabled: isTask });
  const memberships = useQuery({ ...membershipsQuery(siec ?? ''), enabled: isTask && siec !== undefined });
  const members = (siec ? (memberships.data ?? []) : [])
    .filter(({ state, role }) => state === 'ACTIVE' && role !== 'OBSERVER')
    .map(({ organization: { id, name } }) => ({ id, name }))
    .sort((one, other) => format.compare(one.name, other.name));
  return (
    <AnswerPage
      networks={(active.data?.pages.flatMap((page) => page.items) ?? []).map(({ id, name }) => ({
        id,
        name: localized(name),
      }))}
      networkId={siec ?? null}
      onNetwork={(id) => void navigate({ search: (now) => ({ ...now, siec: id ?? undefined }), replace: true })}
      members={members}
    />
  );
};
