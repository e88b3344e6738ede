import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { getRequestCookie } from '@nestjs/core/helpers/cookies/request-cookies.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ConfigToken } from '../config/config.token.ts';
import type { Config } from '../config/config.ts';

/** Reads and writes cookies that no script sees and no other site sends with a change. */
@Injectable()
export class Cookies {
  constructor(
    private readonly host: HttpAdapterHost,
    @Inject(ConfigToken) private readonly config: Config,
  ) {}

  read(request: FastifyRequest, name: string): string | undefined {
    return getRequestCookie(request, this.named(name));
  }

  /** @param maxAge seconds */
  write(reply: FastifyReply, name: string, value: string, maxAge: number): void {
    this.host.httpAdapter.setCookie?.(reply, this.named(name), value, { ...this.manner(), maxAge });
  }

  clear(reply: FastifyReply, name: string): void {
    this.host.httpAdapter.clearCookie?.(reply, this.named(name), this.manner());
  }

  /** With https the `__Host-` prefix, which no subdomain and no plain connection can set. */
  private named(name: string): string {
    return this.config.secure ? `__Host-${name}` : name;
  }

  private manner() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.config.secure } as const;
  }
}
