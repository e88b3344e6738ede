import { z } from 'zod';
import { commentLimits } from './limits.ts';
import { cursor, id, instant, localized, pageOf, search, version } from './primitives.ts';
import { lengthOf, mentionsIn, saysNothing } from './rich-text-pieces.ts';
import { mentionKind, richText } from './rich-text.ts';
import { defineRoutes } from './route.ts';

/** By what a conversation stands. */
export const conversationPlace = z.enum(['networks', 'tasks', 'initiatives']);
export type ConversationPlace = z.infer<typeof conversationPlace>;

/** An announcement is the lead's or the secretariat's word to a whole network or initiative; each reader says that they have read it. */
export const commentKind = z.enum(['COMMENT', 'ANNOUNCEMENT']);
export type CommentKind = z.infer<typeof commentKind>;

export const reactionKind = z.enum(['THANKS', 'AGREE', 'SEEN']);
export type ReactionKind = z.infer<typeof reactionKind>;

/** What people say: something, not too much, of not too many. */
const written = richText.check(({ value, issues }) => {
  const issue = { input: undefined, path: [] };
  if (saysNothing(value)) issues.push({ ...issue, code: 'too_small', origin: 'string', minimum: 1 });
  if (lengthOf(value) > commentLimits.text)
    issues.push({ ...issue, code: 'too_big', origin: 'string', maximum: commentLimits.text });
  if (mentionsIn(value).length > commentLimits.mentions)
    issues.push({ ...issue, code: 'too_big', origin: 'array', maximum: commentLimits.mentions });
});

const named = z.object({ id, name: z.string() });

export const commentView = z
  .object({
    id,
    kind: commentKind,
    author: named,
    /** For which organization the author spoke. */
    actingFor: named.nullable(),
    /** Null once it was taken back. */
    body: richText.nullable(),
    /** What those whom the text mentions are called now. */
    mentioned: z.array(z.object({ kind: mentionKind, id, name: localized })),
    version,
    createdAt: instant,
    editedAt: instant.nullable(),
    reactions: z.array(z.object({ kind: reactionKind, count: z.int(), mine: z.boolean() })),
    /** Of an announcement: how many have read it, and whether the viewer has. */
    receipt: z.object({ count: z.int(), mine: z.boolean() }).nullable(),
    abilities: z.object({
      edit: z.boolean(),
      remove: z.boolean(),
      react: z.boolean(),
      markRead: z.boolean(),
      readReceipts: z.boolean(),
    }),
  })
  .meta({ id: 'Comment' });
export type CommentView = z.infer<typeof commentView>;

/** A page of what was said, the newest first. */
export const commentPage = pageOf(commentView)
  .extend({ abilities: z.object({ write: z.boolean(), announce: z.boolean() }) })
  .meta({ id: 'CommentPage' });
export type CommentPage = z.infer<typeof commentPage>;

export const commentVersions = z
  .object({ items: z.array(z.object({ version, body: richText, writtenAt: instant })) })
  .meta({ id: 'CommentVersions' });

/** Somebody who can be mentioned: they can see what they are told of. */
export const mentionable = z
  .object({
    kind: mentionKind,
    id,
    name: localized,
    /** Of a person: for whom they work. */
    organization: z.string().nullable(),
  })
  .meta({ id: 'Mentionable' });
export type Mentionable = z.infer<typeof mentionable>;

export const receiptsView = z
  .object({
    read: z.array(named.extend({ organization: z.string(), readAt: instant })),
    unread: z.array(named.extend({ organization: z.string() })),
  })
  .meta({ id: 'Receipts' });

const placeParams = z.strictObject({ place: conversationPlace, id });
const params = z.strictObject({ id });

export const conversationsRoutes = defineRoutes({
  listComments: {
    method: 'GET',
    path: '/api/conversations/:place/:id',
    access: 'signed-in',
    summary: 'What was said by a network, a task or an initiative, the newest first.',
    params: placeParams,
    query: z.strictObject({ cursor }),
    response: commentPage,
  },
  writeComment: {
    method: 'POST',
    path: '/api/conversations/:place/:id',
    access: 'signed-in',
    summary: 'Says something; those whom it mentions are told.',
    params: placeParams,
    body: z.strictObject({ body: written, kind: commentKind.default('COMMENT') }),
    response: commentView,
    status: 201,
    problems: ['wrong-state'],
  },
  listMentionables: {
    method: 'GET',
    path: '/api/conversations/:place/:id/mentionables',
    access: 'signed-in',
    summary: 'Who can be mentioned here: people, organizations and the network, by name.',
    params: placeParams,
    query: z.strictObject({ search }),
    response: z.object({ items: z.array(mentionable) }).meta({ id: 'Mentionables' }),
  },
  countReach: {
    method: 'POST',
    path: '/api/conversations/:place/:id/reach',
    access: 'signed-in',
    summary: 'How many people would be told of something before it is said.',
    params: placeParams,
    body: z.strictObject({
      mentions: z.array(z.strictObject({ kind: mentionKind, id })).max(commentLimits.mentions),
      kind: commentKind.default('COMMENT'),
    }),
    response: z.object({ people: z.int() }).meta({ id: 'CommentReach' }),
    problems: ['wrong-state'],
  },
  editComment: {
    method: 'PUT',
    path: '/api/comments/:id',
    access: 'signed-in',
    summary: 'Says it in other words; how it read before stays readable.',
    params,
    body: z.strictObject({ body: written, version }),
    response: commentView,
    problems: ['wrong-state', 'version-conflict'],
  },
  removeComment: {
    method: 'POST',
    path: '/api/comments/:id/removal',
    access: 'signed-in',
    summary: 'Takes back what was said: its words are gone for all, that something was said stays.',
    params,
    body: z.strictObject({ version }),
    response: commentView,
    problems: ['wrong-state', 'version-conflict'],
  },
  listCommentVersions: {
    method: 'GET',
    path: '/api/comments/:id/versions',
    access: 'signed-in',
    summary: 'How a comment read before it was edited, the newest first.',
    params,
    response: commentVersions,
  },
  addReaction: {
    method: 'PUT',
    path: '/api/comments/:id/reactions/:kind',
    access: 'signed-in',
    summary: 'Thanks for a comment, agrees with it, or has seen it.',
    params: z.strictObject({ id, kind: reactionKind }),
    response: commentView,
    problems: ['wrong-state'],
  },
  removeReaction: {
    method: 'DELETE',
    path: '/api/comments/:id/reactions/:kind',
    access: 'signed-in',
    summary: 'Takes that back.',
    params: z.strictObject({ id, kind: reactionKind }),
    response: commentView,
    problems: ['wrong-state'],
  },
  markAnnouncementRead: {
    method: 'PUT',
    path: '/api/comments/:id/receipt',
    access: 'signed-in',
    summary: 'Says that the viewer has read an announcement.',
    params,
    response: commentView,
    problems: ['wrong-state'],
  },
  listReceipts: {
    method: 'GET',
    path: '/api/comments/:id/receipts',
    access: 'signed-in',
    summary: 'Who of those whom it concerns has read an announcement, and who has not.',
    params,
    response: receiptsView,
    problems: ['forbidden'],
  },
});
