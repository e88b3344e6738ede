import type { Goal } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { Select } from '../ui/select.tsx';
import { goals } from './choices.ts';

interface GoalFilterProps {
  readonly value: Goal | undefined;
  readonly onChange: (goal: Goal | '') => void;
}

/** Narrows a list to what serves one goal of the association. */
export const GoalFilter = ({ value, onChange }: GoalFilterProps) => {
  const { t } = useTranslation('life');
  return (
    <Select<Goal | ''>
      label={t('goalFilter')}
      value={value ?? ''}
      onChange={onChange}
      options={[
        { value: '', label: t('anyGoal') },
        ...goals.map((goal) => ({ value: goal, label: t(`goal.${goal}`) })),
      ]}
    />
  );
};
