import 'reflect-metadata';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from '#migrations/all.js';
import { FactorResetSchema } from './access/factor-reset.schema.js';
import { RecordedDefectSchema } from './recorded-defect.schema.js';
import { AccessTokenSchema } from './access/access-token.schema.js';
import { CaseBatchSchema, SavedViewSchema } from './saved-view.schema.js';
import { UserSchema } from './access/user.schema.js';
import { CaseFileSchema } from './case-file.schema.js';
import { DeliverySchema } from './delivery.schema.js';
import { EscalationSchema } from './escalation.schema.js';
import { MessageSchema } from './message.schema.js';
import { HelpLineSchema } from './pg-help-lines.js';
import { ContentItemSchema, NoticeSchema } from './notice.schema.js';
import { PreparedClient } from './prepared-client.js';
import { RegisterEntrySchema, RegisterVersionSchema } from './register-history.schema.js';
import {
  ExplanationSchema,
  KeywordSchema,
  LegalGroundSchema,
  PlatformSchema,
  ProviderSchema,
} from './register.schema.js';

/**
 * How PostgreSQL plans for us: an index costs hardly more than reading on, as on every disk of today, and no question of a
 * page is worth compiling, which takes longer than answering it.
 */
const PLANNING = '-c random_page_cost=1.1 -c jit=off';

/** How every process reaches the database; `url` as in `DATABASE_URL`. Wrong hosts give up within eight seconds. */
export function dataSourceOptions(url: string, poolSize = 10): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize,
    entities: [
      CaseFileSchema,
      NoticeSchema,
      ContentItemSchema,
      DeliverySchema,
      MessageSchema,
      EscalationSchema,
      LegalGroundSchema,
      HelpLineSchema,
      KeywordSchema,
      ExplanationSchema,
      ProviderSchema,
      PlatformSchema,
      RegisterEntrySchema,
      RegisterVersionSchema,
      UserSchema,
      FactorResetSchema,
      AccessTokenSchema,
      SavedViewSchema,
      CaseBatchSchema,
      RecordedDefectSchema,
    ],
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    connectTimeoutMS: 8000,
    extra: {
      ...{ application_name: 'seinpost', lock_timeout: 5000, idle_in_transaction_session_timeout: 60_000 },
      ...{ Client: PreparedClient, options: PLANNING },
    },
    // A broken idle connection is replaced by the pool; without a listener it would end the process (57P01).
    poolErrorHandler: () => undefined,
  };
}

/** An open data source on the database at `url`; the caller destroys it. */
export const openDataSource = (url: string, poolSize?: number): Promise<DataSource> =>
  new DataSource(dataSourceOptions(url, poolSize)).initialize();
