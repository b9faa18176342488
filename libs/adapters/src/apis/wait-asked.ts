import type { IncomingHttpHeaders } from 'node:http';

/** Headers that say when to come back: RFC 9110 section 10.2.3, the RateLimit draft (Bluesky), Mastodon's own. */
const SAY_WHEN = ['retry-after', 'ratelimit-reset', 'x-ratelimit-reset'] as const;

/** A number above this is a moment (seconds since 1970), one below it a wait in seconds. */
const LEAST_EPOCH = 1_000_000_000;

/** Seconds to wait as the headers ask, the longest of them; 0 where they ask nothing that can be read. */
export function waitAsked(headers: IncomingHttpHeaders, now: number): number {
  return Math.max(0, ...SAY_WHEN.map((name) => secondsOf(String(headers[name] ?? ''), now)));
}

function secondsOf(text: string, now: number): number {
  const number = /^\d{1,12}(?:\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (!Number.isNaN(number)) return number > LEAST_EPOCH ? number - now / 1000 : number;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? 0 : (moment - now) / 1000;
}
