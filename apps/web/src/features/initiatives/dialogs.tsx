import {
  milestonesAtMost,
  risksAtMost,
  type IndicatorView,
  type InitiativeStage,
  type InitiativeSummary,
  type InitiativeView,
} from '@blizej/contracts';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import {
  AreaControl,
  DateControl,
  RadioControl,
  SelectControl,
  TextControl,
  useContractForm,
  useField,
} from '../../lib/contract-form.tsx';
import { api as contract, initiativeLevel, partRole } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.ts';
import { way } from './stage.tsx';

interface DialogProps {
  readonly initiative: InitiativeView;
  readonly onClose: () => void;
}

interface MoveDialogProps {
  readonly initiative: Pick<InitiativeSummary, 'id' | 'version' | 'stage' | 'abilities'>;
  /** The stage that was chosen already. */
  readonly to?: InitiativeStage;
  readonly onClose: () => void;
}

/** Moves an initiative to its next stage, and says why. */
export const MoveDialog = ({ initiative, to, onClose }: MoveDialogProps) => {
  const { t } = useTranslation(['initiatives', 'common']);
  const { id, version, stage: now, abilities } = initiative;
  // The way leads on, unless somebody chooses otherwise.
  const next = abilities.moveTo.find((stage) => way.indexOf(stage) > way.indexOf(now));
  const move = useDeed(api.moveInitiative, ({ stage }) => {
    onClose();
    toast({ message: t('move.done', { stage: t(`stage.${stage}`) }) });
  });
  const form = useContractForm(contract.moveInitiative.body, {
    defaults: { stage: to ?? next ?? abilities.moveTo[0] ?? 'ABANDONED', reason: '', version },
    labels: { stage: t('move.to'), reason: t('common:reason') },
    send: (body, outcome) => move.mutate({ params: { id }, body }, outcome),
  });
  return (
    <DeedDialog title={t('move.title')} action={t('move.send')} deed={move} onSend={form.submit} onClose={onClose}>
      <RadioControl
        of={form}
        name="stage"
        options={abilities.moveTo.map((value) => ({ value, label: t(`stage.${value}`) }))}
      />
      <AreaControl of={form} name="reason" hint={t('move.reasonHint')} maximum={2000} />
    </DeedDialog>
  );
};

