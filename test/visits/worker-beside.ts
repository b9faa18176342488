import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { addressFor } from '#adapters/postgres/desk-logins.js';
import { testServer } from '#test/setup/fresh-database.js';
import { TEST_KEY } from '#test/setup/test-key.js';
import { ConsoleModule } from '../../apps/console/src/console.module.js';

/**
 * The acts of the worker beside a desk under test, on the same database under the worker's own role: mail comes in
 * through it, as the pages themselves may not keep any. Opened when first asked for, closed with the desk.
 */
export function workerBeside(app: NestExpressApplication): () => Promise<INestApplicationContext> {
  let opened: Promise<INestApplicationContext> | undefined;
  // Nest hands out its applications behind a proxy on which nothing can be replaced; its data source is a plain thing.
  const desk = app.get(DataSource);
  const destroy = desk.destroy.bind(desk);
  desk.destroy = async () => {
    await (await opened)?.close();
    await destroy();
  };
  return () => (opened ??= open(app));
}

function open(app: NestExpressApplication): Promise<INestApplicationContext> {
  const owners = testServer().replace(/[^/]+$/, String(app.get(DataSource).driver.database));
  const ground = { databaseUrl: addressFor('worker', owners), var: '', key: TEST_KEY, works: false, captureAllow: [] };
  return NestFactory.createApplicationContext(ConsoleModule.on(ground), { logger: false, abortOnError: false });
}
