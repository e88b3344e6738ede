import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ActorGuard } from './actor.guard.ts';
import { IdentitiesController } from './identities.controller.ts';
import { InvitationsController } from './invitations.controller.ts';
import { LocalStrategy } from './local.strategy.ts';
import { OidcController } from './oidc.controller.ts';
import { OidcProviders } from './oidc.strategy.ts';
import { ProfileController } from './profile.controller.ts';
import { SessionController } from './session.controller.ts';
import { SignInGuard } from './sign-in.guard.ts';

@Module({
  controllers: [SessionController, InvitationsController, OidcController, IdentitiesController, ProfileController],
  providers: [LocalStrategy, SignInGuard, OidcProviders, { provide: APP_GUARD, useClass: ActorGuard }],
})
export class AccountsModule {}
