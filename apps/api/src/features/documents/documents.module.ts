import { Module } from '@nestjs/common';
import { DocumentsController } from './documents.controller.ts';
import { FilesController } from './files.controller.ts';
import { UploadsController } from './uploads.controller.ts';

@Module({ controllers: [DocumentsController, UploadsController, FilesController] })
export class DocumentsModule {}
