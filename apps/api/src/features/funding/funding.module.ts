import { Module } from '@nestjs/common';
import { CallsController } from './calls.controller.ts';
import { PlansController } from './plans.controller.ts';

@Module({ controllers: [CallsController, PlansController] })
export class FundingModule {}
