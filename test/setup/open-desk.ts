import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import type { ApiAccess } from '#adapters/settings/api-access.js';
import { ConsoleModule } from '../../apps/console/src/console.module.js';
import { referenceDatabase } from './reference-database.js';
import { TEST_KEY } from './test-key.js';

/** A practice desk's acts on a database of its own. */
export interface OpenDesk {
  readonly databaseUrl: string;
  readonly db: DataSource;
  get<T>(wanted: abstract new (...needs: never[]) => T): T;
  close(): Promise<void>;
}

/** `apis` is how it signs in to interfaces; absent where nowhere. */
export async function openDesk({ apis }: { readonly apis?: ApiAccess } = {}): Promise<OpenDesk> {
  const databaseUrl = await referenceDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'seinpost-desk-'));
  const ground = { databaseUrl, var: folder, key: TEST_KEY, works: false, captureAllow: [], ...(apis && { apis }) };
  const context: INestApplicationContext = await NestFactory.createApplicationContext(ConsoleModule.on(ground), {
    logger: false,
    abortOnError: false,
  });
  return {
    databaseUrl,
    db: context.get(DataSource),
    get: <T>(wanted: abstract new (...needs: never[]) => T): T => context.get(wanted as Type<T>),
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
