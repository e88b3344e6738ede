import { fieldKinds, formIssues, formLimits, type FieldKind, type FormField, type Localized } from '@blizej/contracts';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

const newKey = (): string => `q${crypto.getRandomValues(new Uint32Array(1))[0]}`;
const noWords: Localized = { pl: '', en: null };
const newItem = () => ({ key: newKey(), label: noWords });

/** A question of another kind with the same words. */
const ofKind = (kind: FieldKind, { key, label, hint, required }: FormField): FormField => {
  const common = { key, label, hint, required };
  if (kind === 'ONE' || kind === 'SEVERAL') return { ...common, kind, options: [newItem(), newItem()] };
  if (kind === 'NUMBER') return { ...common, kind, unit: null, min: null, max: null };
  if (kind === 'TABLE') return { ...common, kind, columns: [{ ...newItem(), kind: 'TEXT' }] };
  return { ...common, kind };
};

const newField = (): FormField => ({ kind: 'SHORT_TEXT', key: newKey(), label: noWords, hint: null, required: true });

interface WordsProps {
  readonly label: string;
  readonly labelEn: string;
  readonly value: Localized;
  readonly isMissing: boolean;
  readonly onChange: (value: Localized) => void;
}

/** Words in Polish, and in English where they are at hand. */
const Words = ({ label, labelEn, value, isMissing, onChange }: WordsProps) => {
  const { t } = useTranslation('problems');
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <TextField
        label={label}
        lang="pl"
        value={value.pl}
        error={isMissing && value.pl.trim() === '' ? t('issues.required') : undefined}
        onChange={(pl) => onChange({ ...value, pl })}
      />
      <TextField label={labelEn} lang="en" value={value.en ?? ''} onChange={(en) => onChange({ ...value, en })} />
    </div>
  );
};

interface LimitProps {
  readonly label: string;
  readonly value: number | null;
  readonly error?: string | undefined;
  readonly onChange: (value: number | null) => void;
}

/** A number or nothing; what is typed stands as it is typed. */
const Limit = ({ label, value, error, onChange }: LimitProps) => {
  const [text, setText] = useState(value === null ? '' : String(value).replace('.', ','));
  return (
    <TextField
      label={label}
      value={text}
      error={error}
      inputMode="decimal"
      onChange={(typed) => {
        setText(typed);
        const number = Number(typed.replaceAll(/\s/g, '').replace(',', '.'));
        onChange(typed.trim() === '' || Number.isNaN(number) ? null : number);
      }}
    />
  );
};

interface ItemsProps<Item> {
  readonly items: readonly Item[];
  readonly most: number;
  readonly least: number;
  readonly what: 'option' | 'column';
  readonly isChecked: boolean;
  readonly make: () => Item;
  readonly onChange: (items: Item[]) => void;
}

/** The options of a choice, or the columns of a table. */
const Items = <Item extends { readonly key: string; readonly label: Localized; readonly kind?: 'TEXT' | 'NUMBER' }>({
  items,
  most,
  least,
  what,
  isChecked,
  make,
  onChange,
}: ItemsProps<Item>) => {
  const { t } = useTranslation('forms');
  const put = (index: number, change: Partial<Item>): void =>
    onChange(items.map((item, place) => (place === index ? { ...item, ...change } : item)));
  return (
    <div className="flex flex-col items-start gap-3">
      {items.map((item, index) => (
        <div key={item.key} className="flex w-full flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1 basis-64">
            <Words
              label={t(`${what}.pl`, { number: index + 1 })}
              labelEn={t(`${what}.en`, { number: index + 1 })}
              value={item.label}
              isMissing={isChecked}
              onChange={(label) => put(index, { label } as Partial<Item>)}
            />
          </div>
          {item.kind && (
            <Select
              label={t('column.kind')}
              value={item.kind}
              options={(['TEXT', 'NUMBER'] as const).map((kind) => ({ value: kind, label: t(`column.kinds.${kind}`) }))}
              onChange={(kind) => put(index, { kind } as Partial<Item>)}
            />
          )}
          {items.length > least && (
            <IconButton
              label={t(`${what}.remove`, { number: index + 1 })}
              onPress={() => onChange(items.filter((_, place) => place !== index))}
            >
              <Trash2 aria-hidden className="size-5" />
            </IconButton>
          )}
        </div>
      ))}
      {items.length < most && (
        <Button kind="quiet" onPress={() => onChange([...items, make()])}>
          <Plus aria-hidden className="size-5" />
          {t(`${what}.add`)}
        </Button>
      )}
    </div>
  );
};

interface DesignProps {
  readonly field: FormField;
  readonly isChecked: boolean;
  /** Asked already: what it is stays. */
  readonly isAsked: boolean;
  readonly onChange: (field: FormField) => void;
}

