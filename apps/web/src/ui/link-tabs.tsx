import { Link as RouterLink, type LinkProps } from '@tanstack/react-router';

export interface LinkTab {
  readonly to: NonNullable<LinkProps['to']>;
  readonly label: string;
}

interface LinkTabsProps {
  /** What the pages have in common. */
  readonly label: string;
  readonly tabs: readonly LinkTab[];
}

/** Pages that stand beside each other, as one row of links; the present one is marked. */
export const LinkTabs = ({ label, tabs }: LinkTabsProps) => (
  <nav aria-label={label} className="print:hidden">
    <ul className="flex flex-wrap gap-x-1 border-b border-line">
      {tabs.map((tab) => (
        <li key={tab.to}>
          <RouterLink
            to={tab.to}
            activeOptions={{ exact: true, includeSearch: false }}
            className="-mb-px inline-flex min-h-11 items-center border-b-[3px] border-transparent px-3 text-soft hover:text-sea aria-[current=page]:border-sea aria-[current=page]:font-semibold aria-[current=page]:text-ink"
          >
            {tab.label}
          </RouterLink>
        </li>
      ))}
    </ul>
  </nav>
);
