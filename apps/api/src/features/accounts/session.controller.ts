import { Controller, Req, Res, UseGuards } from '@nestjs/common';
import { accountsRoutes, type Given } from '@blizej/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Cookies } from '../../platform/http/cookies.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { actFor } from './actions/act-for.ts';
import { signIn } from './actions/sign-in.ts';
import { signOut } from './actions/sign-out.ts';
import { readNewSession, readSession } from './session.queries.ts';
import { absoluteDays, sessionCookie } from './session.rules.ts';
import { SignInGuard } from './sign-in.guard.ts';

@Controller()
export class SessionController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
    private readonly cookies: Cookies,
  ) {}

  @Route(accountsRoutes.signIn)
  @UseGuards(SignInGuard)
  async signIn(@Req() request: FastifyRequest & { user: Actor }, @Res({ passthrough: true }) reply: FastifyReply) {
    const actor = request.user;
    const token = await signIn(this.unit, actor, this.cookies.read(request, sessionCookie));
    this.cookies.write(reply, sessionCookie, token, absoluteDays * 86_400);
    return readNewSession(this.database, actor);
  }

  @Route(accountsRoutes.readSession)
  read(@By() actor: Actor) {
    return readSession(this.database, actor, actor.request?.expiresAt ?? new Date());
  }

  @Route(accountsRoutes.actFor)
  async actFor(@By() actor: Actor, @Input(accountsRoutes.actFor) { body }: Given<typeof accountsRoutes.actFor>) {
    const chosen = await actFor(this.unit, actor, body.organizationId);
    return readSession(this.database, chosen, actor.request?.expiresAt ?? new Date());
  }

  @Route(accountsRoutes.signOut)
  async signOut(@By() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    await signOut(this.unit, actor, actor.request?.sessionId ?? '');
    this.cookies.clear(reply, sessionCookie);
  }
}
