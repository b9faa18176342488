import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { Assets } from '#adapters/templates/assets.js';
import { takeReports } from './csp-reports.js';
import { refuseForgedForm, refuseOtherSites } from './csrf.js';
import { DeskFacts } from './desk-facts.js';
import { Gate } from './gate.js';
import { safeHeaders } from './headers.js';
import { flatBodiesOnly, knownMethodsOnly, sizesOnly } from './limits.js';
import { Once } from './once.js';
import { takeFiles } from './take-files.js';

/** The largest form the desk takes; files come one by one behind it, and packed ones not at all: they may unpack to anything. */
const BODY = { limit: '1mb', inflate: false } as const;
const MOST_FIELDS = 2_000;

/** Everything that stands before the pages, in order: headers, files, host, bodies, person, forgery, repetition. */
export function prepare(app: NestExpressApplication): NestExpressApplication {
  const facts = app.get(DeskFacts);
  const gate = app.get(Gate);
  demandTls(facts);
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', facts.behindProxy ? 'loopback, linklocal, uniquelocal' : false);
  app.use(...safeHeaders(facts.baseUrl));
  app.use(gate.knowLanguage, sizesOnly, files(app.get(Assets)));
  app.use(gate.ownNameOnly, takeReports(), knownMethodsOnly, refuseOtherSites, gate.knownBodiesOnly);
  app.use(express.urlencoded({ ...BODY, extended: false, parameterLimit: MOST_FIELDS }));
  app.use(express.json(BODY), flatBodiesOnly);
  app.use(takeFiles, flatBodiesOnly);
  app.use(gate.recognisePerson, gate.ofPagesOnly(refuseForgedForm), app.get(Once).onlyOnce);
  return app;
}

/** Passwords and people's words never cross a network in the open: a live desk elsewhere than on loopback has https. */
export function demandTls({ practice, baseUrl }: DeskFacts): void {
  const { protocol, hostname } = new URL(baseUrl);
  if (practice || protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return;
  const remedy = 'put a proxy with TLS in front and set SEINPOST_BASE_URL to its https address';
  throw new Error(`a live desk at ${baseUrl} would be read by others on the way: ${remedy}`);
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
