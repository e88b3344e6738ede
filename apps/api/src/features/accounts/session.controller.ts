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
import { SecretBox } from '../../platform/secrets/secret-box.ts';
import { signIn } from './actions/sign-in.ts';
import { signOut } from './actions/sign-out.ts';
import { Entrance } from './entrance.guard.ts';
import type { ProvenByPassword } from './local.strategy.ts';
import { readSession } from './session.queries.ts';
import { sessionCookie } from './session.rules.ts';
import { SignInGuard } from './sign-in.guard.ts';

@Controller()
export class SessionController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
    private readonly cookies: Cookies,
    private readonly entrance: Entrance,
    private readonly box: SecretBox,
  ) {}

  @Route(accountsRoutes.signIn)
  @UseGuards(SignInGuard)
  async signIn(
    @Input(accountsRoutes.signIn) { body: { code } }: Given<typeof accountsRoutes.signIn>,
    @Req() request: FastifyRequest & { user: ProvenByPassword },
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { actor, passwordHash } = request.user;
    const browser = this.entrance.browserOf(request);
    const token = await this.entrance.tryCode(actor.email, browser, code, () =>
      signIn(this.unit, actor, browser, { box: this.box, code }, passwordHash),
    );
    return this.entrance.letIn(reply, token, browser);
  }

  @Route(accountsRoutes.readSession)
  read(@By() actor: Actor) {
    return readSession(this.database, actor);
  }

  @Route(accountsRoutes.actFor)
  async actFor(@By() actor: Actor, @Input(accountsRoutes.actFor) { body }: Given<typeof accountsRoutes.actFor>) {
    return readSession(this.database, await actFor(this.unit, actor, body.organizationId));
  }

  @Route(accountsRoutes.signOut)
  async signOut(@By() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    await signOut(this.unit, actor, actor.request?.sessionId ?? '');
    this.cookies.clear(reply, sessionCookie);
  }
}
