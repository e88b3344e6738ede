import { z } from 'zod';
import { commentLimits } from './limits.ts';
import { id } from './primitives.ts';

/** Whom a text mentions: a person, an organization, or all of a network. */
export const mentionKind = z.enum(['PERSON', 'ORGANIZATION', 'NETWORK']);
export type MentionKind = z.infer<typeof mentionKind>;

/** A control character has no business in a text but a line's end, which is a node of its own. */
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

const mark = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({
    type: z.literal('link'),
    attrs: z.object({
      href: z
        .string()
        .max(2000)
        .regex(/^(https?:\/\/|mailto:)[^\s\\]+$/i),
    }),
  }),
]);
const piece = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    text: z
      .string()
      .min(1)
      .max(commentLimits.text)
      .refine((text) => !control.test(text)),
    marks: z.array(mark).max(3).optional(),
  }),
  z.object({ type: z.literal('hardBreak') }),
  z.object({ type: z.literal('mention'), attrs: z.object({ kind: mentionKind, id }) }),
]);
const paragraph = z.object({
  type: z.literal('paragraph'),
  content: z.array(piece).max(commentLimits.pieces).optional(),
});
const items = z
  .array(z.object({ type: z.literal('listItem'), content: z.array(paragraph).min(1).max(1) }))
  .min(1)
  .max(commentLimits.items);

/**
 * A text with a little shape, as its editor writes it: paragraphs and lists one deep, bold, italic, links to the web or to an
 * address, mentions. Attributes that mean nothing here are left out; a node that is not listed is refused. Names are never
 * stored with a mention: they are joined when it is read.
 */
export const richText = z.object({
  type: z.literal('doc'),
  content: z
    .array(
      z.discriminatedUnion('type', [
        paragraph,
        z.object({ type: z.literal('bulletList'), content: items }),
        z.object({ type: z.literal('orderedList'), content: items }),
      ]),
    )
    .min(1)
    .max(commentLimits.blocks),
});
export type RichText = z.infer<typeof richText>;
export type RichBlock = RichText['content'][number];
export type RichPiece = z.infer<typeof piece>;
export type Mention = Extract<RichPiece, { type: 'mention' }>['attrs'];
