import { createHash } from 'node:crypto';
import { csrfSync } from 'csrf-sync';
import { ForbiddenException } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { DeskRequest } from './desk-request.js';

/** The form field that carries the token. */
export const CSRF_FIELD = '_csrf';

/** Follows from the secret of the browser's cookie: nothing to keep, and worthless with any other session. */
export const csrfToken = (request: DeskRequest): string =>
  createHash('sha256').update(`csrf:${request.secret}`).digest('base64url');

const guard = csrfSync({
  getTokenFromState: (request) => csrfToken(request as unknown as DeskRequest),
  getTokenFromRequest: (request) => tokenOf(request),
  storeTokenInState: () => undefined,
});

/** The token of a form is not that of the browser's own session: forged, or from before its person signed in anew. */
export class OtherToken extends ForbiddenException {}

/** Refuses a change whose form does not carry the token of the browser's own session (403). */
export function refuseForgedForm(request: Request, response: Response, next: NextFunction): void {
  const done = (fault?: unknown) => next(fault === undefined ? undefined : new OtherToken());
  guard.csrfSynchronisedProtection(...([request, response, done] as unknown as Parameters<Guarded>));
}

type Guarded = typeof guard.csrfSynchronisedProtection;

function tokenOf(request: Request): string | undefined {
  const sent = (request.body as Record<string, unknown> | undefined)?.[CSRF_FIELD] ?? request.get('x-csrf-token');
  return typeof sent === 'string' ? sent : undefined;
}

/**
 * Refuses a change that another site asked the browser for, by what the browser itself says of it: Fetch Metadata, else
 * Origin. Our own forms come with `Origin: null`, because our pages send no referrer; those are left to the token.
 */
export function refuseOtherSites(request: Request, _response: Response, next: NextFunction): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return next();
  next(isForeign(request) ? new ForbiddenException('another site asked for this change') : undefined);
}

/** Whether the browser says that a page of another site asked for it. */
export function isForeign(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined && !['same-origin', 'none'].includes(site)) return true;
  const origin = request.get('origin') ?? 'null';
  return origin !== 'null' && (!URL.canParse(origin) || new URL(origin).host !== request.get('host'));
}
