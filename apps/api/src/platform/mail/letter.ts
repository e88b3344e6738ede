/** A letter as a feature writes it: plain words. How it looks is decided here, once. */
export interface Letter {
  /** The same for each attempt to send the same letter, so that a receiver may know a second copy. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly language: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly lists?: readonly {
    readonly title: string;
    readonly items: readonly { readonly text: string; readonly note?: string; readonly url: string }[];
  }[];
  readonly action?: { readonly label: string; readonly url: string };
  /** Files that go with it. */
  readonly attachments?: readonly { readonly name: string; readonly type: string; readonly content: Buffer }[];
  /** Who sends it, and why the reader gets it. */
  readonly footer: string;
  /** Where the reader turns such letters off. */
  readonly settings?: string;
}

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`).replaceAll('\n', '<br>');

/** The letter for readers without HTML: paragraphs, the link on a line of its own. */
export const textOf = ({ paragraphs, lists = [], action, footer, settings }: Letter): string =>
  [
    ...paragraphs,
    ...lists.map(({ title, items }) =>
      [title, ...items.map(({ text, note, url }) => `* ${note ? `${note}: ` : ''}${text}\n  ${url}`)].join('\n'),
    ),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    [`-- \n${footer}`, ...(settings ? [settings] : [])].join('\n'),
  ].join('\n\n');

/** The letter as HTML without pictures, scripts or anything from elsewhere. */
export const htmlOf = ({
  language,
  subject,
  paragraphs,
  lists = [],
  action,
  footer,
  settings,
}: Letter): string => `<!doctype html>
<html lang="${escape(language)}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head>
<body style="margin:0;background:#f5f9f8;color:#0b2530;font:16px/1.55 system-ui,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:32px 20px">
${paragraphs.map((paragraph) => `<p style="margin:0 0 16px">${escape(paragraph)}</p>`).join('\n')}
${lists
  .map(
    ({ title, items }) => `<h2 style="margin:24px 0 8px;font-size:18px">${escape(title)}</h2>
<ul style="margin:0 0 16px;padding:0 0 0 20px">
${items
  .map(
    ({ text, note, url }) =>
      `<li style="margin:0 0 8px">${note ? `<strong>${escape(note)}:</strong> ` : ''}<a href="${escape(url)}" style="color:#0f5468">${escape(text)}</a></li>`,
  )
  .join('\n')}
</ul>`,
  )
  .join('\n')}
${
  action
    ? `<p style="margin:24px 0"><a href="${escape(action.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#0f5468;color:#ffffff;font-weight:600;text-decoration:none">${escape(action.label)}</a></p>
<p style="margin:0 0 16px;color:#48616b;font-size:13px;word-break:break-all">${escape(action.url)}</p>`
    : ''
}
<p style="margin:32px 0 0;padding-top:16px;border-top:1px solid #c9d6d5;color:#48616b;font-size:13px">${escape(footer)}${settings ? `<br><a href="${escape(settings)}" style="color:#48616b">${escape(settings)}</a>` : ''}</p>
</div></body></html>
`;
