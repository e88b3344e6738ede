import { Module } from '@nestjs/common';
import { CardsController } from './cards.controller.ts';
import { PartnersController } from './partners.controller.ts';

@Module({ controllers: [PartnersController, CardsController] })
export class PartnersModule {}
