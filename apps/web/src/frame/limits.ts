import { BadRequestException, HttpException, MethodNotAllowedException, NotFoundException } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/** Longest address of a page, in characters; what people fill in comes in a form. */
const LONGEST_ADDRESS = 4_000;
/** No browser sends more headers than this. */
const MOST_HEADERS = 100;
/** How deep a document may be nested; forms are flat. */
const DEEPEST = 20;

const METHODS = ['GET', 'HEAD', 'POST'];
/** A program may also say that something is to go, or to be otherwise; forms cannot. */
const API_METHODS = [...METHODS, 'PUT', 'PATCH', 'DELETE'];
const OVERRIDES = ['x-http-method-override', 'x-http-method', 'x-method-override'];

/**
 * Refuses an address or a set of headers that nobody needs (414, 431), and two names for one desk (400). Nothing is
 * found (404) at a path with NUL: PostgreSQL has no text with it, so that no question with it may get that far.
 */
export function sizesOnly(request: Request, _response: Response, next: NextFunction): void {
  if (request.originalUrl.length > LONGEST_ADDRESS) return next(new HttpException('address too long', 414));
  if (request.path.includes('%00')) return next(new NotFoundException());
  if (request.rawHeaders.length / 2 > MOST_HEADERS) return next(new HttpException('too many headers', 431));
  const hosts = request.rawHeaders.filter((name, n) => n % 2 === 0 && name.toLowerCase() === 'host');
  next(hosts.length > 1 ? new BadRequestException('more than one host') : undefined);
}

/** Refuses methods no page has, and any that hides behind another (405). */
export function knownMethodsOnly(request: Request, response: Response, next: NextFunction): void {
  const known = request.path.startsWith('/api/') ? API_METHODS : METHODS;
  if (known.includes(request.method) && !OVERRIDES.some((name) => request.headers[name] !== undefined)) return next();
  response.set('Allow', known.join(', '));
  next(new MethodNotAllowedException());
}

/** Refuses a document that is nested like no form, or that names what every object has (400). */
export function flatBodiesOnly(request: Request, _response: Response, next: NextFunction): void {
  next(isFlat(request.body) ? undefined : new BadRequestException('this body is no form'));
}

const RESERVED = ['__proto__', 'constructor', 'prototype'];

/** Layer by layer instead of by recursion, which a deep document would end. */
function isFlat(body: unknown): boolean {
  let layer: unknown[] = [body];
  for (let depth = 0; layer.length > 0; depth += 1) {
    if (depth > DEEPEST) return false;
    const objects = layer.filter((value): value is object => typeof value === 'object' && value !== null);
    if (objects.some((value) => Object.keys(value).some((key) => RESERVED.includes(key)))) return false;
    layer = objects.flatMap((value) => Object.values(value) as unknown[]);
  }
  return true;
}
