import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import type { Actor } from '../../kernel/actor.ts';
import { Problem } from '../../kernel/problems.ts';
import { Database } from '../../platform/database/database.ts';
import { passwordFits } from './passwords.ts';
import { actorByEmail, credentialsOf } from './session.queries.ts';

/** Whose password fitted, and to what: it may have changed by the time the session opens. */
export interface ProvenByPassword {
  readonly actor: Actor;
  readonly passwordHash: string;
}

/** E-mail and password. A wrong e-mail and a wrong password are the same answer in the same time. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy) {
  constructor(private readonly database: Database) {
    super({ usernameField: 'email', session: false });
  }

  async validate(email: string, password: string): Promise<ProvenByPassword> {
    const address = email.trim();
    const credentials = await credentialsOf(this.database, address);
    const fits = await passwordFits(password, credentials?.passwordHash);
    const actor = fits ? await actorByEmail(this.database, address) : undefined;
    if (!actor || !credentials) throw new Problem('wrong-credentials');
    return { actor, passwordHash: credentials.passwordHash };
  }
}
