import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Rows } from '../ui/section.tsx';
import { useFormat } from './format.ts';
import type { Meanwhile } from './meanwhile.ts';

interface SavedMeanwhileProps {
  readonly meanwhile: Pick<Meanwhile, 'told' | 'toldAs'>;
  /** What a field is called. */
  readonly nameOf: (field: string) => string;
  readonly onToggle: (field: string) => void;
}

/** What somebody else has saved while this was written: field by field, to be taken or not. */
export const SavedMeanwhile = ({ meanwhile: { told, toldAs }, nameOf, onToggle }: SavedMeanwhileProps) => {
  const { t, i18n } = useTranslation('meanwhile');
  const format = useFormat();
  if (!told) return null;
  const { by, taken, disputed } = told;
  const say = (field: string, value: unknown): string => {
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0))
      return t('nothing');
    const words = toldAs[field];
    if (words) return words(value as never);
    if (Array.isArray(value)) return value.join(', ');
    return typeof value === 'number' ? format.number(value) : (value as string);
  };
  return (
    <div className="flex flex-col gap-4">
      <Notice kind="care" title={by === undefined ? t('title') : t('titleBy', { by })} announced>
        {taken.length > 0 && (
          <p>
            {t('taken', {
              count: taken.length,
              fields: new Intl.ListFormat(i18n.language).format(
                taken.map((field) => t('quoted', { field: nameOf(field) })),
              ),
            })}
          </p>
        )}
        <p>{t('again')}</p>
        {disputed.length > 0 && <p>{t('decide')}</p>}
      </Notice>
      {disputed.length > 0 && (
        <Rows>
          {disputed.map(({ field, theirs, isTaken }) => (
            <li key={field} className="flex flex-col items-start gap-2 py-4">
              <p className="font-semibold">{nameOf(field)}</p>
              <p className="max-w-prose whitespace-pre-line wrap-anywhere">{say(field, theirs)}</p>
              <Button
                label={t(isTaken ? 'mineOf' : 'takeOf', { field: nameOf(field) })}
                onPress={() => onToggle(field)}
              >
                {t(isTaken ? 'mine' : 'take')}
              </Button>
            </li>
          ))}
        </Rows>
      )}
    </div>
  );
};
