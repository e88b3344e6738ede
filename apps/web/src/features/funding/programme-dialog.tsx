import type { ProgrammeView } from '@blizej/contracts';
import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { api } from '../../lib/api.ts';
import { AreaControl, TextControl, useContractForm, useField, type ContractForm } from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { useFormat } from '../../lib/format.ts';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.ts';
import { AreaChoice } from './call-form.tsx';

type Fields = z.input<typeof contract.addProgramme.body> & FieldValues;

interface YearControlProps {
  readonly of: ContractForm<Fields>;
  readonly name: 'firstYear' | 'lastYear';
}

const YearControl = ({ of, name }: YearControlProps) => {
  const { value, onChange, ...field } = useField({ of, name });
  const [typed, setTyped] = useState(() => String(value));
  return (
    <TextField
      {...field}
      inputMode="decimal"
      value={typed}
      onChange={(text) => {
        setTyped(text);
        onChange(text.trim() === '' ? '' : Number(text));
      }}
    />
  );
};

const Controls = ({ of }: { readonly of: ContractForm<Fields> }) => {
  const { t } = useTranslation('funding');
  const territory = useField({ of, name: 'territory' });
  return (
    <>
      <TextControl of={of} name="namePl" lang="pl" />
      <TextControl of={of} name="shortName" hint={t('programmes.shortNameHint')} />
      <YearControl of={of} name="firstYear" />
      <YearControl of={of} name="lastYear" />
      <TextControl of={of} name="website" type="url" />
      <AreaChoice
        legend={territory.label}
        hint={t('programmes.territoryHint')}
        error={territory.error}
        chosen={territory.value || []}
        onChange={territory.onChange}
      />
      <AreaControl of={of} name="territoryNote" maximum={500} rows={2} />
      <TextControl of={of} name="nameEn" lang="en" hint={t('field.enHint')} />
    </>
  );
};

interface ProgrammeDialogProps {
  /** The one that is changed; absent for a new one. */
  readonly programme?: ProgrammeView;
  readonly onClose: () => void;
}

const useLabels = () => {
  const { t } = useTranslation('funding');
  return {
    namePl: t('programmes.namePl'),
    shortName: t('programmes.shortName'),
    firstYear: t('programmes.firstYear'),
    lastYear: t('programmes.lastYear'),
    website: t('programmes.website'),
    territory: t('territory'),
    territoryNote: t('field.territoryNote'),
    nameEn: t('programmes.nameEn'),
  };
};

const AddDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('funding');
  const year = Number(useFormat().today.slice(0, 4));
  const add = useDeed(api.addProgramme, () => {
    onClose();
    toast({ message: t('programmes.added') });
  });
  const form = useContractForm(contract.addProgramme.body, {
    defaults: { territory: [], firstYear: year, lastYear: year + 1 },
    labels: useLabels(),
    send: (body, outcome) => add.mutate({ body }, outcome),
  });
  return (
    <DeedDialog
      title={t('programmes.add')}
      action={t('programmes.send')}
      deed={add}
      onSend={form.submit}
      onClose={onClose}
    >
      <Controls of={form} />
    </DeedDialog>
  );
};

const ChangeDialog = ({ programme, onClose }: Required<ProgrammeDialogProps>) => {
  const { t } = useTranslation('funding');
  const { id, name, website, territory, territoryNote, shortName, firstYear, lastYear, version } = programme;
  const change = useDeed(api.changeProgramme, () => {
    onClose();
    toast({ message: t('programmes.changed') });
  });
  const form = useContractForm(contract.changeProgramme.body, {
    defaults: {
      shortName,
      namePl: name.pl,
      nameEn: name.en ?? undefined,
      firstYear,
      lastYear,
      website: website ?? undefined,
      territory: territory as Fields['territory'],
      territoryNote: territoryNote ?? undefined,
      version,
    },
    labels: useLabels(),
    send: (body, outcome) => change.mutate({ params: { id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('programmes.change')}
      action={t('change.send')}
      deed={change}
      onSend={form.submit}
      onClose={onClose}
    >
      <Controls of={form as never} />
    </DeedDialog>
  );
};

/** Adds a programme, or changes what is said of one. */
export const ProgrammeDialog = ({ programme, onClose }: ProgrammeDialogProps) =>
  programme ? <ChangeDialog programme={programme} onClose={onClose} /> : <AddDialog onClose={onClose} />;
