import type { InitiativeStage, InitiativeSummary } from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../../lib/i18n.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Paged } from '../../lib/paged.tsx';
import { Link } from '../../ui/link.tsx';
import { Menu, menuItem } from '../../ui/menu.tsx';
import { initiativesQuery } from './initiatives.queries.ts';
import { NextMilestone } from './next-milestone.tsx';

const MoveDialog = lazy(async () => ({ default: (await import('./dialogs.tsx')).MoveDialog }));

/** The stages of which the board has columns, and those in which something has ended, shown to whoever asks. */
const columns: readonly InitiativeStage[] = ['IDEA', 'PREPARATION', 'APPLIED', 'FUNDED', 'RUNNING'];
const endings: readonly InitiativeStage[] = ['COMPLETED', 'ABANDONED'];

const Card = ({ initiative }: { readonly initiative: InitiativeSummary }) => {
  const { t } = useTranslation('initiatives');
  const localized = useLocalized();
  const [to, setTo] = useState<InitiativeStage | null>(null);
  const { id, title, lead, abilities } = initiative;
  return (
    <li className="flex items-start gap-1 rounded-control border border-line bg-surface p-3">
      <div className="flex min-w-0 flex-1 flex-col items-start gap-1">
        <Link to="/app/inicjatywy/$initiativeId" params={{ initiativeId: id }} look="plain">
          <LocalizedText of={title} />
        </Link>
        <p className="text-small text-soft">{lead ? t('ledBy', { name: lead.name }) : t('noLead')}</p>
        <NextMilestone initiative={initiative} />
      </div>
      {abilities.moveTo.length > 0 && (
        <Menu
          label={t('board.moveOf', { title: localized(title) })}
          trigger={<Ellipsis aria-hidden className="size-5" />}
          triggerClass="-me-2 -mt-2 inline-flex size-11 items-center justify-center rounded-control text-soft hover:bg-sea-wash hover:text-sea"
        >
          <p className="px-3 pt-1 text-small text-soft">{t('board.moveTo')}</p>
          {abilities.moveTo.map((stage) => (
            <button key={stage} type="button" className={menuItem} onClick={() => setTo(stage)}>
              {t(`stage.${stage}`)}
            </button>
          ))}
        </Menu>
      )}
      <Suspense>{to !== null && <MoveDialog initiative={initiative} to={to} onClose={() => setTo(null)} />}</Suspense>
    </li>
  );
};

/** A column of the board: what stands at one stage. */
const Column = ({ stage, mine }: { readonly stage: InitiativeStage; readonly mine: boolean }) => {
  const { t } = useTranslation('initiatives');
  const query = useInfiniteQuery(initiativesQuery({ stage, ...(mine && { mine: 'true' }) }));
  return (
    <section aria-label={t(`stage.${stage}`)} className="flex min-w-0 flex-col gap-3">
      <h2 className="border-b border-control pb-2 font-semibold">{t(`stage.${stage}`)}</h2>
      <Paged query={query} empty={<p className="text-small text-soft">{t('board.none')}</p>}>
        {(items) => (
          <ul className="flex flex-col gap-3">
            {items.map((initiative) => (
              <Card key={initiative.id} initiative={initiative} />
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
};

interface BoardProps {
  readonly mine: boolean;
  /** With what is completed or abandoned. */
  readonly ended: boolean;
}

/** What is at work, by its stage, and what has ended if one asks; each card can be moved on, with the reason. */
export const Board = ({ mine, ended }: BoardProps) => (
  <div className="grid items-start gap-5 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-5">
    {[...columns, ...(ended ? endings : [])].map((stage) => (
      <Column key={stage} stage={stage} mine={mine} />
    ))}
  </div>
);
