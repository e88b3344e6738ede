import { paragraphsAtMost } from '@blizej/contracts';
import { ArrowDown, ArrowUp, Plus } from 'lucide-react';
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

/** The paragraphs of a text in both languages: each keeps its id, so that what was said of it stays with it. */
export const ParagraphsControl = ({ of }: ParagraphsControlProps) => {
  const { t } = useTranslation('positions');
  const { value, onChange, label, error, ref } = useField({ of, name: 'paragraphs' });
  const written: readonly WrittenParagraph[] = value;
  const change = (at: number, next: Partial<WrittenParagraph>): void =>
    onChange(written.map((one, place) => (place === at ? { ...one, ...next } : one)));
  const move = (at: number, by: 1 | -1): void => {
    const next = [...written];
    const [taken] = next.splice(at, 1);
    if (taken) next.splice(at + by, 0, taken);
    onChange(next);
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="pb-2 font-semibold">{label}</legend>
      <div ref={ref} tabIndex={-1} className="flex flex-col gap-5 outline-none">
        {error !== undefined && <p className="text-small font-semibold text-bad">{error}</p>}
        <ol className="flex flex-col gap-5">
          {written.map(({ id, pl, en }, at) => {
            const number = at + 1;
            return (
              // oxlint-disable-next-line react/no-array-index-key -- a new paragraph has no id of its own yet
              <li key={id ?? at} className="flex flex-col gap-3 rounded-control border border-line p-3">
                <TextArea
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
                    <IconButton label={t('text.up', { number })} onPress={() => move(at, -1)}>
                      <ArrowUp aria-hidden className="size-5" />
                    </IconButton>
                  )}
                  {at < written.length - 1 && (
                    <IconButton label={t('text.down', { number })} onPress={() => move(at, 1)}>
                      <ArrowDown aria-hidden className="size-5" />
                    </IconButton>
                  )}
                  {written.length > 1 && (
                    <Button
                      kind="quiet"
                      label={t('text.removeNumber', { number })}
                      onPress={() => onChange(written.filter((_, place) => place !== at))}
                    >
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
            <Button onPress={() => onChange([...written, { pl: '' }])}>
              <Plus aria-hidden className="size-5" />
              {t('text.add')}
            </Button>
          </div>
        )}
      </div>
    </fieldset>
  );
};
