import { Controller, Res, UseGuards } from '@nestjs/common';
import { identitiesRoutes as routes, type Given } from '@blizej/contracts';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Cookies } from '../../platform/http/cookies.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { beginAttempt } from './actions/begin-attempt.ts';
import { checkProof } from './actions/prove-session.ts';
import { unlinkIdentity } from './actions/unlink-identity.ts';
import { listIdentities } from './identity.queries.ts';
import { attemptCookie, attemptMinutes, identitiesPage } from './identity.rules.ts';
import { OidcLimitGuard } from './oidc-limit.guard.ts';
import { OidcProviders } from './oidc.strategy.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

/** The outside providers, and the accounts with them that a person has linked. */
@Controller()
export class IdentitiesController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
    private readonly providers: OidcProviders,
    private readonly cookies: Cookies,
  ) {}

  @Route(routes.readSignInWays)
  ways() {
    return { providers: this.providers.list() };
  }

  @Route(routes.listIdentities)
  async list(@By() actor: Actor) {
    return { items: await listIdentities(this.database, actor, this.providers.nameOf) };
  }

  @Route(routes.linkIdentity)
  @UseGuards(OidcLimitGuard)
  async link(
    @By() actor: Actor,
    @Input(routes.linkIdentity) { body }: To<'linkIdentity'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await checkProof(this.unit, actor);
    const provider = found(this.providers.find(body.provider));
    const wish = { returnTo: identitiesPage, linkFor: actor.personId };
    const { url, token } = await beginAttempt(this.unit, this.providers, provider, wish);
    this.cookies.write(reply, attemptCookie, token, attemptMinutes * 60);
    return { url };
  }

  @Route(routes.unlinkIdentity)
  unlink(@By() actor: Actor, @Input(routes.unlinkIdentity) input: To<'unlinkIdentity'>) {
    return unlinkIdentity(this.unit, actor, input, this.providers.nameOf);
  }
}
