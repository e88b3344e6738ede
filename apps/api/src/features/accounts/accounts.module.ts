import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ActorGuard } from './actor.guard.ts';
import { InvitationsController } from './invitations.controller.ts';
import { LocalStrategy } from './local.strategy.ts';
import { SessionController } from './session.controller.ts';
import { SignInGuard } from './sign-in.guard.ts';

@Module({
  controllers: [SessionController, InvitationsController],
  providers: [LocalStrategy, SignInGuard, { provide: APP_GUARD, useClass: ActorGuard }],
})
export class AccountsModule {}
