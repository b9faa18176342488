import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { dataSourceOptions } from '#adapters/postgres/data-source.js';
import { Address } from './frame/address.js';
import { FrameModule } from './frame/frame.module.js';
import { SettingsModule } from './frame/settings.module.js';
import { WorkModule } from './work/work.module.js';

/** What the desk needs to know before it starts. */
export interface WebFacts extends Address {
  readonly databaseUrl: string;
}

/** The desk's pages, one module per noun. */
const NOUNS = [WorkModule];

/** The whole desk over HTTP. */
@Module({})
export class WebModule {
  static for(facts: WebFacts): DynamicModule {
    return {
      module: WebModule,
      imports: [
        SettingsModule.of(facts),
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...dataSourceOptions(facts.databaseUrl), retryAttempts: 0 }),
        }),
        FrameModule,
        ...NOUNS,
      ],
    };
  }
}
