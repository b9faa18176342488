import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/** Where browsers say what our Content-Security-Policy kept from happening. */
export const CSP_REPORTS = '/csp-reports';

const LARGEST = 16_384;
const PER_MINUTE = 30;
const TYPES = ['application/csp-report', 'application/reports+json', 'application/json'];

const logger = new Logger('Policy');

/** Takes such a report, logs which rule and what kind of thing, and forgets the rest: its addresses may name people. */
export function takeReports(now: () => number = Date.now) {
  const perMinute = { minute: 0, said: 0 };
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.path !== CSP_REPORTS || request.method !== 'POST') return next();
    const minute = Math.floor(now() / 60_000);
    if (perMinute.minute !== minute) Object.assign(perMinute, { minute, said: 0 });
    perMinute.said += 1;
    if (perMinute.said > PER_MINUTE) return void response.status(429).set('Connection', 'close').end();
    if (!request.is(TYPES)) return void response.status(415).set('Connection', 'close').end();
    read(request, response).catch(next);
  };
}

async function read(request: Request, response: Response): Promise<void> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST) return void response.status(413).set('Connection', 'close').end();
    parts.push(part);
  }
  for (const said of whatIsSaid(Buffer.concat(parts).toString('utf8'))) logger.warn(said);
  response.status(204).end();
}

/** Directive and kind only, both from lists of ours, so that nothing foreign gets into the log. */
export function whatIsSaid(text: string): string[] {
  const reports = [parsed(text)].flat().slice(0, 5);
  return reports.map((report) => {
    const said = bodyOf(report);
    const directive = textOf(said['effective-directive'] ?? said['effectiveDirective'] ?? said['violated-directive']);
    const blocked = textOf(said['blocked-uri'] ?? said['blockedURL']);
    const known = /^[a-z]+(?:-[a-z]+){1,4}(?= |$)/.exec(directive.slice(0, 60))?.[0] ?? 'unknown';
    return `kept from a page: ${known}, ${KINDS.find((kind) => blocked.startsWith(kind)) ?? 'other'}`;
  });
}

const KINDS = ['inline', 'eval', 'wasm-eval', 'trusted-types-policy', 'trusted-types-sink', 'data', 'blob', 'http'];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
}

function bodyOf(report: unknown): Record<string, unknown> {
  const { body, 'csp-report': old } = (report ?? {}) as Record<string, unknown>;
  return ((typeof body === 'object' ? body : null) ?? old ?? {}) as Record<string, unknown>;
}
