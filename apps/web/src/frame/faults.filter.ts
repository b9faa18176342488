import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import type { Response } from 'express';
import { faultPlaces } from '#adapters/process/fault-places.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { FormsAgain } from './again.js';
import { isForeign } from './csrf.js';
import type { DeskRequest } from './desk-request.js';
import { isForPrograms } from './for-programs.js';
import { Elsewhere } from './elsewhere.js';
import { notDone } from './once.js';
import { Pages } from './pages.js';
import { ProofNeeded } from './proof-needed.js';
import { statusOf } from './rule-words.js';
import { SentBefore } from './sent-before.js';
import { typedIn } from './typed.js';

/** Statuses that have a page of their own words; another 4xx is shown as 400. */
const STATUSES = [400, 401, 403, 404, 405, 408, 409, 413, 414, 415, 422, 429, 431, 500, 503];

/** What PostgreSQL and the network call it when the database is not there. */
const AWAY = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', '57P01', '57P03', '53300', '08006', '08001'];

/** Where everything that goes wrong ends: a page in plain language with a reference, logged once when it is our fault. */
@Catch()
export class Faults implements ExceptionFilter {
  private readonly logger = new Logger('Desk');

  constructor(
    private readonly pages: Pages,
    private readonly formsAgain: FormsAgain,
  ) {}

  catch(fault: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<DeskRequest>();
    const response = http.getResponse<Response>();
    const status = statusFor(fault);
    if (response.headersSent) return void response.end();
    const again = this.formsAgain.of(request, fault, status);
    if (status === 401 && isForPrograms(request)) return tokenFirst(response);
    if (status === 401 && !again) return signInFirst(request, response);
    const typed = isForeign(request) ? [] : typedIn(request.body);
    const first = isElsewhere(fault) && !isForPrograms(request) ? fault.address : null;
    if (first !== null && !(fault instanceof Elsewhere && typed.length > 0)) {
      notDone(response);
      return response.redirect(303, first);
    }
    if (status === 413 || status === 408) response.set('Connection', 'close');
    const reference = newReference();
    if (status >= 500) this.logger.error(`${reference} ${request.method} ${placeOf(request)}: ${faultPlaces(fault)}`);
    const rule = fault instanceof RuleViolation ? fault : null;
    const says = rule ? this.pages.sayRule(request, rule) : [];
    const kind = again?.kind ?? kindOf(fault, status);
    if (isForPrograms(request)) {
      const why = fault instanceof Elsewhere ? fault.why : null;
      const message = says.join(' ') || this.pages.say(request, `faults.${why ?? kind}.title`);
      const code = rule?.code ?? (why ? `case.${why}` : `http.${status}`);
      return asDocument(response, { status, reference, message, error: { code, facts: rule?.facts ?? {} } });
    }
    const model = { kind, reference, says, typed, again, back: first ?? backOf(request) };
    this.pages.showBare(request, response, 'error', model, status);
  }
}

/** Words of its own have what was sent before, and what was typed into a case whose seal closed meanwhile. */
function kindOf(fault: unknown, status: number): string {
  if (fault instanceof Elsewhere) return 'seal-closed';
  return fault instanceof SentBefore ? fault.why : String(status);
}

const isElsewhere = (fault: unknown): fault is Elsewhere | ProofNeeded =>
  fault instanceof Elsewhere || fault instanceof ProofNeeded;

function statusFor(fault: unknown): number {
  if (fault instanceof RuleViolation) return statusOf(fault);
  const known = fault instanceof HttpException ? fault.getStatus() : (fault as { status?: unknown })?.status;
  if (typeof known === 'number' && known >= 400 && known < 500) return STATUSES.includes(known) ? known : 400;
  const { code, driverError } = (fault ?? {}) as { code?: string; driverError?: { code?: string } };
  return AWAY.includes(code ?? driverError?.code ?? '') ? 503 : known === 503 ? 503 : 500;
}

/** Only paths of our own are remembered, so that nobody is sent elsewhere after signing in. */
function signInFirst(request: DeskRequest, response: Response): void {
  const wanted =
    request.method === 'GET' && request.path !== '/' ? `?to=${encodeURIComponent(request.originalUrl)}` : '';
  notDone(response);
  response.redirect(303, `/sign-in${request.half ? '/second-step' : ''}${wanted}`);
}

/** RFC 6750, section 3: how to come in. */
function tokenFirst(response: Response): void {
  const message = 'Send a token that is still good: Authorization: Bearer seinpost_…';
  response
    .status(401)
    .set('WWW-Authenticate', 'Bearer')
    .json({ error: { code: 'http.401', message, facts: {} } });
}

function asDocument(
  response: Response,
  found: { status: number; reference: string; message: string; error: { code: string; facts: object } },
): void {
  const { status, reference, message, error } = found;
  response.status(status).json({ error: { ...error, message, reference } });
}

/** Eight characters that can be read out over the telephone: no 0, O, 1 or I. */
function newReference(): string {
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  const pick = () => letters[randomInt(letters.length)];
  return `${Array.from({ length: 4 }, pick).join('')}-${Array.from({ length: 4 }, pick).join('')}`;
}

/** A path without what may be a secret in it: a one-time link's, or anything as long as one. */
const placeOf = (request: DeskRequest): string => request.path.replaceAll(/[\w-]{40,}/g, '…');

const backOf = (request: DeskRequest): string => (request.person ? '/work' : '/sign-in');
