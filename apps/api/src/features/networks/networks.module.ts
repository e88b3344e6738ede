import { Module } from '@nestjs/common';
import { DecisionsController } from './decisions.controller.ts';
import { NetworksController } from './networks.controller.ts';

@Module({ controllers: [NetworksController, DecisionsController] })
export class NetworksModule {}
