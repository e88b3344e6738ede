import type { Issue } from '@blizej/contracts';
import { Fragment, lazy, Suspense, useCallback, useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import {
  get,
  set,
  useController,
  useForm,
  useWatch,
  type Control,
  type DefaultValues,
  type FieldErrors,
  type FieldPath,
  type FieldValues,
  type PathValue,
  type UseFormReturn,
} from 'react-hook-form';
import type { z } from 'zod';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { RadioGroup, type Choice } from '../ui/radio-group.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { isProblem } from './api.ts';
import { useCarriedOver, useDraft } from './draft.ts';
import { DeedFailure } from './failure.tsx';
import { loadWords } from './i18n.ts';
import { readKept, writeKept } from './kept-fields.ts';
import type { Meanwhile } from './meanwhile.ts';
import { useIssueWords } from './problem-words.ts';
import { useSession } from './session.ts';

/** Comes with its words, where it is needed. */
export const SavedMeanwhile = lazy(async () => {
  const [{ SavedMeanwhile: shown }] = await Promise.all([import('./saved-meanwhile.tsx'), loadWords(['meanwhile'])]);
  return { default: shown };
});

/** What is wrong with a value, as the server would say it. */
export const codeOf = (issue: z.core.$ZodIssue, value: unknown): Pick<Issue, 'code' | 'params'> => {
  const empty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (empty && issue.code !== 'too_big') return { code: 'required' };
  if (issue.code === 'too_small')
    return { code: issue.code, params: { minimum: Number(issue.minimum), of: issue.origin } };
  if (issue.code === 'too_big') return { code: issue.code, params: { maximum: Number(issue.maximum) } };
  if (issue.code === 'invalid_format' && issue.format === 'datetime' && typeof value === 'string') {
    // Half of a moment, as `MomentControl` leaves it.
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return { code: 'time_missing' };
    if (/^\d{2}:\d{2}$/.test(value)) return { code: 'day_missing' };
  }
  if (issue.code === 'invalid_format') return { code: issue.code, params: { format: issue.format } };
  return { code: issue.code };
};

/** Where in a path the place of an item of a list stands; -1 where there is none. */
const itemIn = (path: readonly PropertyKey[]): number =>
  path.findIndex((part) => typeof part === 'number' || /^\d+$/.test(String(part)));

/** The field at which an issue is told: an item of a list is told at the list. */
const fieldOf = (path: readonly PropertyKey[]): string => {
  const item = itemIn(path);
  return (item === -1 ? path : path.slice(0, item)).join('.');
};

/** What a control says of a value that the schema refuses; undefined where it knows nothing better than the schema. */
type Telling = (issue: z.core.$ZodIssue, value: unknown) => Pick<Issue, 'code' | 'params'> | undefined;

export interface ContractForm<V extends FieldValues> {
  readonly form: UseFormReturn<V, unknown, FieldValues>;
  /** What each field is called: its label, and its name among the errors. */
  readonly labels: Readonly<Partial<Record<FieldPath<V>, string>>>;
  /** Checks and sends; the first field that is wrong takes the focus. */
  readonly submit: (event: FormEvent) => void;
  /** The same where a summary of all errors takes the focus. */
  readonly submitSummed: (event: FormEvent) => void;
  /** A control that is typed into otherwise than is sent tells itself what is wrong. */
  readonly tellBy: (field: FieldPath<V>, telling: Telling) => void;
  /** Lets go of what is kept on this device of it. */
  readonly forget: () => void;
  readonly meanwhile: Meanwhile | undefined;
}

interface Outcome {
  readonly onError: (error: unknown) => void;
  readonly onSuccess: () => void;
}

interface FormOptions<V extends FieldValues, Sent> {
  readonly defaults: DefaultValues<V>;
  readonly labels: ContractForm<V>['labels'];
  /** What an item of a list is called among the errors, by its place counted from 1. */
  readonly items?: Readonly<Partial<Record<keyof V & string, (place: number) => string>>>;
  /** What is kept on this device until it is sent, under this name; absent for what is said in a few words. */
  readonly draft?: { readonly name: string; readonly fields: readonly (keyof V & string)[] };
  /** What the schema cannot say because it hangs on several fields; told together with what the schema says. */
  readonly further?: (values: V) => readonly Issue[];
  /** What others save meanwhile is offered field by field. */
  readonly meanwhile?: Meanwhile;
  /** Sends what was checked, and tells how it went: a refusal's issues stand at their fields, what was sent is kept no more. */
  readonly send: (values: Sent, outcome: Outcome) => void;
}

/** Writes fields of a form from outside of their controls. */
const write = <V extends FieldValues>(
  form: UseFormReturn<V, unknown, FieldValues>,
  patch: Readonly<Record<string, unknown>>,
): void => {
  // As what the form begins with: a control that begins anew takes that in the place of a field that was emptied.
  const values = { ...form.getValues(), ...patch };
  form.reset(values, { keepErrors: true, keepIsSubmitted: true, keepSubmitCount: true });
};

/** A form that is checked by the contract's own schema of its route, before it is sent and again by the server. */
export const useContractForm = <S extends z.ZodObject>(
  schema: S,
  {
    defaults,
    labels,
    items,
    draft: kept,
    further,
    meanwhile,
    send,
  }: FormOptions<z.input<S> & FieldValues, z.output<S>>,
): ContractForm<z.input<S> & FieldValues> => {
  type V = z.input<S> & FieldValues;
  const say = useIssueWords();
  const { person } = useSession();
  /** What is wrong, and with which item where that is known. */
  const told = (path: readonly PropertyKey[], issue: Pick<Issue, 'code' | 'params'>): string => {
    const at = itemIn(path);
    const name = at === -1 ? undefined : items?.[fieldOf(path) as keyof V & string];
    return [name?.(Number(path[at]) + 1), say(issue)].filter(Boolean).join(': ');
  };
  const draft = useDraft(person.id, `form.${kept?.name}`);
  const tellings = useRef(new Map<string, Telling>());
  const tellBy = useCallback((field: string, telling: Telling) => void tellings.current.set(field, telling), []);
  const form = useForm<V, unknown, FieldValues>({
    defaultValues: kept ? Object.assign({}, defaults, readKept(draft.kept, kept.fields)) : defaults,
    shouldFocusError: false,
    resolver: (values) => {
      const result = schema.safeParse(values);
      const more = further?.(values) ?? [];
      if (result.success && more.length === 0) return { values: result.data, errors: {} };
      const errors: FieldErrors<V> = {};
      const tell = (path: readonly PropertyKey[], issue: Pick<Issue, 'code' | 'params'>): void => {
        const field = fieldOf(path) || 'root';
        if (get(errors, field) === undefined) set(errors, field, { type: issue.code, message: told(path, issue) });
      };
      for (const issue of result.error?.issues ?? []) {
        const field = issue.path.join('.');
        const value: unknown = get(values, field);
        tell(issue.path, tellings.current.get(field)?.(issue, value) ?? codeOf(issue, value));
      }
      for (const issue of more) tell(issue.pointer.split('/').slice(1), issue);
      return { values: {}, errors };
    },
  });
  const isKept = kept !== undefined;
  useEffect(() => {
    if (!isKept) return undefined;
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => draft.keep(writeKept(values)),
    });
  }, [draft, form, isKept]);
  useCarriedOver(draft, () => (meanwhile?.told ? writeKept(form.getValues()) : null));
  const placeIssues = (error: unknown): void => {
    meanwhile?.meet(error, form.getValues(), (patch) => write(form, patch));
    if (!isProblem(error, 'invalid')) return;
    for (const issue of error.issues) {
      const path = issue.pointer.split('/').slice(1);
      const field = fieldOf(path) || 'root';
      form.setError(field as FieldPath<V>, { type: issue.code, message: told(path, issue) });
    }
  };
  const sendValid = (values: FieldValues): void =>
    send(values as z.output<S>, { onError: placeIssues, onSuccess: draft.clear });
  const focusFirst = (errors: FieldErrors<V>): void => {
    const first = Object.keys(labels).find((field) => get(errors, field) !== undefined);
    if (first !== undefined) form.setFocus(first as FieldPath<V>);
  };
  return {
    form,
    labels,
    submit: (event) => void form.handleSubmit(sendValid, focusFirst)(event),
    submitSummed: (event) => void form.handleSubmit(sendValid)(event),
    tellBy,
    forget: draft.clear,
    meanwhile,
  };
};

