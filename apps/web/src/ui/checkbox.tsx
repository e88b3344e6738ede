import type { ReactNode } from 'react';

interface CheckboxProps {
  readonly isSelected: boolean;
  /** Some of what it stands for is chosen, not all. */
  readonly isIndeterminate?: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
}

/** The browser's own box in our colours: every phone, keyboard and screen reader knows it. */
export const Checkbox = ({ isSelected, isIndeterminate = false, onChange, children }: CheckboxProps) => (
  <label className="flex min-h-11 cursor-pointer items-center gap-3 rounded-control py-1">
    <input
      type="checkbox"
      checked={isSelected}
      ref={(box) => {
        if (box) box.indeterminate = isIndeterminate;
      }}
      onChange={(event) => onChange(event.target.checked)}
      className="size-6 shrink-0"
    />
    <span>{children}</span>
  </label>
);
