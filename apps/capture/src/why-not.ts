import type { CaptureReason } from '#domain/evidence/capture-reason.js';
import type { Verdict } from '#adapters/browser/address-gate.js';

/** Chromium's net error names (net_error_list.h), asked in this order. */
const CAUSES: readonly (readonly [RegExp, CaptureReason])[] = [
  [/ERR_TOO_MANY_REDIRECTS/, 'too-many-redirects'],
  [/ERR_CERT_|ERR_SSL_|ERR_BAD_SSL/, 'tls-invalid'],
  [/ERR_UNSAFE_PORT|ERR_UNSAFE_REDIRECT|ERR_UNKNOWN_URL_SCHEME|ERR_DISALLOWED_URL/, 'address-refused'],
  [/ERR_BLOCKED_BY_CLIENT/, 'picture-withheld'],
  [/ERR_HTTP_RESPONSE_CODE_FAILURE/, 'empty-page'],
  [/ERR_TIMED_OUT|ERR_CONNECTION_TIMED_OUT/, 'no-answer'],
];

/** What is known about a page that did not come. */
export interface NoPage {
  /** Words of Chromium, such as `net::ERR_ABORTED`; empty when its own error page took the page's place. */
  readonly said: string;
  readonly httpStatus: number | null;
  readonly downloads: number;
  /** What the gate decided about the host that was asked last. */
  readonly verdict: Verdict['kind'] | undefined;
}

/** Why there is no page to keep. The gate knows better than the browser, which only sees a connection that closed. */
export function whyNot(page: NoPage): CaptureReason {
  if (page.verdict === 'refused') return 'address-refused';
  if (page.verdict === 'unknown-host') return 'dns-failed';
  if (page.downloads > 0) return 'not-a-page';
  const cause = CAUSES.find(([words]) => words.test(page.said))?.[1];
  if (cause) return cause;
  if (page.httpStatus === 204 || page.httpStatus === 205) return 'no-content';
  if (page.httpStatus === null) return 'connection-failed';
  return page.said === '' ? 'empty-page' : 'not-a-page';
}
