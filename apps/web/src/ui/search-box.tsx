import { Search } from 'lucide-react';
import { useEffect, useId, useState } from 'react';

interface SearchBoxProps {
  readonly label: string;
  readonly value: string;
  /** Called when the typing rests. */
  readonly onSearch: (words: string) => void;
}

const rest = 250;

/** Searches while one types; the words live in the address of the page. */
export const SearchBox = ({ label, value, onSearch }: SearchBoxProps) => {
  const id = useId();
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => onSearch(typed), rest);
    return () => clearTimeout(timer);
  }, [typed, value, onSearch]);
  return (
    <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <span className="relative">
        <Search
          aria-hidden
          className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-soft"
        />
        <input
          id={id}
          type="search"
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="min-h-11 w-full rounded-control border border-control bg-surface ps-9 pe-3 hover:border-sea"
        />
      </span>
    </div>
  );
};
