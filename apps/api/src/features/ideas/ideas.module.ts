import { Module } from '@nestjs/common';
import { IdeasController } from './ideas.controller.ts';

@Module({ controllers: [IdeasController] })
export class IdeasModule {}
