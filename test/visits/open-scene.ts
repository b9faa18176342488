import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Organisation } from '#domain/access/organisation.js';
import type { WebFacts } from '../../apps/web/src/web.module.js';
import { deskApp } from '../../apps/web/src/desk-app.js';
import { DeskScene } from './desk-scene.js';
import { deskFacts, DeskVisit } from './desk-visit.js';
import { practiceDatabase } from './practice-database.js';

/** A practice desk of the test's own, with a caseworker who has signed in. */
export interface OpenScene {
  readonly app: NestExpressApplication;
  readonly scene: DeskScene;
  readonly visitor: DeskVisit;
  /** The database as its owner reaches it. */
  readonly databaseUrl: string;
}

/** Opens it for the practice organisation or one that differs from it, with settings besides; the test closes the `app`. */
export async function openScene(but: Partial<Organisation> = {}, more: Partial<WebFacts> = {}): Promise<OpenScene> {
  const databaseUrl = await practiceDatabase(but);
  const app = await deskApp({ ...deskFacts(databaseUrl), ...more });
  const visitor = new DeskVisit(app);
  await visitor.signIn('caseworker');
  return { app, scene: new DeskScene(app), visitor, databaseUrl };
}
