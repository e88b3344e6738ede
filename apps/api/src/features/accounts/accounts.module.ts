import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ActorGuard } from './actor.guard.ts';
import { Entrance } from './entrance.guard.ts';
import { IdentitiesController } from './identities.controller.ts';
import { InvitationsController } from './invitations.controller.ts';
import { LinksController } from './links.controller.ts';
import { LocalStrategy } from './local.strategy.ts';
import { OidcController } from './oidc.controller.ts';
import { OidcProviders } from './oidc.strategy.ts';
import { ProfileController } from './profile.controller.ts';
import { SecurityController } from './security.controller.ts';
import { SessionController } from './session.controller.ts';
import { SignInGuard } from './sign-in.guard.ts';

@Module({
  controllers: [
    SessionController,
    InvitationsController,
    LinksController,
    SecurityController,
    OidcController,
    IdentitiesController,
    ProfileController,
  ],
  providers: [Entrance, LocalStrategy, SignInGuard, OidcProviders, { provide: APP_GUARD, useClass: ActorGuard }],
})
export class AccountsModule {}
