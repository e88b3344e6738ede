import type { Localized } from '@blizej/contracts';
import { ArrowUp, Plus } from 'lucide-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { agendaItemsAtMost } from '../../lib/contract.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface WrittenItem {
  readonly id?: string | undefined;
  readonly titlePl: string;
  readonly titleEn: string;
  readonly positionId?: string | undefined;
}

export interface OfferedPosition {
  readonly id: string;
  readonly title: Localized;
}

interface AgendaControlProps {
  readonly agenda: readonly WrittenItem[];
  readonly onChange: (agenda: WrittenItem[]) => void;
  /** Joint positions that may be put on it, and those that stand on it already. */
  readonly positions: readonly OfferedPosition[];
  /** What is wrong with it: an item is named. */
  readonly error?: string | undefined;
  /** Takes the focus where something is wrong. */
  readonly ref?: Ref<HTMLOListElement>;
}

/** The agenda, item by item, in the order of the meeting. */
export const AgendaControl = ({ agenda, onChange, positions, error, ref }: AgendaControlProps) => {
  const { t } = useTranslation(['meetings', 'problems']);
  const localized = useLocalized();
  const change = (at: number, next: WrittenItem): void =>
    onChange(agenda.map((one, place) => (place === at ? next : one)));
  /** An item that has no words yet takes those of its position. */
  const choose = (at: number, item: WrittenItem, positionId: string): void => {
    const { positionId: _, ...rest } = item;
    const position = positions.find(({ id }) => id === positionId);
    if (!position) return change(at, rest);
    const { pl, en } = position.title;
    change(at, { ...rest, positionId, titlePl: rest.titlePl || pl, titleEn: rest.titleEn || (en ?? pl) });
  };
  const missing = (words: string): string | undefined =>
    error !== undefined && words.trim() === '' ? t('problems:issues.required') : undefined;
  const moveUp = (at: number): void => {
    const [moved] = agenda.slice(at, at + 1);
    if (moved) onChange([...agenda.slice(0, at - 1), moved, ...agenda.slice(at - 1, at), ...agenda.slice(at + 1)]);
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="pb-2 font-semibold">{t('agenda.title')}</legend>
      {error !== undefined && <Notice kind="bad" title={error} />}
      <ol ref={ref} tabIndex={-1} className="flex flex-col gap-4 outline-none">
        {agenda.map((item, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a new item has no name of its own yet
          <li key={at}>
            <fieldset className="flex min-w-0 flex-col gap-3 rounded-control border border-line p-3">
              <legend className="px-1 text-small text-soft">{t('agenda.number', { number: at + 1 })}</legend>
              {positions.length > 0 && (
                <Select
                  label={t('agenda.itsPosition')}
                  hint={item.positionId ? t('agenda.itsPositionHint') : undefined}
                  value={item.positionId ?? ''}
                  onChange={(positionId) => choose(at, item, positionId)}
                  options={[
                    { value: '', label: t('agenda.noPosition') },
                    ...positions.map(({ id, title }) => ({ value: id, label: localized(title) })),
                  ]}
                />
              )}
              <TextField
                label={t('agenda.titlePl')}
                lang="pl"
                value={item.titlePl}
                error={missing(item.titlePl)}
                onChange={(titlePl) => change(at, { ...item, titlePl })}
              />
              <TextField
                label={t('agenda.titleEn')}
                lang="en"
                value={item.titleEn}
                error={missing(item.titleEn)}
                onChange={(titleEn) => change(at, { ...item, titleEn })}
              />
              <div className="flex flex-wrap gap-2">
                {at > 0 && (
                  <Button kind="quiet" label={t('agenda.upNumber', { number: at + 1 })} onPress={() => moveUp(at)}>
                    <ArrowUp aria-hidden className="size-5" />
                    {t('agenda.up')}
                  </Button>
                )}
                {agenda.length > 1 && (
                  <Button
                    kind="quiet"
                    label={t('agenda.removeNumber', { number: at + 1 })}
                    onPress={() => onChange(agenda.filter((_, place) => place !== at))}
                  >
                    {t('agenda.remove')}
                  </Button>
                )}
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
      {agenda.length < agendaItemsAtMost && (
        <div>
          <Button onPress={() => onChange([...agenda, { titlePl: '', titleEn: '' }])}>
            <Plus aria-hidden className="size-5" />
            {t('agenda.add')}
          </Button>
        </div>
      )}
    </fieldset>
  );
};
