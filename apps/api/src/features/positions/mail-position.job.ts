import { inLanguage, language } from '@blizej/contracts';
import type { UnitOfWork } from '../../kernel/work.ts';
import type { Post } from '../../platform/mail/post.ts';
import { positionWords } from '../../platform/mail/words.ts';
import { renderPdf } from '../../platform/pdf/pdf.ts';
import { positionDocument } from './position-documents.ts';
import { dispatchedLetter } from './aftermath.store.ts';

/** Sends an adopted position to an addressee, with its text in both languages as PDF. */
export async function mailPosition(unit: UnitOfWork, post: Post, publicUrl: string, dispatchId: string): Promise<void> {
  const letter = await unit.run(null, (work) => dispatchedLetter(work, dispatchId));
  if (!letter?.email) return;
  const { name, email, positionId, isPublic, association, printed } = letter;
  const { decision, title, paragraphs } = printed;
  const facts = { ...decision, title: title.pl, association: association.pl };
  await post.send({
    id: dispatchId,
    to: { name, address: email },
    language: 'pl',
    subject: positionWords('pl', 'mail.subject', facts),
    paragraphs: [
      positionWords('pl', 'mail.lead', facts),
      title.pl,
      ...paragraphs.map(({ pl }) => pl),
      positionWords('pl', 'mail.attached'),
    ],
    ...(isPublic && {
      action: { label: positionWords('pl', 'mail.action'), url: `${publicUrl}/stanowiska/${positionId}` },
    }),
    attachments: await Promise.all(
      language.options.map(async (code) => ({
        name: `${positionWords(code, 'file')}-${decision?.number}-${decision?.year}-${code}.pdf`,
        type: 'application/pdf',
        content: await renderPdf(positionDocument(printed, code, association)),
      })),
    ),
    footer: `${positionWords('pl', 'mail.footer')} ${inLanguage(association, 'pl')}`,
  });
}
