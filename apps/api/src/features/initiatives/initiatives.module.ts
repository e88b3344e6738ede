import { Module } from '@nestjs/common';
import { CardsController } from './cards.controller.ts';
import { InitiativesController } from './initiatives.controller.ts';
import { SavedFiltersController } from './saved-filters.controller.ts';

@Module({ controllers: [InitiativesController, SavedFiltersController, CardsController] })
export class InitiativesModule {}
