import { useId, type ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  /** How many, or what else belongs beside the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page under a heading of its own. */
export const Section = ({ title, aside, children }: SectionProps) => {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={id} className="text-h2">
          {title}
        </h2>
        {aside && <div className="text-small text-soft">{aside}</div>}
      </div>
      {children}
    </section>
  );
};

/** A sheet of paper on the ground: for the one thing that is worked on, not for every thing. */
export const Sheet = ({ children }: { readonly children: ReactNode }) => (
  <div className="flex flex-col gap-5 rounded-card border border-line bg-surface p-5 sm:p-7 print:border-0 print:p-0">
    {children}
  </div>
);

/** Rows under each other, divided by hairlines. */
export const Rows = ({ children }: { readonly children: ReactNode }) => (
  <ul className="divide-y divide-line border-y border-line">{children}</ul>
);

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
}

export const Facts = ({ children }: { readonly children: ReactNode }) => (
  <dl className="flex flex-wrap gap-x-10 gap-y-4">{children}</dl>
);

export const Fact = ({ name, children }: FactProps) => (
  <div className="flex flex-col gap-0.5">
    <dt className="text-small text-soft">{name}</dt>
    <dd className="font-semibold">{children}</dd>
  </div>
);
