import { Controller, Inject, Req, Res, UseGuards } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { getRequestCookie } from '@nestjs/core/helpers/cookies/request-cookies.js';
import { accountsRoutes } from '@blizej/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { ConfigToken } from '../../platform/config/config.token.ts';
import type { Config } from '../../platform/config/config.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Route } from '../../platform/http/route.ts';
import { countUnread } from '../activity/index.ts';
import { signIn } from './actions/sign-in.ts';
import { signOut } from './actions/sign-out.ts';
import { placesOf } from './session.policy.ts';
import { presentSession } from './session.presenter.ts';
import { absoluteDays, cookieName, slidingDays } from './session.rules.ts';
import { SignInGuard } from './sign-in.guard.ts';

@Controller()
export class SessionController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
    private readonly host: HttpAdapterHost,
    @Inject(ConfigToken) private readonly config: Config,
  ) {}

  @Route(accountsRoutes.signIn)
  @UseGuards(SignInGuard)
  async signIn(@Req() request: FastifyRequest & { user: Actor }, @Res({ passthrough: true }) reply: FastifyReply) {
    const actor = request.user;
    const token = await signIn(this.unit, actor, getRequestCookie(request, cookieName(this.config.secure)));
    this.host.httpAdapter.setCookie?.(reply, cookieName(this.config.secure), token, {
      ...this.cookie(),
      maxAge: absoluteDays * 86_400,
    });
    return this.view(actor, new Date(Date.now() + slidingDays * 86_400_000));
  }

  @Route(accountsRoutes.readSession)
  read(@By() actor: Actor) {
    return this.view(actor, actor.request?.expiresAt ?? new Date());
  }

  @Route(accountsRoutes.signOut)
  async signOut(@By() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    await signOut(this.unit, actor, actor.request?.sessionId ?? '');
    this.host.httpAdapter.clearCookie?.(reply, cookieName(this.config.secure), this.cookie());
  }

  private async view(actor: Actor, expiresAt: Date) {
    return presentSession(actor, expiresAt, await countUnread(this.database, actor), placesOf(actor));
  }

  private cookie() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.config.secure } as const;
  }
}
