import type { IssuingBody, ResolutionDetail } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWatch, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api, isProblem } from '../../lib/api.ts';
import { issuingBodies } from '../../lib/choices.ts';
import {
  DateControl,
  SelectControl,
  TextControl,
  useContractForm,
  type ContractForm,
} from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { useFormat } from '../../lib/format.ts';
import { regionQuery } from '../../lib/region.ts';
import { useResolutionName } from '../../lib/resolution.tsx';
import { registerQuery } from '../../lib/resolutions.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.ts';

interface Entry extends FieldValues {
  issuingBody: IssuingBody;
  issuerId?: string | undefined;
  number: string;
  adoptedOn: string;
  title: string;
  url?: string | undefined;
  validUntil?: string | undefined;
  supersedesId?: string | undefined;
}

const useLabels = () => {
  const { t } = useTranslation('resolutions');
  return {
    issuingBody: t('fields.body'),
    issuerId: t('fields.gmina'),
    number: t('fields.number'),
    adoptedOn: t('fields.adoptedOn'),
    title: t('fields.title'),
    url: t('fields.url'),
    validUntil: t('fields.validUntil'),
    supersedesId: t('fields.supersedes'),
  };
};

/** What the register keeps of a resolution. */
const EntryFields = ({
  of,
  but,
  kept,
}: {
  readonly of: ContractForm<Entry>;
  /** The resolution itself: it supersedes another. */
  readonly but?: string | undefined;
  /** The one that it supersedes by now. */
  readonly kept?: ResolutionDetail['supersedes'];
}) => {
  const { t } = useTranslation(['resolutions', 'common']);
  const format = useFormat();
  const name = useResolutionName();
  const [body, issuerId] = useWatch({ control: of.form.control, name: ['issuingBody', 'issuerId'] });
  const { data: region = [] } = useQuery(regionQuery());
  const issuer = body === 'COUNCIL' ? issuerId : 'association';
  const { data: known } = useQuery({ ...registerQuery(issuer ? { issuer } : {}), enabled: issuer !== undefined });
  const others = (known?.items ?? []).filter(({ id, supersededBy }) => id !== but && supersededBy === null);
  return (
    <>
      <SelectControl
        of={of}
        name="issuingBody"
        options={issuingBodies.map((value) => ({ value, label: t(`common:issuingBodyName.${value}`) }))}
        onChosen={() => {
          of.form.setValue('issuerId', undefined);
          of.form.setValue('supersedesId', undefined);
        }}
      />
      {body === 'COUNCIL' && (
        <SelectControl
          of={of}
          name="issuerId"
          nothing={t('fields.chooseGmina')}
          options={region
            .map(({ id, name: label }) => ({ value: id, label }))
            .sort((one, other) => format.compare(one.label, other.label))}
        />
      )}
      <TextControl of={of} name="number" />
      <DateControl of={of} name="adoptedOn" />
      <TextControl of={of} name="title" hint={t('fields.titleHint')} />
      <TextControl of={of} name="url" type="url" hint={t('fields.urlHint')} />
      <DateControl of={of} name="validUntil" hint={t('fields.validUntilHint')} />
      <SelectControl
        of={of}
        name="supersedesId"
        nothing={t('fields.supersedesNone')}
        options={[
          ...(kept
            ? [{ value: kept.id, label: t('reference', { number: kept.number, day: format.day(kept.adoptedOn) }) }]
            : []),
          ...others.map((other) => ({ value: other.id, label: `${name(other)} ${other.title}` })),
        ]}
      />
    </>
  );
};

interface RecordDialogProps {
  /** In whose place the new one comes. */
  readonly predecessor?: ResolutionDetail;
  readonly onClose: () => void;
}

