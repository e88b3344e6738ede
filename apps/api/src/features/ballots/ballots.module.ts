import { Module } from '@nestjs/common';
import { BallotsController } from './ballots.controller.ts';
import { ProxiesController } from './proxies.controller.ts';

@Module({ controllers: [BallotsController, ProxiesController] })
export class BallotsModule {}
