import { Module } from '@nestjs/common';
import { TaskChangesController } from './task-changes.controller.ts';
import { TasksController } from './tasks.controller.ts';

@Module({ controllers: [TasksController, TaskChangesController] })
export class TasksModule {}