/** One question while it is designed. */
const Design = ({ field, isChecked, isAsked, onChange }: DesignProps) => {
  const { t } = useTranslation(['forms', 'problems']);
  return (
    <>
      {isAsked ? (
        <p className="text-small text-soft">{t(`kind.${field.kind}`)}</p>
      ) : (
        <div className="max-w-72">
          <Select<FieldKind>
            label={t('kindLabel')}
            value={field.kind}
            options={fieldKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            onChange={(kind) => onChange(ofKind(kind, field))}
          />
        </div>
      )}
      <Words
        label={t('label.pl')}
        labelEn={t('label.en')}
        value={field.label}
        isMissing={isChecked}
        onChange={(label) => onChange({ ...field, label })}
      />
      <Words
        label={t('hint.pl')}
        labelEn={t('hint.en')}
        value={field.hint ?? noWords}
        isMissing={false}
        onChange={(hint) => onChange({ ...field, hint: hint.pl === '' && !hint.en ? null : hint })}
      />
      {'options' in field && (
        <Items
          what="option"
          items={field.options}
          least={2}
          most={formLimits.options}
          isChecked={isChecked}
          make={newItem}
          onChange={(options) => onChange({ ...field, options })}
        />
      )}
      {field.kind === 'TABLE' && (
        <Items
          what="column"
          items={field.columns}
          least={1}
          most={formLimits.columns}
          isChecked={isChecked}
          make={() => ({ ...newItem(), kind: 'TEXT' as const })}
          onChange={(columns) => onChange({ ...field, columns })}
        />
      )}
      {field.kind === 'NUMBER' && (
        <div className="grid gap-3 sm:grid-cols-3">
          <TextField
            label={t('unit')}
            value={field.unit ?? ''}
            onChange={(unit) => onChange({ ...field, unit: unit === '' ? null : unit })}
          />
          <Limit label={t('min')} value={field.min} onChange={(min) => onChange({ ...field, min })} />
          <Limit
            label={t('max')}
            value={field.max}
            error={formIssues([field]).length > 0 ? t('problems:issues.below_minimum') : undefined}
            onChange={(max) => onChange({ ...field, max })}
          />
        </div>
      )}
      <Checkbox isSelected={field.required} onChange={(required) => onChange({ ...field, required })}>
        {t('required')}
      </Checkbox>
    </>
  );
};

interface FormDesignerProps {
  readonly fields: readonly FormField[];
  readonly onChange: (fields: FormField[]) => void;
  /** It was tried to send: what is missing is said at its place. */
  readonly error: string | undefined;
  /** Questions that were asked already, by key. */
  readonly asked?: readonly string[];
  readonly ref?: Ref<{ focus: () => void }>;
}

/** The questions of a task: added, worded, put in order by buttons that work with every kind of hand. */
export const FormDesigner = ({ fields, onChange, error, asked = [], ref }: FormDesignerProps) => {
  const { t } = useTranslation('forms');
  const box = useRef<HTMLDivElement>(null);
  const [moved, setMoved] = useState('');
  useImperativeHandle(ref, () => ({
    focus: () => box.current?.querySelector<HTMLElement>('[aria-invalid], input, button')?.focus(),
  }));
  const isChecked = error !== undefined;
  const move = (index: number, by: -1 | 1): void => {
    const field = fields[index];
    const other = fields[index + by];
    if (!field || !other) return;
    onChange(fields.map((one, place) => (place === index ? other : place === index + by ? field : one)));
    setMoved(t('moved', { number: index + by + 1, total: fields.length }));
    // The card takes its button along; the focus stays on it, or on its neighbour where it cannot go further.
    requestAnimationFrame(() => {
      const buttons = document
        .getElementById(`design-${field.key}`)
        ?.querySelectorAll<HTMLElement>('[data-order] button');
      (buttons?.[by === -1 ? 0 : buttons.length - 1] ?? buttons?.[0])?.focus();
    });
  };
  return (
    <div ref={box} className="flex flex-col items-start gap-5">
      <p role="status" className="sr-only">
        {moved}
      </p>
      <ol className="flex w-full flex-col gap-5">
        {fields.map((field, index) => (
          <li key={field.key} id={`design-${field.key}`}>
            <fieldset className="flex min-w-0 flex-col gap-4 rounded-card border border-line bg-surface p-4">
              <legend className="px-1 font-semibold">{t('question', { number: index + 1 })}</legend>
              <Design
                field={field}
                isChecked={isChecked}
                isAsked={asked.includes(field.key)}
                onChange={(next) => onChange(fields.map((one, place) => (place === index ? next : one)))}
              />
              <div data-order="" className="flex flex-wrap items-center gap-1">
                {index > 0 && (
                  <IconButton label={t('up', { number: index + 1 })} onPress={() => move(index, -1)}>
                    <ArrowUp aria-hidden className="size-5" />
                  </IconButton>
                )}
                {index < fields.length - 1 && (
                  <IconButton label={t('down', { number: index + 1 })} onPress={() => move(index, 1)}>
                    <ArrowDown aria-hidden className="size-5" />
                  </IconButton>
                )}
                <Button
                  kind="quiet"
                  label={t('removeNumber', { number: index + 1 })}
                  onPress={() => onChange(fields.filter((_, place) => place !== index))}
                >
                  {t('remove')}
                </Button>
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
      {fields.length < formLimits.fields && (
        <Button onPress={() => onChange([...fields, newField()])}>
          <Plus aria-hidden className="size-5" />
          {t('add')}
        </Button>
      )}
      {error !== undefined && fields.length > 0 && (
        <p className="text-small font-semibold text-bad">{t('incomplete')}</p>
      )}
    </div>
  );
};
