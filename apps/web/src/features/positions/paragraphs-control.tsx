import { paragraphsAtMost } from '@blizej/contracts';
import { ArrowDown, ArrowUp, Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useField, type ContractForm } from '../../lib/contract-form.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { TextArea } from '../../ui/text-area.tsx';

export interface WrittenParagraph {
  id?: string | undefined;
  pl: string;
  en?: string | undefined;
}

interface ParagraphsControlProps {
  readonly of: ContractForm<{ paragraphs: WrittenParagraph[] }>;
}

let made = 0;
/** A paragraph that is new has no id of its own yet: here it is known by this. */
const newKey = (): string => {
  made += 1;
  return `new-${made}`;
};

/** What takes the focus once a paragraph has come or moved. */
interface Destination {
  readonly key: string;
  readonly to: 'words' | 'up' | 'down';
}

/** The paragraphs of a text in both languages: each keeps its id, so that what was said of it stays with it. */
export const ParagraphsControl = ({ of }: ParagraphsControlProps) => {
  const { t } = useTranslation('positions');
  const { value, onChange, label, error, ref } = useField({ of, name: 'paragraphs' });
  const written: readonly WrittenParagraph[] = value;
  const [kept, setKeys] = useState<readonly string[]>(() => written.map(({ id }) => id ?? newKey()));
  // Whatever is written anew from elsewhere has its own.
  const keys = kept.length === written.length ? kept : written.map(({ id }, at) => id ?? `place-${at}`);
  const [destination, setDestination] = useState<Destination | null>(null);
  const controls = useRef(new Map<string, HTMLElement | null>());
  const holds =
    (key: string, to: Destination['to']) =>
    (element: HTMLElement | null): void =>
      void controls.current.set(`${key} ${to}`, element);
  useEffect(() => {
    if (!destination) return;
    const { key, to } = destination;
    const other = to === 'up' ? 'down' : 'up';
    // At either end there is nothing more in that direction.
    (controls.current.get(`${key} ${to}`) ?? controls.current.get(`${key} ${other}`))?.focus();
  }, [controls, destination]);
  const change = (at: number, next: Partial<WrittenParagraph>): void =>
    onChange(written.map((one, place) => (place === at ? { ...one, ...next } : one)));
  const move = (at: number, by: 1 | -1): void => {
    const moved = <T,>(row: readonly T[]): T[] => row.toSpliced(at, 1).toSpliced(at + by, 0, ...row.slice(at, at + 1));
    onChange(moved(written));
    setKeys(moved(keys));
    setDestination({ key: keys[at] ?? '', to: by === 1 ? 'down' : 'up' });
  };
  const add = (): void => {
    const key = newKey();
    onChange([...written, { pl: '' }]);
    setKeys([...keys, key]);
    setDestination({ key, to: 'words' });
  };
  const remove = (at: number): void => {
    const left = keys.toSpliced(at, 1);
    onChange(written.toSpliced(at, 1));
    setKeys(left);
    // What comes next has moved up; after the last one, what stands before it.
    setDestination({ key: left[Math.min(at, left.length - 1)] ?? '', to: 'words' });
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="pb-2 font-semibold">{label}</legend>
      <div ref={ref} tabIndex={-1} className="flex flex-col gap-5 outline-none">
        {error !== undefined && <p className="text-small font-semibold text-bad">{error}</p>}
        <ol className="flex flex-col gap-5">
          {written.map(({ pl, en }, at) => {
            const number = at + 1;
            const key = keys[at] ?? '';
            return (
              <li key={key} className="flex flex-col gap-3 rounded-control border border-line p-3">
                <TextArea
                  error={error !== undefined && pl.trim() === '' ? t('text.empty', { number }) : undefined}
                  ref={holds(key, 'words')}
                  label={t('text.pl', { number })}
                  lang="pl"
                  value={pl}
                  maximum={3000}
                  onChange={(text) => change(at, { pl: text })}
                />
                <TextArea
                  label={t('text.en', { number })}
                  lang="en"
                  value={en ?? ''}
                  maximum={3000}
                  rows={2}
                  onChange={(text) => change(at, { en: text === '' ? undefined : text })}
                />
                <div className="flex flex-wrap items-center gap-2">
                  {at > 0 && (
                    <IconButton ref={holds(key, 'up')} label={t('text.up', { number })} onPress={() => move(at, -1)}>
                      <ArrowUp aria-hidden className="size-5" />
                    </IconButton>
                  )}
                  {at < written.length - 1 && (
                    <IconButton ref={holds(key, 'down')} label={t('text.down', { number })} onPress={() => move(at, 1)}>
                      <ArrowDown aria-hidden className="size-5" />
                    </IconButton>
                  )}
                  {written.length > 1 && (
                    <Button kind="quiet" label={t('text.removeNumber', { number })} onPress={() => remove(at)}>
                      {t('text.remove')}
                    </Button>
                  )}
                </div>
              </li>
            );
          })}
        </ol>
        {written.length < paragraphsAtMost && (
          <div>
            <Button onPress={add}>
              <Plus aria-hidden className="size-5" />
              {t('text.add')}
            </Button>
          </div>
        )}
      </div>
    </fieldset>
  );
};
