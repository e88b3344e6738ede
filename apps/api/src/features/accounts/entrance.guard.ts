import { Inject, Injectable } from '@nestjs/common';
import type { SessionView } from '@blizej/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ConfigToken } from '../../platform/config/config.token.ts';
import type { Config } from '../../platform/config/config.ts';
import { Database } from '../../platform/database/database.ts';
import { RateLimiter } from '../../platform/database/rate-limiter.ts';
import { Cookies } from '../../platform/http/cookies.ts';
import { clientOf, networkOf, type Browser } from './browser.rules.ts';
import { readNewSession } from './session.queries.ts';
import { absoluteDays, deviceCookie, deviceDays, looksLikeToken, sessionCookie } from './session.rules.ts';
import { newToken } from './session.store.ts';
import {
  codeLimits,
  isGuess,
  letterLimits,
  linkLimits,
  passwordLimits,
  proofLimits,
  rememberAddress,
} from './sign-in-limits.queries.ts';

type Deed<T> = () => Promise<T>;

/** Guards every way in: the limits on guessing, and what a browser is handed once it is let in. */
@Injectable()
export class Entrance {
  constructor(
    private readonly db: Database,
    private readonly limiter: RateLimiter,
    private readonly cookies: Cookies,
    @Inject(ConfigToken) private readonly config: Config,
  ) {}

  browserOf(request: FastifyRequest): Browser {
    const device = this.cookies.read(request, deviceCookie);
    return {
      address: networkOf(request.ip),
      client: clientOf(request.headers['user-agent']),
      formerToken: this.cookies.read(request, sessionCookie),
      deviceToken: looksLikeToken(device) ? device : newToken(),
    };
  }

  /** Tries a password for an account. */
  async tryPassword<T>(email: string, browser: Browser, deed: Deed<T>): Promise<T> {
    return this.limiter.attempt(await passwordLimits(this.knowing, email, browser), isGuess, deed);
  }

  /** Tries a one-time code for an account whose password, or link, is right. */
  async tryCode<T>(email: string, browser: Browser, code: string | undefined, deed: Deed<T>): Promise<T> {
    const limits = code === undefined ? [] : await codeLimits(this.knowing, email, browser);
    return this.limiter.attempt(limits, isGuess, deed);
  }

  /** Tries a password or a code in a session that is open already. */
  tryProof<T>(personId: string, deed: Deed<T>): Promise<T> {
    return this.limiter.attempt(proofLimits(this.config, personId), isGuess, deed);
  }

  /** Counts a letter of invitation: to an address, or again of an invitation, by whoever sends it. */
  async sendInvitation(personId: string, about: string): Promise<void> {
    for (const { key, most, seconds } of letterLimits(personId, about)) await this.limiter.hit(key, most, seconds);
  }

  /** Counts a letter with a link, asked for from an address for an account, whether there is one or not. */
  async askForLetter(email: string, address: string): Promise<void> {
    for (const { key, most, seconds } of linkLimits(email, address)) await this.limiter.hit(key, most, seconds);
  }

  /** Hands a browser the session that was opened in it just now, and that by which it is known again. */
  async letIn(reply: FastifyReply, token: string, browser: Browser): Promise<SessionView> {
    this.renew(reply, token);
    this.cookies.write(reply, deviceCookie, browser.deviceToken, deviceDays * 86_400);
    const session = await readNewSession(this.db, token, this.config);
    await rememberAddress(this.limiter, session.person.email, browser.address);
    return session;
  }

  /** Hands a browser the new token of its session. */
  renew(reply: FastifyReply, token: string): void {
    this.cookies.write(reply, sessionCookie, token, absoluteDays * 86_400);
  }

  private get knowing() {
    return { db: this.db, limiter: this.limiter, limits: this.config };
  }
}
