import { Controller, Req, Res, UseGuards } from '@nestjs/common';
import { securityRoutes as routes, type Given } from '@blizej/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { networkOf } from './browser.rules.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { SecretBox } from '../../platform/secrets/secret-box.ts';
import { askForLink } from './actions/ask-for-link.ts';
import { confirmEmail } from './actions/confirm-email.ts';
import { resetPassword } from './actions/reset-password.ts';
import { signInByLink } from './actions/sign-in-by-link.ts';
import { Entrance } from './entrance.guard.ts';
import { LinkGuard } from './link.guard.ts';
import { readHeldLink } from './security.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

/** What one may do with the links that come by e-mail, without a session. */
@Controller()
@UseGuards(LinkGuard)
export class LinksController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
    private readonly entrance: Entrance,
    private readonly box: SecretBox,
  ) {}

  @Route(routes.askForLink)
  async ask(@Input(routes.askForLink) input: To<'askForLink'>, @Req() request: FastifyRequest) {
    await this.entrance.askForLetter(input.body.email, networkOf(request.ip));
    await askForLink(this.unit, input);
  }

  @Route(routes.readHeldLink)
  held(@Input(routes.readHeldLink) { body }: To<'readHeldLink'>) {
    return this.heldLink(body.token);
  }

  @Route(routes.signInByLink)
  async signIn(
    @Input(routes.signInByLink) input: To<'signInByLink'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { token, code } = input.body;
    const { email } = await this.heldLink(token);
    const browser = this.entrance.browserOf(request);
    const session = await this.entrance.tryCode(email, browser, code, () =>
      signInByLink(this.unit, this.box, input, browser),
    );
    return this.entrance.letIn(reply, session, browser);
  }

  @Route(routes.resetPassword)
  async reset(
    @Input(routes.resetPassword) input: To<'resetPassword'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const browser = this.entrance.browserOf(request);
    const session = await resetPassword(this.unit, input, browser);
    return { session: session === null ? null : await this.entrance.letIn(reply, session, browser) };
  }

  @Route(routes.confirmEmail)
  async confirm(@Input(routes.confirmEmail) input: To<'confirmEmail'>) {
    await confirmEmail(this.unit, input);
  }

  private async heldLink(token: string) {
    const link = await readHeldLink(this.database, token);
    if (!link) throw new Problem('link-void');
    return link;
  }
}
