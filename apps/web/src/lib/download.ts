/** A cell as a spreadsheet may read it: nothing in it is a formula (OWASP: CSV injection). */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Hands the reader a table as a CSV file that a Polish spreadsheet opens as it is: semicolons, and the mark of UTF-8. */
export const downloadTable = (fileName: string, rows: readonly (readonly string[])[]): void => {
  const text = rows.map((row) => row.map(cell).join(';')).join('\r\n');
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
};
