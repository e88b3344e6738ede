import { Module } from '@nestjs/common';
import { AppointmentsController } from './appointments.controller.ts';

@Module({ controllers: [AppointmentsController] })
export class AppointmentsModule {}