const RecordDialog = ({ predecessor, onClose }: RecordDialogProps) => {
  const { t } = useTranslation(['resolutions', 'common']);
  const navigate = useNavigate();
  const record = useDeed(api.recordResolution, ({ id }) => {
    onClose();
    toast({ message: t(predecessor ? 'supersede.done' : 'record.done') });
    void navigate({ to: '/app/uchwaly/$resolutionId', params: { resolutionId: id } });
  });
  const form = useContractForm(contract.recordResolution.body, {
    defaults: {
      issuingBody: predecessor?.issuingBody ?? 'GENERAL_ASSEMBLY',
      ...(predecessor && { supersedesId: predecessor.id }),
      ...(predecessor?.issuingBody === 'COUNCIL' && { issuerId: predecessor.issuerId }),
    },
    labels: useLabels(),
    send: (body, outcome) => record.mutate({ body }, outcome),
  });
  return (
    <DeedDialog
      title={predecessor ? t('supersede.title', { number: predecessor.number }) : t('record.title')}
      action={t(predecessor ? 'supersede.send' : 'record.action')}
      deed={record}
      onSend={form.submit}
      onClose={onClose}
    >
      {predecessor && <p className="text-soft">{t('supersede.what')}</p>}
      <EntryFields of={form} {...(predecessor && { kept: predecessor, but: predecessor.id })} />
    </DeedDialog>
  );
};

/** Enters a resolution into the register. */
export const RecordButton = ({ predecessor }: Pick<RecordDialogProps, 'predecessor'>) => {
  const { t } = useTranslation('resolutions');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind={predecessor ? 'quiet' : 'primary'} onPress={() => setOpen(true)}>
        {t(predecessor ? 'supersede.action' : 'record.action')}
      </Button>
      {isOpen && <RecordDialog {...(predecessor && { predecessor })} onClose={() => setOpen(false)} />}
    </>
  );
};

interface ChangeDialogProps {
  readonly resolution: ResolutionDetail;
  readonly onClose: () => void;
}

const entryOf = (resolution: ResolutionDetail) => ({
  issuingBody: resolution.issuingBody,
  number: resolution.number,
  adoptedOn: resolution.adoptedOn,
  title: resolution.title,
  version: resolution.version,
  issuerId: resolution.issuingBody === 'COUNCIL' ? resolution.issuerId : undefined,
  url: resolution.url ?? undefined,
  validUntil: resolution.validUntil ?? undefined,
  supersedesId: resolution.supersedes?.id,
});

const ChangeDialog = ({ resolution, onClose }: ChangeDialogProps) => {
  const { t } = useTranslation(['resolutions', 'common']);
  const change = useDeed(api.changeResolution, () => {
    onClose();
    toast({ message: t('change.done') });
  });
  const form = useContractForm(contract.changeResolution.body, {
    defaults: entryOf(resolution),
    labels: useLabels(),
    send: (body, outcome) => change.mutate({ params: { id: resolution.id }, body }, outcome),
  });
  const theirs = isProblem(change.error, 'version-conflict') ? (change.error.current as ResolutionDetail) : null;
  return (
    <DeedDialog
      title={t('change.title')}
      action={t('change.send')}
      deed={change}
      onSend={form.submit}
      onClose={onClose}
    >
      {theirs && (
        <Notice kind="care" title={t('change.theirs')}>
          <p>
            {theirs.number}, {theirs.title}
          </p>
          <Button
            onPress={() => {
              form.form.reset(entryOf(theirs));
              change.reset();
            }}
          >
            {t('change.takeTheirs')}
          </Button>
        </Notice>
      )}
      <EntryFields of={form as unknown as ContractForm<Entry>} but={resolution.id} kept={resolution.supersedes} />
    </DeedDialog>
  );
};

/** Corrects what the register says of a resolution. */
export const ChangeButton = ({ resolution }: Pick<ChangeDialogProps, 'resolution'>) => {
  const { t } = useTranslation('resolutions');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('change.action')}</Button>
      {isOpen && <ChangeDialog resolution={resolution} onClose={() => setOpen(false)} />}
    </>
  );
};
