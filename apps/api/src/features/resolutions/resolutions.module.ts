import { Module } from '@nestjs/common';
import { ResolutionsController } from './resolutions.controller.ts';

@Module({ controllers: [ResolutionsController] })
export class ResolutionsModule {}
