import type { SavedFilter } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { toast } from '../../ui/toast.ts';
import { savedFiltersQuery } from './views.queries.ts';

const SaveFilterDialog = lazy(async () => ({ default: (await import('./save-filter-dialog.tsx')).SaveFilterDialog }));

/** The filters as the page's address holds them. */
const searchOf = ({ search, stage, level, goal, mine, following }: SavedFilter['filters']) => ({
  szukaj: search,
  etap: stage,
  zasieg: level,
  cel: goal,
  nasze: mine,
  obserwowane: following,
});

interface SavedFiltersProps {
  /** The present filters of the list; null where nothing is filtered. */
  readonly present: SavedFilter['filters'] | null;
}

/** The filters that the viewer has named, and a way to name the present ones. */
export const SavedFilters = ({ present }: SavedFiltersProps) => {
  const { t } = useTranslation('initiatives');
  const [isOpen, setOpen] = useState(false);
  const { data: saved = [] } = useQuery(savedFiltersQuery());
  const remove = useDeed(api.removeFilter, () => toast({ message: t('filters.removed') }));
  if (saved.length === 0 && present === null) return null;
  return (
    <div className="flex flex-col gap-2 print:hidden">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {saved.length > 0 && (
          <>
            <h2 className="text-small font-semibold text-soft">{t('filters.title')}</h2>
            <ul className="flex flex-wrap gap-2">
              {saved.map(({ id, name, filters }) => (
                <li key={id} className="flex items-center rounded-round border border-line bg-surface ps-3">
                  <Link to="/app/inicjatywy" search={searchOf(filters)} look="plain">
                    {name}
                  </Link>
                  <IconButton label={t('filters.removeOf', { name })} onPress={() => remove.mutate({ params: { id } })}>
                    <X aria-hidden className="size-4" />
                  </IconButton>
                </li>
              ))}
            </ul>
          </>
        )}
        {present !== null && (
          <Button kind="quiet" onPress={() => setOpen(true)}>
            {t('filters.save')}
          </Button>
        )}
      </div>
      <DeedFailure error={remove.error} />
      <Suspense>
        {isOpen && present !== null && <SaveFilterDialog filters={present} onClose={() => setOpen(false)} />}
      </Suspense>
    </div>
  );
};
