import { Module } from '@nestjs/common';
import { BallotsController } from './ballots.controller.ts';

@Module({ controllers: [BallotsController] })
export class BallotsModule {}