/** Says that an initiative reaches further, or less far. */
export const LevelDialog = ({ initiative, onClose }: DialogProps) => {
  const { t } = useTranslation(['initiatives', 'common']);
  const { id, version, level } = initiative;
  const change = useDeed(api.changeLevel, () => {
    onClose();
    toast({ message: t('levelChange.done') });
  });
  const form = useContractForm(contract.changeLevel.body, {
    defaults: { level, reason: '', version },
    labels: { level: t('levelLabel'), reason: t('common:reason') },
    send: (body, outcome) => change.mutate({ params: { id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('levelChange.title')}
      action={t('levelChange.send')}
      deed={change}
      onSend={form.submit}
      onClose={onClose}
    >
      <RadioControl
        of={form}
        name="level"
        options={initiativeLevel.options.map((value) => ({
          value,
          label: t(`level.${value}`),
          hint: t(`levelHint.${value}`),
        }))}
      />
      <AreaControl of={form} name="reason" hint={t('move.reasonHint')} maximum={2000} />
    </DeedDialog>
  );
};

/** Declares what an organization does in an initiative. */
export const DeclareDialog = ({ initiative, onClose }: DialogProps) => {
  const { t } = useTranslation('initiatives');
  const { id, lead, abilities } = initiative;
  const declare = useDeed(api.declarePart, () => {
    onClose();
    toast({ message: t('part.declared') });
  });
  const form = useContractForm(contract.declarePart.body, {
    defaults: { organizationId: abilities.declareFor[0]?.id ?? '', role: lead ? 'PARTNER' : 'LEAD_PARTNER', part: '' },
    labels: { organizationId: t('part.who'), role: t('part.as'), part: t('part.what') },
    send: (body, outcome) => declare.mutate({ params: { id }, body }, outcome),
  });
  return (
    <DeedDialog title={t('part.declare')} action={t('part.send')} deed={declare} onSend={form.submit} onClose={onClose}>
      <p className="text-soft">{t('part.declareWhat')}</p>
      {abilities.declareFor.length > 1 && (
        <SelectControl
          of={form}
          name="organizationId"
          options={abilities.declareFor.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
      <RadioControl
        of={form}
        name="role"
        options={partRole.options
          .filter((role) => role !== 'LEAD_PARTNER' || lead === null)
          .map((value) => ({ value, label: t(`part.role.${value}`), hint: t(`part.roleHint.${value}`) }))}
      />
      <AreaControl of={form} name="part" hint={t('part.whatHint')} maximum={1000} />
    </DeedDialog>
  );
};

interface WrittenMilestone {
  readonly id?: string;
  readonly titlePl: string;
  readonly titleEn?: string;
  readonly dueOn: string;
  readonly reachedOn?: string;
}

/** English may be missing; what is written of it has three letters at least. */
const isShort = ({ titleEn = '' }: WrittenMilestone): boolean => titleEn.trim() !== '' && titleEn.trim().length < 3;

const withoutEmpty = ({ titleEn = '', ...one }: WrittenMilestone): WrittenMilestone =>
  titleEn.trim() === '' ? one : { ...one, titleEn };

/** Writes the milestones, all of them at once. */
export const MilestonesDialog = ({ initiative, onClose }: DialogProps) => {
  const { t } = useTranslation(['initiatives', 'problems']);
  const format = useFormat();
  const { id, version } = initiative;
  const [written, setWritten] = useState<readonly WrittenMilestone[]>(() =>
    initiative.milestones.map((one) => ({
      id: one.id,
      titlePl: one.title.pl,
      ...(one.title.en !== null && { titleEn: one.title.en }),
      dueOn: one.dueOn,
      ...(one.reachedOn !== null && { reachedOn: one.reachedOn }),
    })),
  );
  const [tried, setTried] = useState(false);
  const plan = useDeed(api.planMilestones, () => {
    onClose();
    toast({ message: t('milestones.done') });
  });
  const change = (at: number, next: WrittenMilestone): void =>
    setWritten(written.map((one, place) => (place === at ? next : one)));
  const missing = (text: string, least: number): string | undefined =>
    tried && text.trim().length < least ? t('problems:issues.required') : undefined;
  const send = (): void => {
    setTried(true);
    if (written.every((one) => one.titlePl.trim().length >= 3 && !isShort(one) && one.dueOn !== ''))
      plan.mutate({ params: { id }, body: { milestones: written.map(withoutEmpty), version } });
  };
  return (
    <DeedDialog
      title={t('milestones.change')}
      action={t('milestones.send')}
      deed={plan}
      onSend={send}
      onClose={onClose}
    >
      <ol className="flex flex-col gap-4">
        {written.map((one, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a new milestone has no name of its own yet
          <li key={at}>
            <fieldset className="flex min-w-0 flex-col gap-3 rounded-control border border-line p-3">
              <legend className="px-1 text-small text-soft">{t('milestones.number', { number: at + 1 })}</legend>
              <TextField
                label={t('milestones.what')}
                lang="pl"
                value={one.titlePl}
                error={missing(one.titlePl, 3)}
                onChange={(titlePl) => change(at, { ...one, titlePl })}
              />
              <TextField
                label={t('milestones.whatEn')}
                lang="en"
                value={one.titleEn ?? ''}
                error={tried && isShort(one) ? t('problems:issues.too_short', { count: 3 }) : undefined}
                onChange={(titleEn) => change(at, { ...one, titleEn })}
              />
              <DateField
                label={t('milestones.dueOn')}
                value={one.dueOn}
                error={missing(one.dueOn, 1)}
                onChange={(dueOn) => change(at, { ...one, dueOn })}
              />
              <Checkbox
                isSelected={one.reachedOn !== undefined}
                onChange={(isReached) => {
                  const { reachedOn: _former, ...open } = one;
                  change(at, isReached ? { ...open, reachedOn: format.today } : open);
                }}
              >
                {t('milestones.isReached')}
              </Checkbox>
              <div>
                <Button
                  kind="quiet"
                  label={t('milestones.removeNumber', { number: at + 1 })}
                  onPress={() => setWritten(written.filter((_, place) => place !== at))}
                >
                  {t('milestones.remove')}
                </Button>
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
      {written.length < milestonesAtMost && (
        <div>
          <Button onPress={() => setWritten([...written, { titlePl: '', dueOn: '' }])}>
            <Plus aria-hidden className="size-5" />
            {t('milestones.add')}
          </Button>
        </div>
      )}
    </DeedDialog>
  );
};

const scale = ['1', '2', '3'] as const;

/** Writes the risks, all of them at once. */
export const RisksDialog = ({ initiative, onClose }: DialogProps) => {
  const { t } = useTranslation(['initiatives', 'problems']);
  const { id, version } = initiative;
  const [written, setWritten] = useState(() =>
    initiative.risks.map(({ text, likelihood, impact, response }) => ({ text, likelihood, impact, response })),
  );
  const [tried, setTried] = useState(false);
  const assess = useDeed(api.assessRisks, () => {
    onClose();
    toast({ message: t('risks.done') });
  });
  const change = (at: number, by: Partial<(typeof written)[number]>): void =>
    setWritten(written.map((one, place) => (place === at ? { ...one, ...by } : one)));
  const missing = (text: string): string | undefined =>
    tried && text.trim().length < 3 ? t('problems:issues.required') : undefined;
  const send = (): void => {
    setTried(true);
    if (written.every(({ text, response }) => text.trim().length >= 3 && response.trim().length >= 3))
      assess.mutate({ params: { id }, body: { risks: written, version } });
  };
  const scales = scale.map((value) => ({ value, label: t(`risks.scale.${value}`) }));
  return (
    <DeedDialog title={t('risks.change')} action={t('risks.send')} deed={assess} onSend={send} onClose={onClose}>
      <ol className="flex flex-col gap-4">
        {written.map((one, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a risk has no name of its own
          <li key={at}>
            <fieldset className="flex min-w-0 flex-col gap-3 rounded-control border border-line p-3">
              <legend className="px-1 text-small text-soft">{t('risks.number', { number: at + 1 })}</legend>
              <TextField
                label={t('risks.what')}
                value={one.text}
                error={missing(one.text)}
                onChange={(text) => change(at, { text })}
              />
              <Select
                label={t('risks.likelihood')}
                value={String(one.likelihood)}
                onChange={(value) => change(at, { likelihood: Number(value) })}
                options={scales}
              />
              <Select
                label={t('risks.impact')}
                value={String(one.impact)}
                onChange={(value) => change(at, { impact: Number(value) })}
                options={scales}
              />
              <TextArea
                label={t('risks.response')}
                value={one.response}
                error={missing(one.response)}
                maximum={1000}
                rows={2}
                onChange={(response) => change(at, { response })}
              />
              <div>
                <Button
                  kind="quiet"
                  label={t('risks.removeNumber', { number: at + 1 })}
                  onPress={() => setWritten(written.filter((_, place) => place !== at))}
                >
                  {t('risks.remove')}
                </Button>
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
      {written.length < risksAtMost && (
        <div>
          <Button onPress={() => setWritten([...written, { text: '', likelihood: 2, impact: 2, response: '' }])}>
            <Plus aria-hidden className="size-5" />
            {t('risks.add')}
          </Button>
        </div>
      )}
    </DeedDialog>
  );
};

/** A figure as people write it: "1 234,5". */
const readFigure = (text: string): number => Number(text.replaceAll(/\s/g, '').replace(',', '.'));

interface FigureProps {
  readonly label: string;
  readonly error: string | undefined;
  readonly onChange: (value: number | undefined) => void;
}

/** A figure: what is typed stands as it is typed. */
const Figure = ({ label, error, onChange }: FigureProps) => {
  const [text, setText] = useState('');
  return (
    <TextField
      label={label}
      error={error}
      value={text}
      inputMode="decimal"
      onChange={(typed) => {
        setText(typed);
        const value = readFigure(typed);
        onChange(typed.trim() === '' || Number.isNaN(value) ? undefined : value);
      }}
    />
  );
};

/** Adds an indicator. */
export const IndicatorDialog = ({ initiative, onClose }: DialogProps) => {
  const { t } = useTranslation('initiatives');
  const { id, version } = initiative;
  const add = useDeed(api.addIndicator, () => {
    onClose();
    toast({ message: t('indicators.added') });
  });
  const form = useContractForm(contract.addIndicator.body, {
    defaults: { namePl: '', unit: '', border: false, version },
    labels: {
      namePl: t('indicators.namePl'),
      unit: t('indicators.unit'),
      baseline: t('indicators.baseline'),
      target: t('indicators.target'),
      nameEn: t('indicators.nameEn'),
    },
    send: (body, outcome) => add.mutate({ params: { id }, body }, outcome),
  });
  const baseline = useField({ of: form, name: 'baseline' });
  const target = useField({ of: form, name: 'target' });
  const border = useField({ of: form, name: 'border' });
  return (
    <DeedDialog
      title={t('indicators.add')}
      action={t('indicators.send')}
      deed={add}
      onSend={form.submit}
      onClose={onClose}
    >
      <TextControl of={form} name="namePl" lang="pl" />
      <TextControl of={form} name="unit" hint={t('indicators.unitHint')} />
      <Figure label={baseline.label} error={baseline.error} onChange={baseline.onChange} />
      <Figure label={target.label} error={target.error} onChange={target.onChange} />
      <TextControl of={form} name="nameEn" lang="en" />
      <Checkbox isSelected={border.value} onChange={border.onChange}>
        {t('indicators.isBorder')}
      </Checkbox>
    </DeedDialog>
  );
};

interface MeasureDialogProps extends DialogProps {
  readonly indicator: IndicatorView;
}

/** Records what an indicator has come to, with the evidence. */
export const MeasureDialog = ({ initiative, indicator, onClose }: MeasureDialogProps) => {
  const { t } = useTranslation('initiatives');
  const localized = useLocalized();
  const format = useFormat();
  const measure = useDeed(api.measure, () => {
    onClose();
    toast({ message: t('indicators.measured') });
  });
  const form = useContractForm(contract.measure.body, {
    defaults: { measuredOn: format.today, evidence: '' },
    labels: {
      value: t('indicators.value', { unit: indicator.unit }),
      measuredOn: t('indicators.measuredOn'),
      evidence: t('indicators.evidence'),
    },
    send: (body, outcome) =>
      measure.mutate({ params: { id: initiative.id, indicatorId: indicator.id }, body }, outcome),
  });
  const value = useField({ of: form, name: 'value' });
  return (
    <DeedDialog
      title={t('indicators.measureOf', { name: localized(indicator.name) })}
      action={t('indicators.measureSend')}
      deed={measure}
      onSend={form.submit}
      onClose={onClose}
    >
      <p className="text-soft">{t('indicators.measureWhat')}</p>
      <Figure label={value.label} error={value.error} onChange={value.onChange} />
      <DateControl of={form} name="measuredOn" />
      <AreaControl of={form} name="evidence" hint={t('indicators.evidenceHint')} maximum={1000} />
    </DeedDialog>
  );
};
