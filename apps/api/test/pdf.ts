import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface StructureNode {
  readonly role?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children?: readonly StructureNode[];
}

export interface ReadPdf {
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly isTagged: boolean;
  /** Of each page. */
  readonly texts: readonly string[];
  /** What is read aloud, by its kind: `Document`, `H1`, `P`, `Table`, `TR`, `TH`, `TD`, … */
  readonly roles: readonly string[];
  /** The languages of parts that are in another than the document. */
  readonly foreign: readonly string[];
}

const rolesOf = (node: StructureNode): string[] => [
  ...(node.role ? [node.role] : []),
  ...(node.children ?? []).flatMap(rolesOf),
];

const foreignOf = (node: StructureNode): string[] => [
  ...(node.lang ? [node.lang] : []),
  ...(node.children ?? []).flatMap(foreignOf),
];

/** Reads a PDF as whoever reads aloud does. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts: string[] = [];
  const roles: string[] = [];
  const foreign: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items, lang } = await page.getTextContent();
    void lang;
    texts.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''));
    const tree = (await page.getStructTree()) as StructureNode | null;
    if (tree) {
      roles.push(...rolesOf(tree));
      foreign.push(...foreignOf(tree));
    }
  }
  const { info } = await document.getMetadata();
  const { Title, Language } = info as { Title?: string; Language?: string };
  const mark = await document.getMarkInfo();
  await document.destroy();
  return {
    title: Title,
    language: Language,
    isTagged: (mark as { Marked?: boolean } | null)?.Marked ?? false,
    texts,
    roles,
    foreign,
  };
}
