import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE, Reflector } from '@nestjs/core';
import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import type { Logger } from 'pino';
import { DemoModule } from './demo/demo.module.ts';
import { AccountsModule } from './features/accounts/index.ts';
import { ActivityModule } from './features/activity/index.ts';
import { AppointmentsModule, Holdings } from './features/appointments/index.ts';
import { BalancesModule } from './features/balances/index.ts';
import { BallotsModule } from './features/ballots/index.ts';
import { ConversationsModule } from './features/conversations/index.ts';
import { DashboardsModule } from './features/dashboards/index.ts';
import { DocumentsModule } from './features/documents/index.ts';
import { IdeasModule } from './features/ideas/index.ts';
import { FundingModule } from './features/funding/index.ts';
import { BudgetsModule } from './features/budgets/index.ts';
import { InitiativesModule } from './features/initiatives/index.ts';
import { MeetingsModule } from './features/meetings/index.ts';
import { NetworksModule } from './features/networks/index.ts';
import { Leavings, OrganizationsModule } from './features/organizations/index.ts';
import { PartnersModule } from './features/partners/index.ts';
import { PositionsModule } from './features/positions/index.ts';
import { ResolutionsModule } from './features/resolutions/index.ts';
import { TasksModule } from './features/tasks/index.ts';
import { TemplatesModule } from './features/templates/index.ts';
import { holdings } from './holdings.ts';
import { leavings } from './leavings.ts';
import { UnitOfWork } from './kernel/work.ts';
import type { Config } from './platform/config/config.ts';
import { ConfigToken } from './platform/config/config.token.ts';
import { Database } from './platform/database/database.ts';
import { RateLimiter } from './platform/database/rate-limiter.ts';
import { FilesToken } from './platform/files/files.token.ts';
import type { Files } from './platform/files/open-files.ts';
import { Cookies } from './platform/http/cookies.ts';
import { InputPipe } from './platform/http/input-pipe.ts';
import { PlatformController } from './platform/http/platform.controller.ts';
import { ProblemFilter } from './platform/http/problem-filter.ts';
import { EventChannel } from './platform/live/event-channel.ts';
import { SecretBox } from './platform/secrets/secret-box.ts';

/** What is committed by any instance, from the database itself. */
const channelOver = (config: Config, log: Logger): EventChannel =>
  new EventChannel(config.databaseUrl, (error) =>
    log.warn({ code: (error as { code?: string }).code ?? error.name }, 'The live connection broke.'),
  );

export interface Foundations {
  readonly config: Config;
  readonly database: Database;
  readonly unit: UnitOfWork;
  readonly box: SecretBox;
  readonly files: Files;
  readonly log: Logger;
}

@Module({})
class FoundationsModule {}

@Module({})
export class AppModule {
  /** The whole portal over its foundations. */
  static over({ config, database, unit, box, files, log }: Foundations): DynamicModule {
    const foundations: DynamicModule = {
      module: FoundationsModule,
      global: true,
      providers: [
        { provide: ConfigToken, useValue: config },
        { provide: Database, useValue: database },
        { provide: UnitOfWork, useValue: unit },
        { provide: SecretBox, useValue: box },
        { provide: EventChannel, useValue: channelOver(config, log) },
        { provide: FilesToken, useValue: files },
        { provide: RateLimiter, useValue: new RateLimiter(database) },
        { provide: ProblemFilter, useValue: new ProblemFilter(log) },
        Cookies,
        { provide: Holdings, useValue: holdings },
        { provide: Leavings, useValue: leavings },
      ],
      exports: [
        ConfigToken,
        Database,
        UnitOfWork,
        SecretBox,
        EventChannel,
        FilesToken,
        RateLimiter,
        ProblemFilter,
        Cookies,
        Holdings,
        Leavings,
      ],
    };
    return {
      module: AppModule,
      imports: [
        foundations,
        ActivityModule,
        AccountsModule,
        AppointmentsModule,
        OrganizationsModule,
        ResolutionsModule,
        TemplatesModule,
        InitiativesModule,
        IdeasModule,
        BalancesModule,
        BudgetsModule,
        NetworksModule,
        TasksModule,
        DocumentsModule,
        ConversationsModule,
        BallotsModule,
        MeetingsModule,
        PartnersModule,
        FundingModule,
        PositionsModule,
        DashboardsModule,
        DemoModule,
      ],
      controllers: [PlatformController],
      providers: [
        { provide: APP_PIPE, useClass: InputPipe },
        { provide: APP_FILTER, useExisting: ProblemFilter },
        {
          provide: APP_INTERCEPTOR,
          useFactory: (reflector: Reflector) => new StandardSchemaSerializerInterceptor(reflector),
          inject: [Reflector],
        },
      ],
    };
  }
}
