/** The letters that Polish has beyond ASCII, at places of their own in the font. */
const letters: Readonly<Record<string, string>> = {
  ą: 'aogonek',
  ć: 'cacute',
  ę: 'eogonek',
  ł: 'lslash',
  ń: 'nacute',
  ó: 'oacute',
  ś: 'sacute',
  ź: 'zacute',
  ż: 'zdotaccent',
  Ł: 'Lslash',
  Ś: 'Sacute',
  Ż: 'Zdotaccent',
  '–': 'endash',
  '§': 'section',
};
const firstPlace = 0x80;

const encoded = (text: string): string =>
  Array.from(text)
    .map((letter) => {
      const place = Object.keys(letters).indexOf(letter);
      return place < 0 ? letter.replace(/[()\\]/, String.raw`\$&`) : String.fromCharCode(firstPlace + place);
    })
    .join('');

/** A PDF of one page with lines of text: as small as one can be, for the demo. */
export function smallPdf(lines: readonly string[]): Buffer {
  const written = lines.map((line, at) => `${at === 0 ? '/F 18 Tf' : '/F 12 Tf'} (${encoded(line)}) Tj 0 -24 Td`);
  const page = `BT 60 760 Td ${written.join('\n')} ET`;
  const names = Object.values(letters)
    .map((name) => `/${name}`)
    .join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [${firstPlace} ${names}] >> >>`,
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
