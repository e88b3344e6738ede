import { Module } from '@nestjs/common';
import { BalancesController } from './balances.controller.ts';

@Module({ controllers: [BalancesController] })
export class BalancesModule {}
