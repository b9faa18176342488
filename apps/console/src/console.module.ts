import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeskModule } from '#adapters/desk/desk.module.js';
import type { DeskGround } from '#adapters/desk/machine-ports.js';
import { dataSourceOptions } from '#adapters/postgres/data-source.js';

/** The desk's acts and ports, for commands. */
@Module({})
export class ConsoleModule {
  static on(ground: DeskGround): DynamicModule {
    const database = TypeOrmModule.forRoot({ ...dataSourceOptions(ground.databaseUrl, 4), retryAttempts: 0 });
    return { module: ConsoleModule, imports: [database, DeskModule.on(ground)] };
  }
}
