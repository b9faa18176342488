import type { Response } from 'supertest';
import type { DeskVisit } from '#test/visits/desk-visit.js';
import { formsOf } from './forms.js';
import { routesOf, type Wall } from './wall.js';

/** An answer with what led to it. */
export interface Found {
  readonly what: string;
  readonly answer: Response;
}

/** Names of parameters that pages read, and some that they might. */
const PARAMETERS = [
  'search',
  'status',
  'page',
  'to',
  'as',
  'from',
  'by',
  'unit',
  'line',
  'sort',
  'q',
  'kind',
  'role',
  'mine',
];

/** Leaving ends the walk, and waiting for a hash is the price of trying passwords. */
const LEFT_OUT = /^\/(sign-out|sign-in|password|second-step|set-up)/;

/** Some of many, others each time; all of them come by in turn. */
const someOf = (words: readonly string[], turn: number, most: number): string[] =>
  Array.from(
    { length: Math.min(most, words.length) },
    (_, n) => words[(turn * Math.min(most, words.length) + n) % words.length]!,
  );

/** Every page with `words` in every parameter of its address; at most so many of them on each. */
export async function asked(
  wall: Wall,
  visitor: DeskVisit,
  words: readonly string[],
  most = Infinity,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const [turn, route] of routesOf(wall, 'GET').entries()) {
    for (const word of someOf(words, turn, most)) {
      const text = encodeURIComponent(word);
      const query = PARAMETERS.map((name) => `${name}=${text}`)
        .join('&')
        .slice(0, 3_800)
        .replace(/%\w?$/, '');
      found.push({ what: `GET ${route.path}?…${word}`, answer: await visitor.get(`${route.path}?${query}`) });
      if (!route.hasParameters) continue;
      const path = route.with(text).slice(0, 3_800).replace(/%\w?$/, '');
      found.push({ what: `GET ${path}`, answer: await visitor.get(path) });
    }
  }
  return found;
}

/**
 * Every form of every page with `words`: once in all fields, which is mostly refused and shown again, and once in those in
 * which a person types, which is mostly kept.
 */
export async function filledIn(
  wall: Wall,
  visitor: DeskVisit,
  words: readonly string[],
  most = Infinity,
): Promise<Found[]> {
  const found: Found[] = [];
  let turn = 0;
  for (const { path } of routesOf(wall, 'GET')) {
    const page = await visitor.get(path);
    for (const { action, fields, typed } of formsOf(page.text ?? '', path)) {
      if (LEFT_OUT.test(action) || (action === '/search' && path !== '/search')) continue; // it stands on every page
      turn += 1;
      for (const word of someOf(words, turn, most)) {
        const all = Object.fromEntries(Object.keys(fields).map((name) => [name, word]));
        const some = { ...fields, ...Object.fromEntries(typed.map((name) => [name, word])) };
        for (const form of typed.length > 0 ? [all, some] : [all]) {
          found.push({ what: `POST ${action} ${JSON.stringify(form)}`, answer: await visitor.post(action, form) });
        }
      }
    }
  }
  return found;
}
