import { Controller, Inject, Req, Res } from '@nestjs/common';
import { securityRoutes as routes, type Given } from '@blizej/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { ConfigToken } from '../../platform/config/config.token.ts';
import type { Config } from '../../platform/config/config.ts';
import { Database } from '../../platform/database/database.ts';
import { networkOf } from './browser.rules.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { SecretBox } from '../../platform/secrets/secret-box.ts';
import { askForEmail } from './actions/ask-for-email.ts';
import { beginSecondFactor } from './actions/begin-second-factor.ts';
import { changePassword } from './actions/change-password.ts';
import { confirmSecondFactor } from './actions/confirm-second-factor.ts';
import { endOtherSessions, endSession } from './actions/end-sessions.ts';
import { proveSession } from './actions/prove-session.ts';
import { removeSecondFactor } from './actions/remove-second-factor.ts';
import { renewRecoveryCodes } from './actions/renew-recovery-codes.ts';
import { Entrance } from './entrance.guard.ts';
import { listSessions, readSecurity } from './security.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

/** How one’s own account is secured, and where one is signed in. Whatever changes one's rights changes the session's token. */
@Controller()
export class SecurityController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
    private readonly entrance: Entrance,
    private readonly box: SecretBox,
    @Inject(ConfigToken) private readonly config: Config,
  ) {}

  @Route(routes.readSecurity)
  read(@By() actor: Actor) {
    return readSecurity(this.database, actor, this.config);
  }

  @Route(routes.proveSession)
  async prove(
    @By() actor: Actor,
    @Input(routes.proveSession) input: To<'proveSession'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const token = await this.entrance.tryProof(actor.personId, () => proveSession(this.unit, this.box, actor, input));
    this.entrance.renew(reply, token);
  }

  @Route(routes.changePassword)
  async changePassword(
    @By() actor: Actor,
    @Input(routes.changePassword) input: To<'changePassword'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    this.entrance.renew(reply, await changePassword(this.unit, actor, input));
  }

  @Route(routes.askForEmail)
  async askForEmail(
    @By() actor: Actor,
    @Input(routes.askForEmail) input: To<'askForEmail'>,
    @Req() request: FastifyRequest,
  ) {
    await this.entrance.askForLetter(actor.email, networkOf(request.ip));
    await askForEmail(this.unit, actor, input);
  }

  @Route(routes.beginSecondFactor)
  beginSecondFactor(@By() actor: Actor) {
    return beginSecondFactor(this.unit, this.box, actor);
  }

  @Route(routes.confirmSecondFactor)
  async confirmSecondFactor(
    @By() actor: Actor,
    @Input(routes.confirmSecondFactor) input: To<'confirmSecondFactor'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { codes, token } = await this.entrance.tryProof(actor.personId, () =>
      confirmSecondFactor(this.unit, this.box, actor, input),
    );
    this.entrance.renew(reply, token);
    return { codes };
  }

  @Route(routes.removeSecondFactor)
  async removeSecondFactor(@By() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    this.entrance.renew(reply, await removeSecondFactor(this.unit, actor));
  }

  @Route(routes.renewRecoveryCodes)
  renewRecoveryCodes(@By() actor: Actor) {
    return renewRecoveryCodes(this.unit, actor);
  }

  @Route(routes.listSessions)
  sessions(@By() actor: Actor, @Input(routes.listSessions) { query }: To<'listSessions'>) {
    return listSessions(this.database, actor, query);
  }

  @Route(routes.endSession)
  async endSession(@By() actor: Actor, @Input(routes.endSession) input: To<'endSession'>) {
    await endSession(this.unit, actor, input);
  }

  @Route(routes.endOtherSessions)
  async endOtherSessions(@By() actor: Actor) {
    await endOtherSessions(this.unit, actor);
  }
}