interface FormBodyProps<V extends FieldValues> {
  readonly of: ContractForm<V>;
  /** The words of the button that sends it. */
  readonly action: string;
  readonly deed: { readonly error: unknown; readonly isPending: boolean };
  readonly children: ReactNode;
}

/** A form that is a page of its own: all its errors above, its button below. */
export const FormBody = <V extends FieldValues>({ of, action, deed, children }: FormBodyProps<V>) => {
  const { formState } = of.form;
  const { meanwhile } = of;
  const fields = Object.keys(of.labels) as FieldPath<V>[];
  const listed = fields.flatMap((field) => {
    const message = of.form.getFieldState(field, formState).error?.message;
    return message ? [{ field, message: [of.labels[field], message].join(': ') }] : [];
  });
  return (
    <form onSubmit={of.submitSummed} noValidate className="flex flex-col gap-7">
      <ErrorSummary
        errors={listed}
        attempt={formState.submitCount}
        onGo={(field) => of.form.setFocus(field as FieldPath<V>)}
      />
      <Fragment key={meanwhile?.round}>{children}</Fragment>
      {meanwhile?.told && (
        <Suspense>
          <SavedMeanwhile
            meanwhile={meanwhile}
            nameOf={(field) => of.labels[field as FieldPath<V>] ?? field}
            onToggle={(field) => meanwhile.toggle(field, (patch) => write(of.form, patch))}
          />
        </Suspense>
      )}
      {!isProblem(deed.error, 'invalid') && !(meanwhile && isProblem(deed.error, 'version-conflict')) && (
        <DeedFailure error={deed.error} />
      )}
      <div>
        <Button type="submit" kind="primary" isPending={deed.isPending}>
          {action}
        </Button>
      </div>
    </form>
  );
};

