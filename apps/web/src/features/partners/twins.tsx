import type { TwinView } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Rows, Section } from '../../ui/section.tsx';
import { toast } from '../../ui/toast.ts';
import { useNames } from './names.ts';
import { twinsQuery } from './partners.queries.ts';

const TwinDialog = lazy(async () => ({ default: (await import('./dialogs.tsx')).TwinDialog }));

interface TwinRowProps {
  readonly twin: TwinView;
  /** What it is called on this page: the gmina, or the town. */
  readonly name: string;
  readonly title: ReactNode;
}

/** A twin town as it is noted, with what the viewer may do. */
export const TwinRow = ({ twin, name, title }: TwinRowProps) => {
  const { t } = useTranslation('partners');
  const [isOpen, setOpen] = useState(false);
  const { gmina, partner, since, about, abilities } = twin;
  const end = useDeed(api.endTwin, () => toast({ message: t('twins.ended') }));
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-4">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
        <p className="flex flex-wrap items-baseline gap-x-3">
          {title}
          {since !== null && <span className="text-small text-soft">{t('twins.since', { year: since })}</span>}
        </p>
        <p className="max-w-prose whitespace-pre-line">{about}</p>
        <DeedFailure error={end.error} />
      </div>
      {abilities.change && (
        <div className="flex flex-wrap gap-2">
          <Button kind="quiet" label={t('twins.changeOf', { name })} onPress={() => setOpen(true)}>
            {t('twins.change')}
          </Button>
          <Button
            kind="quiet"
            label={t('twins.endOf', { name })}
            isPending={end.isPending}
            onPress={() => end.mutate({ params: { id: partner.id, organizationId: gmina.id } })}
          >
            {t('twins.end')}
          </Button>
        </div>
      )}
      <Suspense>
        {isOpen && <TwinDialog partner={partner} gminas={[gmina]} twin={twin} onClose={() => setOpen(false)} />}
      </Suspense>
    </li>
  );
};

/** The twin towns of a gmina, on its page. */
export const GminaTwins = ({ organizationId }: { readonly organizationId: string }) => {
  const { t } = useTranslation('partners');
  const names = useNames();
  const { data: twins } = useQuery(twinsQuery(organizationId));
  if (!twins || (twins.items.length === 0 && !twins.abilities.add)) return null;
  return (
    <Section
      title={t('twins.title')}
      {...(twins.abilities.add && {
        aside: (
          <Link to="/app/partnerzy" search={{ rodzaj: 'AUTHORITY' }}>
            {t('twins.find')}
          </Link>
        ),
      })}
    >
      {twins.items.length === 0 ? (
        <p className="text-soft">{t('twins.noneOfGmina')}</p>
      ) : (
        <Rows>
          {twins.items.map((twin) => (
            <TwinRow
              key={twin.partner.id}
              twin={twin}
              name={twin.partner.name}
              title={
                <>
                  <Link to="/app/partnerzy/$organizationId" params={{ organizationId: twin.partner.id }} look="plain">
                    {twin.partner.name}
                  </Link>
                  <span className="text-small text-soft">
                    {twin.partner.place}, {names.country(twin.partner.country)}
                  </span>
                </>
              }
            />
          ))}
        </Rows>
      )}
    </Section>
  );
};
