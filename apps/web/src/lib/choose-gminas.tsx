import { useId, useImperativeHandle, useRef, type Ref } from 'react';
import { Checkbox } from '../ui/checkbox.tsx';

interface ChooseGminasProps {
  readonly label: string;
  /** How many are chosen, or what comes first. */
  readonly hint: string;
  /** The name of the box that chooses all of them. */
  readonly everybody: string;
  readonly gminas: readonly { readonly id: string; readonly name: string }[];
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
  readonly error: string | undefined;
  readonly ref?: Ref<{ focus: () => void }>;
}

/** One gmina or forty at once. */
export const ChooseGminas = ({ label, hint, everybody, gminas, value, onChange, error, ref }: ChooseGminasProps) => {
  const messageId = useId();
  const box = useRef<HTMLFieldSetElement>(null);
  useImperativeHandle(ref, () => ({ focus: () => box.current?.querySelector('input')?.focus() }));
  const chosen = new Set(value);
  return (
    <fieldset ref={box} aria-describedby={messageId} className="flex flex-col gap-2">
      <legend className="pb-1 font-semibold">{label}</legend>
      <p id={messageId} className={error ? 'text-small font-semibold text-bad' : 'text-small text-soft'}>
        {error ?? hint}
      </p>
      {gminas.length > 0 && (
        <>
          <Checkbox
            isSelected={chosen.size === gminas.length}
            isIndeterminate={chosen.size > 0 && chosen.size < gminas.length}
            onChange={(all) => onChange(all ? gminas.map(({ id }) => id) : [])}
          >
            <strong className="font-semibold">{everybody}</strong>
          </Checkbox>
          <div className="grid gap-x-6 border-t border-line pt-1 sm:grid-cols-2 lg:grid-cols-3">
            {gminas.map(({ id, name }) => (
              <Checkbox
                key={id}
                isSelected={chosen.has(id)}
                onChange={(on) => onChange(on ? [...value, id] : value.filter((other) => other !== id))}
              >
                {name}
              </Checkbox>
            ))}
          </div>
        </>
      )}
    </fieldset>
  );
};
