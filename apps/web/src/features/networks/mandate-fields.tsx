import { mandateInput } from '../../lib/contract.ts';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useIssueWords } from '../../lib/problem-words.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface MandateText {
  readonly issuingBody: z.input<typeof mandateInput>['issuingBody'];
  readonly number: string;
  readonly adoptedOn: string;
  readonly title: string;
  readonly url: string;
}

export const emptyMandate: MandateText = {
  issuingBody: 'GENERAL_ASSEMBLY',
  number: '',
  adoptedOn: '',
  title: '',
  url: '',
};

/** The mandate as it is typed, checked by the contract. */
export const mandateOf = ({ url, ...mandate }: MandateText) =>
  mandateInput.safeParse({ ...mandate, ...(url.trim() && { url: url.trim() }) });

interface MandateFieldsProps {
  readonly value: MandateText;
  readonly onChange: (value: MandateText) => void;
  readonly tried: boolean;
}

/** The resolution on which a network is to rest. */
export const MandateFields = ({ value, onChange, tried }: MandateFieldsProps) => {
  const { t } = useTranslation(['networks', 'common']);
  const say = useIssueWords();
  const result = mandateOf(value);
  const errorOf = (field: keyof MandateText): string | undefined => {
    const issue = tried ? result.error?.issues.find(({ path }) => path[0] === field) : undefined;
    return (
      issue && say({ code: value[field] === '' ? 'required' : issue.code === 'too_small' ? 'required' : issue.code })
    );
  };
  return (
    <fieldset className="flex flex-col gap-5">
      <legend className="pb-3 text-h3 font-semibold">{t('mandate.title')}</legend>
      <Select
        label={t('mandate.body')}
        value={value.issuingBody}
        onChange={(issuingBody) => onChange({ ...value, issuingBody })}
        options={mandateInput.shape.issuingBody.options.map((body) => ({
          value: body,
          label: t(`common:issuingBodyName.${body}`),
        }))}
      />
      <TextField
        label={t('mandate.number')}
        value={value.number}
        onChange={(number) => onChange({ ...value, number })}
        error={errorOf('number')}
      />
      <DateField
        label={t('mandate.adoptedOn')}
        value={value.adoptedOn}
        onChange={(adoptedOn) => onChange({ ...value, adoptedOn })}
        error={errorOf('adoptedOn')}
      />
      <TextField
        label={t('mandate.name')}
        value={value.title}
        onChange={(title) => onChange({ ...value, title })}
        error={errorOf('title')}
      />
      <TextField
        label={t('mandate.url')}
        hint={t('mandate.urlHint')}
        type="url"
        value={value.url}
        onChange={(url) => onChange({ ...value, url })}
        error={errorOf('url')}
      />
    </fieldset>
  );
};
