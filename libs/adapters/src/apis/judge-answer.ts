import type { Carried } from '#application/correspondence/transport.js';
import type { Answered } from './line.js';
import { saidWords } from './said-words.js';
import { waitAsked } from './wait-asked.js';

/** What an interface knows of its own answers. */
export interface AnswerReading {
  /** Their number of the report, where the answer is the documented one. */
  readonly referenceIn: (json: unknown) => string | undefined;
  /** Their words for what is wrong; empty where there are none. */
  readonly faultIn: (json: unknown) => string;
  /** A code to put on record beside the number, where the answer says more than that it came in. */
  readonly besides?: (json: unknown) => string | undefined;
}

/** By status (RFC 9110 section 15): what an answer to a posted report means, asked in order. */
const MEANINGS: readonly (readonly [(status: number) => boolean, Carried['end'], code: string])[] = [
  [(it) => it === 408 || it === 425, 'deferred', 'api.not-taken'],
  [(it) => it === 429, 'deferred', 'api.asked-too-much'],
  [(it) => it === 401 || it === 403, 'refused', 'api.token-refused'],
  [(it) => it === 404 || it === 410, 'refused', 'api.not-there'],
  [(it) => it === 307 || it === 308, 'refused', 'api.moved'],
  [(it) => it >= 400 && it < 500, 'refused', 'api.rejected'],
  // A gateway that gave up waiting says the same 5xx as a server that never began, and neither project documents it.
  [(it) => it >= 500, 'lost', 'api.server-failed'],
  // Other redirects are also how servers answer once they have done what was asked.
  [(it) => it >= 300, 'lost', 'api.moved'],
];

/** How an attempt ended of which the answer came whole; a yes without their number is no proof, and a person decides. */
export function judgeAnswer(answered: Answered, reading: AnswerReading, secrets: readonly string[]): Carried {
  const { status, headers, json } = answered;
  const reference = status === 200 ? reading.referenceIn(json) : undefined;
  if (reference !== undefined) return { end: 'accepted', answer: said(reading.besides?.(json), status), reference };
  const meaning = MEANINGS.find(([holds]) => holds(status));
  if (!meaning) return { end: 'lost', answer: said('api.no-reference', status) };
  const [, end, code] = meaning;
  const answer = said(code, status, saidWords(reading.faultIn(json), secrets));
  return end === 'deferred' ? { end, answer, waitSeconds: waitAsked(headers, Date.now()) } : { end, answer };
}

const said = (...words: readonly (string | number | undefined)[]): string =>
  words.filter((word) => word !== undefined && word !== '').join(' ');
