import { BadRequestException, Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { createHash, createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { AnsweredPosts, type HeldPost, type PostDigests } from '#application/access/answered-posts.js';
import { CSRF_FIELD } from './csrf.js';
import type { DeskRequest } from './desk-request.js';
import { SentBefore } from './sent-before.js';

/** The form field that carries the form's key; programs send it as the header `Idempotency-Key`. */
export const ONCE_FIELD = '_once';
const ONCE_HEADER = 'idempotency-key';

/** How often a claim is renewed while its page is being made, in milliseconds; it would hold for thirty seconds. */
const RENEW_MS = 10_000;
/** How long an answer waits for its own record when the database does not answer, in milliseconds. */
const RECORD_MS = 2000;
/** How long the cookies of an answer are at hand for a second press of the same button, in milliseconds. */
const SAME_MOMENT_MS = 10_000;

const READING = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Does every form once (reliability B3 rule 14). The same key with the same words gets the answer that was given, also while
 * the first is still being done; with other words it is refused. A form that is refused or fails is forgotten.
 */
@Injectable()
export class Once {
  private readonly cookies = new Map<string, readonly string[]>();

  constructor(private readonly posts: AnsweredPosts) {}

  readonly onlyOnce = (request: Request, response: Response, next: NextFunction): void => {
    if (READING.includes(request.method)) return next();
    this.take(request as DeskRequest, response, next).catch(next);
  };

  private async take(request: DeskRequest, response: Response, next: NextFunction): Promise<void> {
    const post = digestsOf(request);
    const claim = await this.posts.claim(post);
    if (claim.kind === 'ours') {
      this.settleAtEnd(claim.held, response);
      return this.posts.under(claim.held, () => next());
    }
    if (claim.kind !== 'answered') throw new SentBefore(claim.kind);
    const cookies = this.cookies.get(nameOf(post.id));
    if (cookies) response.append('Set-Cookie', [...cookies]);
    again(response, claim.answer);
  }

  /** The answer leaves when it is known how the form ended, so that whoever sends it again finds that already. */
  private settleAtEnd(held: HeldPost, response: Response): void {
    const renewing = setInterval(() => void this.posts.renew(held).catch(() => undefined), RENEW_MS).unref();
    const end = response.end.bind(response) as (...parts: unknown[]) => Response;
    response.end = ((...parts: unknown[]) => {
      clearInterval(renewing);
      response.end = end as Response['end'];
      const settled = this.settle(held, response).catch(() => undefined);
      void Promise.race([settled, pause(RECORD_MS, null, { ref: false })]).then(() => end(...parts));
      return response;
    }) as Response['end'];
  }

  private async settle(held: HeldPost, response: Response): Promise<void> {
    const { statusCode: status } = response;
    const location = response.getHeader('Location');
    if (status >= 400 || response.locals[REFUSED]) return this.posts.release(held);
    if (response.locals[SHOWN]) return this.posts.release(held);
    if (typeof location !== 'string') return this.posts.forget(held);
    this.rememberCookies(held, response);
    await this.posts.keep(held, { status, location });
  }

  private rememberCookies(held: HeldPost, response: Response): void {
    const set = [response.getHeader('Set-Cookie') ?? []].flat().map(String);
    if (set.length === 0) return;
    const name = nameOf(held.id);
    this.cookies.set(name, set);
    setTimeout(() => this.cookies.delete(name), SAME_MOMENT_MS).unref();
  }
}

/** A page is sent on; a program is told where the thing stands. */
function again(response: Response, { status, location }: { status: number; location: string }): void {
  if (status >= 300) return response.redirect(status, location);
  response.status(status).location(location).end();
}

const REFUSED = 'refused';

/** Marks an answer that leads elsewhere because the form was not done, so that it is not kept. */
export function notDone(response: Response): void {
  response.locals[REFUSED] = true;
}

const SHOWN = 'shown';

/** Marks an answer that tells what is told only once: who sends the same again is told that it was done, and no more. */
export function doneAndShown(response: Response): void {
  response.locals[SHOWN] = true;
}

const nameOf = (id: Uint8Array): string => Buffer.from(id).toString('base64url');

/** The words are digested under the key itself, which is kept nowhere: a stolen table cannot be tried against guesses. */
function digestsOf(request: DeskRequest): PostDigests {
  const key = keyOf(request);
  const who = request.person ? `user ${request.person.userId}` : `visitor ${request.secret}`;
  const words = JSON.stringify([request.method, request.originalUrl, wordsOf(request.body)]);
  return {
    id: createHash('sha256')
      .update(JSON.stringify([who, key]))
      .digest(),
    body: createHmac('sha256', key).update(words).digest(),
  };
}

/** At least 16 visible characters, so that nobody sends 1 for everything, and no more than anybody needs. */
function keyOf(request: DeskRequest): string {
  const sent = request.get(ONCE_HEADER) ?? (request.body as Record<string, unknown> | undefined)?.[ONCE_FIELD];
  if (typeof sent === 'string' && /^[\x21-\x7e]{16,255}$/.test(sent)) return sent;
  throw new BadRequestException('a change needs the key of its form');
}

function wordsOf(body: unknown): unknown {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>);
  const words = fields.filter(([name]) => name !== CSRF_FIELD && name !== ONCE_FIELD);
  return words.sort(([left], [right]) => (left < right ? -1 : 1));
}