interface ControlProps<V extends FieldValues, Name extends FieldPath<V>> {
  readonly of: ContractForm<V>;
  readonly name: Name;
  readonly hint?: string;
}

/** What a field of the form is drawn with; an empty one is sent as if it were not there, where the schema allows that. */
export const useField = <V extends FieldValues, Name extends FieldPath<V>>({ of, name }: ControlProps<V, Name>) => {
  const control = of.form.control as Control<V>;
  const { field, fieldState } = useController({ control, name });
  // A field that was emptied is empty: the controller would show what stood there at first.
  const current = useWatch({ control, name });
  return {
    ref: field.ref,
    onBlur: field.onBlur,
    value: (current ?? '') as NonNullable<PathValue<V, Name>>,
    onChange: (value: unknown) => field.onChange(value === '' ? undefined : value),
    label: of.labels[name] ?? '',
    error: fieldState.error?.message,
  };
};

interface TextControlProps<V extends FieldValues, Name extends FieldPath<V>> extends ControlProps<V, Name> {
  readonly type?: 'text' | 'url' | 'email';
  readonly lang?: string;
}

export const TextControl = <V extends FieldValues, Name extends FieldPath<V>>(props: TextControlProps<V, Name>) => (
  <TextField
    {...useField(props)}
    hint={props.hint}
    type={props.type ?? 'text'}
    {...(props.lang && { lang: props.lang })}
  />
);

interface AreaControlProps<V extends FieldValues, Name extends FieldPath<V>> extends ControlProps<V, Name> {
  readonly maximum: number;
  readonly rows?: number;
  readonly lang?: string;
}

export const AreaControl = <V extends FieldValues, Name extends FieldPath<V>>(props: AreaControlProps<V, Name>) => (
  <TextArea
    {...useField(props)}
    hint={props.hint}
    maximum={props.maximum}
    {...(props.rows && { rows: props.rows })}
    {...(props.lang && { lang: props.lang })}
  />
);

interface DateControlProps<V extends FieldValues, Name extends FieldPath<V>> extends ControlProps<V, Name> {
  readonly earliest?: string;
}

export const DateControl = <V extends FieldValues, Name extends FieldPath<V>>(props: DateControlProps<V, Name>) => (
  <DateField {...useField(props)} hint={props.hint} {...(props.earliest && { earliest: props.earliest })} />
);

interface ChoiceControlProps<V extends FieldValues, Name extends FieldPath<V>> extends ControlProps<V, Name> {
  readonly options: readonly Choice<NonNullable<PathValue<V, Name>> & string>[];
  /** Called after a choice, where others hang on it. */
  readonly onChosen?: (value: NonNullable<PathValue<V, Name>> & string) => void;
}

/** One of a few, all in view. */
export const RadioControl = <V extends FieldValues, Name extends FieldPath<V>>(props: ChoiceControlProps<V, Name>) => {
  const { label, value, onChange, error, ref } = useField(props);
  return (
    <RadioGroup
      label={label}
      value={value}
      error={error}
      ref={ref}
      options={props.options}
      onChange={(chosen) => {
        onChange(chosen);
        props.onChosen?.(chosen);
      }}
    />
  );
};

interface SelectControlProps<V extends FieldValues, Name extends FieldPath<V>> extends ChoiceControlProps<V, Name> {
  /** The first line, which chooses nothing. */
  readonly nothing?: string;
}

/** One of many. */
export const SelectControl = <V extends FieldValues, Name extends FieldPath<V>>(props: SelectControlProps<V, Name>) => {
  const { onChange, ...field } = useField(props);
  return (
    <Select<string>
      {...field}
      hint={props.hint}
      options={[...(props.nothing === undefined ? [] : [{ value: '', label: props.nothing }]), ...props.options]}
      onChange={(chosen) => {
        onChange(chosen);
        props.onChosen?.(chosen as NonNullable<PathValue<V, Name>> & string);
      }}
    />
  );
};
