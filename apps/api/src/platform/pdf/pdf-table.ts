import type { PdfTable } from './pdf-document.ts';
import { bottomOf, fontSize, ink, inset, line, printable, room, soft, type Sheet } from './pdf-sheet.ts';

/** Between a cell's edge and its text, in points. */
const padding = { across: 5, down: 4 } as const;

interface Drawn extends Omit<PdfTable, 'kind'> {
  readonly hasHead: boolean;
}

type Structure = Sheet['root'];

/** A table whose head comes again on each page; rows stay whole as long as a page can hold them. */
export function drawTable(sheet: Sheet, { caption, columns, rows, hasHead, hasTotal = false }: Drawn): void {
  const { pdf, width } = sheet;
  if (rows.length === 0) return;
  const shares = columns.reduce((sum, { share = 1 }) => sum + share, 0);
  const widths = columns.map(({ share = 1 }) => (width * share) / shares);
  const lefts = widths.map((_, at) => inset.side + widths.slice(0, at).reduce((sum, one) => sum + one, 0));
  const full = bottomOf(pdf) - inset.top;

  const write = (text: string, at: number, top: number, isStrong: boolean): void => {
    pdf
      .font(isStrong ? 'bold' : 'text')
      .fontSize(fontSize.small + 0.5)
      .fillColor(ink)
      .text(printable(text), (lefts[at] ?? 0) + padding.across, top + padding.down, {
        width: (widths[at] ?? 0) - 2 * padding.across,
        align: columns[at]?.align ?? 'left',
        lineGap: 1.5,
      });
  };
  const heightOf = (cells: readonly string[], isStrong: boolean): number => {
    pdf.font(isStrong ? 'bold' : 'text').fontSize(fontSize.small + 0.5);
    const heights = cells.map((text, at) =>
      pdf.heightOfString(printable(text) || ' ', { width: (widths[at] ?? 0) - 2 * padding.across, lineGap: 1.5 }),
    );
    return Math.max(...heights) + 2 * padding.down;
  };
  const rule = (y: number, weight: number): void => {
    pdf.markContent('Artifact', { type: 'Layout' });
    pdf
      .moveTo(inset.side, y)
      .lineTo(inset.side + width, y)
      .lineWidth(weight)
      .strokeColor(weight > 0.5 ? soft : line)
      .stroke();
    pdf.endMarkedContent();
  };
  const titles = columns.map(({ title }) => title);
  const headHeight = hasHead ? heightOf(titles, true) : 0;

  const table = pdf.struct('Table', { title: caption, alt: caption });
  sheet.root.add(table);

  /** The first head is the table's; those on later pages are there for the eye alone. */
  const drawHead = (isFirst: boolean): void => {
    if (!hasHead) return;
    const top = pdf.y;
    if (isFirst) {
      const row = pdf.struct('TR');
      table.add(row);
      titles.forEach((title, at) => row.add(pdf.struct('TH', { scope: 'Column' }, () => write(title, at, top, true))));
      row.end();
    } else {
      pdf.markContent('Artifact', { type: 'Pagination' });
      titles.forEach((title, at) => write(title, at, top, true));
      pdf.endMarkedContent();
    }
    pdf.y = top + headHeight;
    rule(pdf.y, 1);
  };

  const cell = (row: Structure, text: string, at: number, top: number, isStrong: boolean): void => {
    const draw = (): void => write(text, at, top, isStrong);
    row.add(at === 0 ? pdf.struct('TH', { scope: 'Row' }, draw) : pdf.struct('TD', {}, draw));
  };

  room(sheet, headHeight + Math.min(heightOf(rows[0] ?? [], false), full / 2));
  drawHead(true);
  rows.forEach((cells, index) => {
    const isStrong = hasTotal && index === rows.length - 1;
    const height = heightOf(cells, isStrong);
    const row = pdf.struct('TR');
    table.add(row);
    if (height > full - headHeight) {
      // Longer than a page: its cells stand one below the other, over as many pages as they need.
      cells.forEach((text, at) => {
        const title = titles[at];
        const tag = at === 0 ? 'TH' : 'TD';
        row.add(
          pdf.struct(tag, {}, () => {
            pdf.font('text').fontSize(fontSize.text).fillColor(ink);
            pdf.text(printable(title ? `${title}: ${text}` : text), inset.side, pdf.y + padding.down, { width });
          }),
        );
      });
      pdf.y += padding.down;
    } else {
      if (room(sheet, height)) drawHead(false);
      const top = pdf.y;
      if (isStrong) rule(top, 1);
      cells.forEach((text, at) => cell(row, text, at, top, isStrong));
      pdf.y = top + height;
    }
    row.end();
    rule(pdf.y, 0.5);
  });
  table.end();
  pdf.x = inset.side;
  pdf.y += 12;
}
