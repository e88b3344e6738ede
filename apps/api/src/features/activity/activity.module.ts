import { Module } from '@nestjs/common';
import { ActivityController } from './activity.controller.ts';
import { AuditController } from './audit.controller.ts';
import { LiveController } from './live.controller.ts';

@Module({ controllers: [ActivityController, AuditController, LiveController] })
export class ActivityModule {}
