import { Module } from '@nestjs/common';
import { InitiativesController } from './initiatives.controller.ts';

@Module({ controllers: [InitiativesController] })
export class InitiativesModule {}
