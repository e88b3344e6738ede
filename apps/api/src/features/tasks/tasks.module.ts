import { Module } from '@nestjs/common';
import { ChecklistsController } from './checklists.controller.ts';
import { DueRequestsController } from './due-requests.controller.ts';
import { TaskChangesController } from './task-changes.controller.ts';
import { TaskSeriesController } from './task-series.controller.ts';
import { TasksController } from './tasks.controller.ts';

@Module({
  controllers: [
    TasksController,
    TaskChangesController,
    TaskSeriesController,
    ChecklistsController,
    DueRequestsController,
  ],
})
export class TasksModule {}
