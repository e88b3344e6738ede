import { Controller, Req, Res, UseGuards } from '@nestjs/common';
import { invitationsRoutes as routes, type Given } from '@blizej/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.ts';
import { allow } from '../../kernel/policy.ts';
import { found, Problem } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { acceptInvitation } from './actions/accept-invitation.ts';
import { beginList } from './actions/begin-list.ts';
import { invitePerson } from './actions/invite-person.ts';
import { resendInvitation } from './actions/resend-invitation.ts';
import { revokeInvitation } from './actions/revoke-invitation.ts';
import { Entrance } from './entrance.guard.ts';
import { invitationPolicy } from './invitation.policy.ts';
import { listInvitationChoices, listInvitations, readHeldInvitation } from './invitations.queries.ts';
import { LinkGuard } from './link.guard.ts';
import { previewList, readBulkRun } from './list.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class InvitationsController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
    private readonly entrance: Entrance,
  ) {}

  @Route(routes.listInvitations)
  list(@By() actor: Actor, @Input(routes.listInvitations) { query }: To<'listInvitations'>) {
    allow(invitationPolicy.use(actor));
    return listInvitations(this.database, actor, query);
  }

  @Route(routes.listInvitationChoices)
  choices(@By() actor: Actor) {
    allow(invitationPolicy.use(actor));
    return listInvitationChoices(this.database, actor);
  }

  @Route(routes.invitePerson)
  async invite(@By() actor: Actor, @Input(routes.invitePerson) input: To<'invitePerson'>) {
    await this.entrance.sendInvitation(actor.personId, input.body.email);
    return invitePerson(this.unit, actor, input);
  }

  @Route(routes.previewList)
  preview(@By() actor: Actor, @Input(routes.previewList) { body }: To<'previewList'>) {
    allow(invitationPolicy.use(actor));
    return previewList(this.database, actor, body);
  }

  @Route(routes.inviteList)
  inviteList(@By() actor: Actor, @Input(routes.inviteList) input: To<'inviteList'>) {
    return beginList(this.unit, actor, input);
  }

  @Route(routes.readBulkRun)
  async run(@By() actor: Actor, @Input(routes.readBulkRun) { params }: To<'readBulkRun'>) {
    return found(await readBulkRun(this.database, actor, params.id));
  }

  @Route(routes.resendInvitation)
  async resend(@By() actor: Actor, @Input(routes.resendInvitation) input: To<'resendInvitation'>) {
    await this.entrance.sendInvitation(actor.personId, input.params.id);
    return resendInvitation(this.unit, actor, input);
  }

  @Route(routes.revokeInvitation)
  revoke(@By() actor: Actor, @Input(routes.revokeInvitation) input: To<'revokeInvitation'>) {
    return revokeInvitation(this.unit, actor, input);
  }

  @Route(routes.readHeldInvitation)
  @UseGuards(LinkGuard)
  async held(@Input(routes.readHeldInvitation) { body }: To<'readHeldInvitation'>) {
    const held = await readHeldInvitation(this.database, body.token);
    if (!held) throw new Problem('link-void');
    return held;
  }

  @Route(routes.acceptInvitation)
  @UseGuards(LinkGuard)
  async accept(
    @Input(routes.acceptInvitation) input: To<'acceptInvitation'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const browser = this.entrance.browserOf(request);
    const token = await acceptInvitation(this.unit, input, browser);
    return { session: token === null ? null : await this.entrance.letIn(reply, token, browser) };
  }
}
