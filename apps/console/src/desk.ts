import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import type { Settings } from '#adapters/settings/settings.js';
import { addressOf, openDatabase } from './database.js';
import { ConsoleModule } from './console.module.js';

/** What a console command works with: opened on first use, closed by the frame. */
export class Desk {
  private database: Promise<DataSource> | undefined;
  private context: Promise<INestApplicationContext> | undefined;

  constructor(readonly settings: Settings) {}

  /** The desk's database, at the version of this program; refused where it is older and not ours to change. */
  dataSource(): Promise<DataSource> {
    return (this.database ??= openDatabase(this.settings));
  }

  /** An act or port of the desk, with everything it needs. */
  async get<T>(wanted: abstract new (...needs: never[]) => T): Promise<T> {
    await this.dataSource();
    this.context ??= this.wire();
    return (await this.context).get(wanted);
  }

  async close(): Promise<void> {
    const context = await this.context?.catch(() => undefined); // whoever asked for it was told already
    await context?.close();
    const database = await this.database?.catch(() => undefined);
    if (database?.isInitialized) await database.destroy();
  }

  private async wire(): Promise<INestApplicationContext> {
    const { var: folder, key, chromium, captureAllow } = this.settings;
    const databaseUrl = await addressOf(this.settings);
    const ground = { databaseUrl, var: folder, key, works: false, chromium, captureAllow };
    return NestFactory.createApplicationContext(ConsoleModule.on(ground), { logger: false, abortOnError: false });
  }
}
