import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { demandSecrets } from '#adapters/desk/demand-secrets.js';
import { ApiDocument } from './api/api-document.js';
import { prepare } from './frame/prepare.js';
import { WebModule, type WebFacts } from './web.module.js';

/** The desk, ready to listen; also what tests and the bench start. */
export async function deskApp(facts: WebFacts): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(WebModule.for(facts), {
    bodyParser: false,
    abortOnError: false,
    logger: false, // what goes wrong here is thrown, and said once by whoever starts the desk
  });
  await demandSecrets(app, facts.doubts);
  app.useLogger(['error', 'warn']);
  prepare(app);
  await app.init();
  app.get(ApiDocument).describe(app);
  return app;
}
