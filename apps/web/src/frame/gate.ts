import { BadRequestException, Injectable, UnsupportedMediaTypeException } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { newSecret } from '#adapters/access/secret.js';
import { Recognise } from '#application/access/recognise.js';
import { RecogniseToken } from '#application/access/recognise-token.js';
import { isDeskLanguage } from '#domain/access/preference.js';
import { cookie, giveSession, LANGUAGE_COOKIE, SESSION_COOKIE } from './cookies.js';
import { isForPrograms } from './for-programs.js';
import { DeskFacts } from './desk-facts.js';
import type { DeskRequest } from './desk-request.js';
import { bringsFiles } from './take-files.js';

/** Looks at every request before a page does: which host, what kind of body, who, in which language. */
@Injectable()
export class Gate {
  private readonly hosts: ReadonlySet<string>;

  constructor(
    facts: DeskFacts,
    private readonly recognise: Recognise,
    private readonly recogniseToken: RecogniseToken,
  ) {
    this.hosts = new Set(['localhost', '127.0.0.1', '[::1]', new URL(facts.baseUrl).hostname]);
  }

  /** A page of another name that points at our address (DNS rebinding) gets nothing. */
  readonly ownNameOnly = (request: Request, _response: Response, next: NextFunction): void => {
    const name = (request.get('host') ?? '').replace(/:\d+$/, '').toLowerCase();
    next(this.hosts.has(name) ? undefined : new BadRequestException('this desk has another name'));
  };

  /** `text/plain` and the like can be sent across sites without asking, so a change takes forms and JSON only; files in one place. */
  readonly knownBodiesOnly = (request: Request, _response: Response, next: NextFunction): void => {
    const has = request.headers['transfer-encoding'] !== undefined || Number(request.get('content-length') ?? 0) > 0;
    const known = ['application/x-www-form-urlencoded', 'application/json'];
    next(!has || request.is(known) || bringsFiles(request) ? undefined : new UnsupportedMediaTypeException());
  };

  /** Known before anything can be refused, so that a refusal is readable; the person's own choice counts after that. */
  readonly knowLanguage = (request: Request, _response: Response, next: NextFunction): void => {
    const chosen = cookie(request, LANGUAGE_COOKIE);
    (request as DeskRequest).language = isDeskLanguage(chosen) ? chosen : 'nl';
    next();
  };
  /** A guard of forms, for pages alone: a program has no form and no cookie that could be misused. */
  ofPagesOnly(guard: RequestHandler): RequestHandler {
    return (request, response, next) => (isForPrograms(request) ? next() : guard(request, response, next));
  }

  readonly recognisePerson = (request: Request, response: Response, next: NextFunction): void => {
    const looked = isForPrograms(request)
      ? this.lookAtToken(request as DeskRequest)
      : this.look(request as DeskRequest, response);
    looked.then(() => next(), next);
  };

  private async look(request: DeskRequest, response: Response): Promise<void> {
    const secret = cookie(request, SESSION_COOKIE);
    if (secret === undefined || !/^[\w-]{43}$/.test(secret)) return visit(request, response);
    request.secret = secret;
    const found = await this.recognise.run(secret);
    if (!found) return;
    request[found.whole ? 'person' : 'half'] = found.person;
    request.provedLately = found.whole && found.provedLately;
    request.language = found.person.language;
  }

  /** No cookie is looked at, so that no other site can make a browser ask for a change in its person's name. */
  private async lookAtToken(request: DeskRequest): Promise<void> {
    const secret = BEARER.exec(request.get('authorization') ?? '')?.[1];
    const bearer = secret === undefined ? undefined : await this.recogniseToken.run(secret);
    Object.assign(request, { secret: '', language: bearer?.person.language ?? 'en' });
    Object.assign(request, bearer && { person: bearer.person, scopes: bearer.scopes });
  }
}

/** What stands in `Authorization` (RFC 6750). */
const BEARER = /^Bearer (seinpost_[0-9a-f]{64})$/;

/** A visitor gets a secret of their own, so that even the sign-in form is tied to one browser; no row is made for it. */
function visit(request: DeskRequest, response: Response): void {
  request.secret = newSecret();
  giveSession(response, request.secret);
}
