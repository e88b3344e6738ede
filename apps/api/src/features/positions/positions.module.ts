import { Module } from '@nestjs/common';
import { PositionsController } from './positions.controller.ts';
import { RegisterController } from './register.controller.ts';

@Module({ controllers: [PositionsController, RegisterController] })
export class PositionsModule {}
