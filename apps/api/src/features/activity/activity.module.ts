import { Module } from '@nestjs/common';
import { ActivityController } from './activity.controller.ts';
import { AuditController } from './audit.controller.ts';

@Module({ controllers: [ActivityController, AuditController] })
export class ActivityModule {}
