import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePersonName } from '../../lib/person-name.ts';
import { Link } from '../../ui/link.tsx';
import { originsQuery, type OriginOf } from './ideas.queries.ts';

/** From whose idea an initiative, or a task, has come; nothing where from none. */
export const IdeaOrigin = ({ of }: { readonly of: OriginOf }) => {
  const { t } = useTranslation('ideas');
  const named = usePersonName();
  const { data } = useQuery(originsQuery(of));
  if (!data || data.items.length === 0) return null;
  return (
    <ul aria-label={t('origin.label', { count: data.items.length })} className="flex flex-col gap-1">
      {data.items.map(({ id, title, organization, author }) => (
        <li key={id} className="border-s-4 border-sea ps-3">
          {t('origin.from')}{' '}
          <Link to="/app/pomysly/$ideaId" params={{ ideaId: id }}>
            {title}
          </Link>{' '}
          <span className="text-soft">({[named(author.name, organization.name), organization.name].join(', ')})</span>
        </li>
      ))}
    </ul>
  );
};
