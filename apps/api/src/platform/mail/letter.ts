/** A letter as a feature writes it: plain words. How it looks is decided here, once. */
export interface Letter {
  /** The same for each attempt to send the same letter, so that a receiver may know a second copy. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly language: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly label: string; readonly url: string };
  /** Who sends it, and why the reader gets it. */
  readonly footer: string;
}

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`).replaceAll('\n', '<br>');

/** The letter for readers without HTML: paragraphs, the link on a line of its own. */
export const textOf = ({ paragraphs, action, footer }: Letter): string =>
  [...paragraphs, ...(action ? [`${action.label}:\n${action.url}`] : []), `-- \n${footer}`].join('\n\n');

/** The letter as HTML without pictures, scripts or anything from elsewhere. */
export const htmlOf = ({ language, subject, paragraphs, action, footer }: Letter): string => `<!doctype html>
<html lang="${escape(language)}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head>
<body style="margin:0;background:#f5f9f8;color:#0b2530;font:16px/1.55 system-ui,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:32px 20px">
${paragraphs.map((paragraph) => `<p style="margin:0 0 16px">${escape(paragraph)}</p>`).join('\n')}
${
  action
    ? `<p style="margin:24px 0"><a href="${escape(action.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#0f5468;color:#ffffff;font-weight:600;text-decoration:none">${escape(action.label)}</a></p>
<p style="margin:0 0 16px;color:#48616b;font-size:13px;word-break:break-all">${escape(action.url)}</p>`
    : ''
}
<p style="margin:32px 0 0;padding-top:16px;border-top:1px solid #c9d6d5;color:#48616b;font-size:13px">${escape(footer)}</p>
</div></body></html>
`;
