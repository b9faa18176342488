import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { Assets } from '#adapters/templates/assets.js';
import { refuseForgedForm, refuseOtherSites } from './csrf.js';
import { DeskFacts } from './desk-facts.js';
import { Gate } from './gate.js';
import { safeHeaders } from './headers.js';
import { Once } from './once.js';

/** The largest form the desk takes; files come another way. */
const LARGEST_BODY = '1mb';
const MOST_FIELDS = 2_000;

/** Everything that stands before the pages, in order: headers, files, host, bodies, person, forgery, repetition. */
export function prepare(app: NestExpressApplication): NestExpressApplication {
  const facts = app.get(DeskFacts);
  const gate = app.get(Gate);
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', facts.behindProxy ? 'loopback, linklocal, uniquelocal' : false);
  app.use(...safeHeaders(facts.baseUrl));
  app.use(files(app.get(Assets)));
  app.use(gate.ownNameOnly, refuseOtherSites, gate.knownBodiesOnly);
  app.use(express.urlencoded({ extended: false, limit: LARGEST_BODY, parameterLimit: MOST_FIELDS }));
  app.use(express.json({ limit: LARGEST_BODY }));
  app.use(gate.recognisePerson, refuseForgedForm, app.get(Once).onlyOnce);
  return app;
}

/** Styles and script: their address names their bytes, so a browser may keep them. */
function files(assets: Assets) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const asset = request.method === 'GET' ? assets.at(request.path) : undefined;
    if (!asset) return next();
    response.set('Cache-Control', 'public, max-age=31536000, immutable');
    response.set('Content-Type', asset.type).send(asset.body);
  };
}
