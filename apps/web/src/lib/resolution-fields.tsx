import type { IssuingBody, ResolutionView } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWatch, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { DateControl, SelectControl, TextControl, type ContractForm } from './contract-form.tsx';
import { useResolutionName } from './resolution.tsx';
import { registerQuery } from './resolutions.ts';

const associationBodies: readonly IssuingBody[] = ['GENERAL_ASSEMBLY', 'BOARD'];

/** The words of a resolution's fields, where they stand within a form under a name of their own. */
export const useResolutionLabels = <Prefix extends string>(prefix: Prefix) => {
  const { t } = useTranslation('resolutions');
  return {
    [`${prefix}.issuingBody`]: t('fields.body'),
    [`${prefix}.number`]: t('fields.number'),
    [`${prefix}.adoptedOn`]: t('fields.adoptedOn'),
    [`${prefix}.title`]: t('fields.title'),
    [`${prefix}.url`]: t('fields.url'),
  } as Record<`${Prefix}.${'issuingBody' | 'number' | 'adoptedOn' | 'title' | 'url'}`, string>;
};

interface ResolutionFieldsProps<V extends FieldValues> {
  readonly of: ContractForm<V>;
  /** Where in the form the resolution stands. */
  readonly prefix: 'mandate' | 'resolution';
  /** Whose: the association's, or those of a gmina's council (its id). */
  readonly issuer: string;
  readonly legend: string;
}

/** A resolution on which a deed rests: one from the register, or a new one, entered in place. */
export const ResolutionFields = <V extends FieldValues>({ of, prefix, issuer, legend }: ResolutionFieldsProps<V>) => {
  const { t } = useTranslation(['resolutions', 'common']);
  const name = useResolutionName();
  const [from, setFrom] = useState<'register' | 'new'>('register');
  const [words, setWords] = useState('');
  const { data: known } = useQuery(registerQuery({ issuer, validity: 'in-force', ...(words && { search: words }) }));
  const at = (field: string) => `${prefix}.${field}` as FieldPath<V>;
  const chosen = useWatch({ control: of.form.control as Control<V>, name: prefix as FieldPath<V> }) as
    | Partial<ResolutionView>
    | undefined;
  const isCouncil = issuer !== 'association';
  const items = known?.items ?? [];
  const put = (resolution: ResolutionView | undefined): void => {
    const value = resolution
      ? {
          number: resolution.number,
          adoptedOn: resolution.adoptedOn,
          title: resolution.title,
          ...(!isCouncil && { issuingBody: resolution.issuingBody }),
          ...(resolution.url !== null && { url: resolution.url }),
        }
      : isCouncil
        ? {}
        : { issuingBody: 'GENERAL_ASSEMBLY' };
    of.form.setValue(prefix as FieldPath<V>, value as never);
    of.form.clearErrors(prefix as FieldPath<V>);
  };
  const isEmptyRegister = known !== undefined && known.items.length === 0 && words === '';
  const shown = isEmptyRegister ? 'new' : from;
  const current = items.find(
    ({ number, adoptedOn, issuingBody }) =>
      number === chosen?.number && adoptedOn === chosen.adoptedOn && (isCouncil || issuingBody === chosen.issuingBody),
  );
  const missing = of.form.getFieldState(at('number'), of.form.formState).error?.message;
  return (
    <fieldset className="flex min-w-0 flex-col gap-5">
      <legend className="pb-3 text-h3 font-semibold">{legend}</legend>
      {!isEmptyRegister && (
        <RadioGroup
          label={t('fields.from')}
          value={from}
          onChange={(chosenFrom) => {
            setFrom(chosenFrom);
            put(undefined);
          }}
          options={[
            { value: 'register', label: t('fields.register') },
            { value: 'new', label: t('fields.new') },
          ]}
        />
      )}
      {shown === 'register' ? (
        <>
          {(words !== '' || known?.next) && (
            <TextField label={t('fields.narrow')} hint={t('fields.narrowHint')} value={words} onChange={setWords} />
          )}
          <Select<string>
            label={t('fields.pick')}
            hint={t('fields.pickHint')}
            error={missing}
            value={current?.id ?? ''}
            onChange={(id) => put(items.find((item) => item.id === id))}
            options={[
              { value: '', label: t('fields.choose') },
              ...items.map((item) => ({ value: item.id, label: `${name(item)} ${item.title}` })),
            ]}
          />
        </>
      ) : (
        <>
          {!isCouncil && (
            <SelectControl
              of={of}
              name={at('issuingBody')}
              options={associationBodies.map((body) => ({
                value: body as never,
                label: t(`common:issuingBodyName.${body}`),
              }))}
            />
          )}
          <TextControl of={of} name={at('number')} />
          <DateControl of={of} name={at('adoptedOn')} />
          <TextControl of={of} name={at('title')} hint={t('fields.titleHint')} />
          <TextControl of={of} name={at('url')} type="url" hint={t('fields.urlHint')} />
        </>
      )}
    </fieldset>
  );
};
