import type { ReactNode, Ref } from 'react';
import { classes } from './classes.ts';

export interface Column<Row> {
  readonly name: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand under each other. */
  readonly numeric?: boolean;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/** A table to read. On a phone each row becomes a card whose lines are named. */
export const DataTable = <Row,>({ caption, columns, rows, rowKey }: DataTableProps<Row>) => (
  <table className="w-full border-collapse text-start max-md:block">
    <caption className="sr-only">{caption}</caption>
    <thead className="max-md:sr-only">
      <tr className="border-b border-control">
        {columns.map((column) => (
          <th
            key={column.name}
            scope="col"
            className={classes(
              'py-2 pe-4 align-bottom text-small font-semibold text-soft',
              column.numeric ? 'text-end' : 'text-start',
            )}
          >
            {column.name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody className="max-md:block">
      {rows.map((row) => (
        <tr key={rowKey(row)} className="border-b border-line max-md:flex max-md:flex-col max-md:gap-1 max-md:py-3">
          {columns.map((column, index) =>
            index === 0 ? (
              <th
                key={column.name}
                scope="row"
                className="py-2.5 pe-4 text-start font-semibold max-md:block max-md:py-0"
              >
                {column.cell(row)}
              </th>
            ) : (
              <td
                key={column.name}
                className={classes(
                  'py-2.5 pe-4 max-md:flex max-md:justify-between max-md:gap-4 max-md:py-0 max-md:pe-0',
                  column.numeric && 'tabular-nums md:text-end',
                )}
              >
                <span aria-hidden className="text-small text-soft md:hidden">
                  {column.name}
                </span>
                {column.cell(row)}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
);

interface ScrollerProps {
  readonly label: string;
  /** Scrolls down, too, so that a head can stay in view. */
  readonly isTall?: boolean;
  /** For those who know what should be in view at first. */
  readonly ref?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
}

/** What is wider than the page scrolls in a frame of its own, by keyboard too. */
export const Scroller = ({ label, isTall = false, ref, children }: ScrollerProps) => (
  <div
    ref={ref}
    role="region"
    aria-label={label}
    // A region that scrolls must be reachable without a mouse (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    tabIndex={0}
    className={classes(
      'scroller max-w-full overflow-x-auto rounded-control border border-line bg-surface',
      isTall && 'max-h-[85dvh] overflow-y-auto print:max-h-none print:overflow-visible',
    )}
  >
    {children}
  </div>
);
