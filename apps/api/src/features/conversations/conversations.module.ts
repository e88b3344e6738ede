import { Module } from '@nestjs/common';
import { ConversationsController } from './conversations.controller.ts';

@Module({ controllers: [ConversationsController] })
export class ConversationsModule {}
