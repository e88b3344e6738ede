import type { PositionView } from '@blizej/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { ReasonDialog } from '../../lib/reason-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Section, Sheet } from '../../ui/section.tsx';
import { DataTable } from '../../ui/table.tsx';
import { toast } from '../../ui/toast.ts';
import { StandSign } from './state.tsx';

interface PositionProps {
  readonly position: PositionView;
}

/** The word of the viewer's gmina, in a minute: it endorses, or objects and says why. */
export const OurStand = ({ position }: PositionProps) => {
  const { t } = useTranslation('positions');
  const [isObjecting, setObjecting] = useState(false);
  const { id, mine, text, abilities } = position;
  const take = useDeed(api.takeStand, () => {
    setObjecting(false);
    toast({ message: t('stand.done') });
  });
  const object = useDeed(api.objectToSilence, () => {
    setObjecting(false);
    toast({ message: t('silence.broken') });
  });
  if (!mine || !(abilities.takeStand || abilities.object)) return null;
  const { organization, stand, textNumber } = mine;
  const isEarlier = stand !== null && textNumber !== text.number;
  const params = { id, organizationId: organization.id };
  return (
    <Section title={t('stand.title', { name: organization.name })}>
      <Sheet>
        <p>{t(abilities.object ? 'silence.ask' : 'stand.ask')}</p>
        {abilities.takeStand && (
          <p className="flex flex-wrap items-center gap-3">
            {t('stand.now')}
            <StandSign stand={stand} />
            {isEarlier && t('unity.earlier', { number: textNumber })}
          </p>
        )}
        <div className="flex flex-wrap gap-3">
          {abilities.takeStand && (stand !== 'ENDORSES' || isEarlier) && (
            <Button
              kind="primary"
              isPending={take.isPending}
              onPress={() => take.mutate({ params, body: { stand: 'ENDORSES' } })}
            >
              {t(stand === 'ENDORSES' ? 'stand.endorseNew' : 'stand.endorse', { number: text.number })}
            </Button>
          )}
          {(abilities.object || stand !== 'OBJECTS') && (
            <Button onPress={() => setObjecting(true)}>{t('stand.object')}</Button>
          )}
        </div>
        {!isObjecting && <DeedFailure error={take.error} />}
      </Sheet>
      {isObjecting && (
        <ReasonDialog
          title={t('stand.objectTitle', { name: organization.name })}
          hint={t(abilities.object ? 'silence.objectHint' : 'stand.objectHint')}
          action={t('stand.object')}
          deed={abilities.object ? object : take}
          onSend={(reason) =>
            abilities.object
              ? object.mutate({ params: { id }, body: { organizationId: organization.id, reason } })
              : take.mutate({ params, body: { stand: 'OBJECTS', reason } })
          }
          onClose={() => setObjecting(false)}
        />
      )}
    </Section>
  );
};

/** Who endorses, who objects and who is silent: the finding in the title, a bar with the threshold, and a table. */
export const Unity = ({ position }: PositionProps) => {
  const { t } = useTranslation('positions');
  const { unity, threshold, missing, stands, text, state } = position;
  const { endorse, object, members } = unity;
  const share = (gminas: number): number => (members === 0 ? 0 : (100 * gminas) / members);
  // From the other end: an objection never looks as if it helped to reach the threshold.
  const drawn = [
    { key: 'endorse', fill: 'fill-sea', x: 0, width: share(endorse) },
    { key: 'object', fill: 'fill-amber-edge', x: 100 - share(object), width: share(object) },
  ];
  const isOpen = state === 'CONSULTATION';
  return (
    <Section
      title={
        isOpen && missing > 0
          ? t('unity.missing', { count: missing, endorse, members })
          : t('unity.reached', { count: endorse, members })
      }
      aside={t('unity.threshold', { threshold })}
    >
      <svg
        aria-hidden
        viewBox="0 0 100 12"
        preserveAspectRatio="none"
        className="h-8 w-full rounded-control bg-sunken forced-colors:border"
      >
        {drawn.map(({ key, x, width, fill }) => (
          <rect key={key} x={x} y="2" width={width} height="8" className={fill} />
        ))}
        <line
          x1={threshold}
          x2={threshold}
          y1="0"
          y2="12"
          strokeDasharray="6 4"
          vectorEffect="non-scaling-stroke"
          className="stroke-ink stroke-2"
        />
      </svg>
      <p className="text-small text-soft">
        {t('unity.legend', { endorse, object, silent: members - endorse - object })}
      </p>
      <DataTable
        caption={t('unity.caption')}
        rows={stands}
        rowKey={({ organization }) => organization.id}
        columns={[
          { name: t('unity.gmina'), cell: ({ organization }) => organization.name },
          { name: t('unity.stand'), cell: ({ stand }) => <StandSign stand={stand} /> },
          {
            name: t('unity.reason'),
            cell: ({ reason, textNumber }) =>
              [reason, textNumber !== null && textNumber !== text.number && t('unity.earlier', { number: textNumber })]
                .filter(Boolean)
                .join(' · ') || t('nothing'),
          },
        ]}
      />
    </Section>
  );
};
