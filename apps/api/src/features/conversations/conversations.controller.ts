import { Controller } from '@nestjs/common';
import { conversationsRoutes as routes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { allow } from '../../kernel/policy.ts';
import { found } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { countTold } from '../activity/index.ts';
import { markRead, react } from './actions/answer-comment.ts';
import { editComment, removeComment } from './actions/edit-comment.ts';
import { writeComment } from './actions/write-comment.ts';
import { audiencesOf } from './audience.rules.ts';
import { conversationLifecycle } from './conversation.lifecycle.ts';
import { conversationPolicy } from './conversation.policy.ts';
import { listComments, listCommentVersions, listMentionables, listReceipts } from './conversations.queries.ts';
import { earlierAuthors, readPlace, unreachable } from './conversations.store.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class ConversationsController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(routes.listComments)
  async list(@By() actor: Actor, @Input(routes.listComments) { params, query }: To<'listComments'>) {
    return found(await listComments(this.database, actor, params.place, params.id, query.cursor));
  }

  @Route(routes.writeComment)
  write(@By() actor: Actor, @Input(routes.writeComment) input: To<'writeComment'>) {
    return writeComment(this.unit, actor, input);
  }

  @Route(routes.listMentionables)
  async mentionables(@By() actor: Actor, @Input(routes.listMentionables) { params, query }: To<'listMentionables'>) {
    const place = found(await readPlace(this.database, actor, params.place, params.id));
    allow(conversationPolicy.write(actor, place));
    return { items: await listMentionables(this.database, actor, place, query.search) };
  }

  @Route(routes.countReach)
  async reach(@By() actor: Actor, @Input(routes.countReach) { params, body }: To<'countReach'>) {
    const place = found(await readPlace(this.database, actor, params.place, params.id));
    const { kind, mentions } = body;
    allow(kind === 'ANNOUNCEMENT' ? conversationPolicy.announce(actor, place) : conversationPolicy.write(actor, place));
    conversationLifecycle.expectOpen(place);
    const unseen = await unreachable(this.database, place, mentions);
    const audiences = audiencesOf({
      kind,
      networkId: place.networkId,
      concernedIds: place.concernedIds,
      mentions: mentions.filter((one) => !unseen.includes(one)),
      earlierAuthors: await earlierAuthors(this.database, place),
    });
    return { people: await countTold(this.database, actor, audiences) };
  }

  @Route(routes.editComment)
  edit(@By() actor: Actor, @Input(routes.editComment) input: To<'editComment'>) {
    return editComment(this.unit, actor, input);
  }

  @Route(routes.removeComment)
  remove(@By() actor: Actor, @Input(routes.removeComment) input: To<'removeComment'>) {
    return removeComment(this.unit, actor, input);
  }

  @Route(routes.listCommentVersions)
  async versions(@By() actor: Actor, @Input(routes.listCommentVersions) { params }: To<'listCommentVersions'>) {
    return { items: found(await listCommentVersions(this.database, actor, params.id)) };
  }

  @Route(routes.addReaction)
  addReaction(@By() actor: Actor, @Input(routes.addReaction) { params }: To<'addReaction'>) {
    return react(this.unit, actor, params.id, params.kind, true);
  }

  @Route(routes.removeReaction)
  removeReaction(@By() actor: Actor, @Input(routes.removeReaction) { params }: To<'removeReaction'>) {
    return react(this.unit, actor, params.id, params.kind, false);
  }

  @Route(routes.markAnnouncementRead)
  markRead(@By() actor: Actor, @Input(routes.markAnnouncementRead) { params }: To<'markAnnouncementRead'>) {
    return markRead(this.unit, actor, params.id);
  }

  @Route(routes.listReceipts)
  async receipts(@By() actor: Actor, @Input(routes.listReceipts) { params }: To<'listReceipts'>) {
    const announcement = found(await listReceipts(this.database, actor, params.id));
    allow(conversationPolicy.readReceipts(actor, announcement));
    const people = announcement.readers.map(({ readAt, ...person }) => ({
      ...person,
      readAt: readAt?.toISOString() ?? null,
    }));
    return {
      read: people.flatMap(({ readAt, ...person }) => (readAt === null ? [] : [{ ...person, readAt }])),
      unread: people.flatMap(({ readAt, ...person }) => (readAt === null ? [person] : [])),
    };
  }
}
