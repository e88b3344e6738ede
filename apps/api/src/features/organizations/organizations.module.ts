import { Module } from '@nestjs/common';
import { DuesController } from './dues.controller.ts';
import { OrganizationsController } from './organizations.controller.ts';
import { PeopleController } from './people.controller.ts';

@Module({ controllers: [OrganizationsController, PeopleController, DuesController] })
export class OrganizationsModule {}
