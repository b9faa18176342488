import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeskModule } from '#adapters/desk/desk.module.js';
import type { DeskGround } from '#adapters/desk/machine-ports.js';
import type { ProbedSettings } from '#adapters/mail/settings-mail-probe.js';
import { dataSourceOptions } from '#adapters/postgres/data-source.js';
import type { Address } from './frame/address.js';
import { FrameModule } from './frame/frame.module.js';
import { SettingsModule } from './frame/settings.module.js';
import { AuditModule } from './access/audit.module.js';
import { PeopleModule } from './access/people.module.js';
import { ApiModule } from './api/api.module.js';
import { CaseModule } from './case/case.module.js';
import { CorrespondenceModule } from './correspondence/correspondence.module.js';
import { EscalationModule } from './escalation/escalation.module.js';
import { GroundModule } from './ground/ground.module.js';
import { HelpModule } from './help/help.module.js';
import { NoticeModule } from './notice/notice.module.js';
import { OutcomeModule } from './outcome/outcome.module.js';
import { ProviderModule } from './provider/provider.module.js';
import { DeskSettingsModule } from './settings/desk-settings.module.js';
import { SearchModule } from './search/search.module.js';
import { StatisticsModule } from './statistics/statistics.module.js';
import { WorkModule } from './work/work.module.js';

/** What the desk needs to know before it starts. */
export type WebFacts = Address & Omit<DeskGround, 'works'> & Partial<ProbedSettings>;

/** The desk's pages, one module per noun. */
const NOUNS = [
  WorkModule,
  CaseModule,
  ProviderModule,
  GroundModule,
  NoticeModule,
  CorrespondenceModule,
  OutcomeModule,
  StatisticsModule,
  EscalationModule,
  PeopleModule,
  ApiModule,
  AuditModule,
  DeskSettingsModule,
  SearchModule,
  HelpModule,
];

/** The whole desk over HTTP. */
@Module({})
export class WebModule {
  static for(facts: WebFacts): DynamicModule {
    const database = { ...dataSourceOptions(facts.databaseUrl), retryAttempts: 0 };
    return {
      module: WebModule,
      imports: [
        SettingsModule.of(facts),
        TypeOrmModule.forRootAsync({ useFactory: () => database }),
        DeskModule.on({ ...facts, works: false }),
        FrameModule,
        ...NOUNS,
      ],
    };
  }
}
