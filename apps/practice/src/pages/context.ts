import type { Request, Response } from 'express';
import type { Memory } from '../memory/memory.js';
import type { Reception } from '../reception.js';
import type { Html } from './html.js';
import { layout } from './layout.js';
import type { Language } from './words.js';

/** What the pages are made from. */
export interface PagesContext {
  readonly memory: Memory;
  readonly reception: Reception;
  readonly address: string;
  readonly seed: string;
}

/** The visitor's choice (cookie), else English where the browser asks for it and not for Dutch, else Dutch. */
export function languageOf(request: Request): Language {
  const chosen = /(?:^|;\s*)taal=(nl|en)\b/.exec(request.headers.cookie ?? '')?.[1];
  if (chosen === 'nl' || chosen === 'en') return chosen;
  return request.acceptsLanguages('nl', 'en') === 'en' ? 'en' : 'nl';
}

/** Sends a page in its frame. */
export function show(
  request: Request,
  response: Response,
  page: { readonly title: string; readonly main: Html; readonly head?: Html; readonly status?: number },
): void {
  const frame = { language: languageOf(request), title: page.title, path: request.originalUrl, head: page.head };
  response
    .status(page.status ?? 200)
    .set({ 'Content-Language': frame.language, Vary: 'Accept-Language, Cookie', 'Cache-Control': 'no-store' })
    .type('html')
    .send(layout(frame, page.main));
}

/** A path segment or form field as text; absent or repeated ones give an empty text. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
