/** How a capture ended; `refused` means the page was never contacted. */
export type CaptureState = 'complete' | 'partial' | 'blocked' | 'failed' | 'refused';

/** Why a capture is not complete, each with the state it leads to; the worst reason decides. */
const STATE_OF = {
  'no-ground': 'refused',
  forbidden: 'refused',
  'dns-failed': 'failed',
  'connection-failed': 'failed',
  'tls-invalid': 'failed',
  'no-answer': 'failed',
  'too-many-redirects': 'failed',
  'no-content': 'failed',
  'not-a-page': 'failed',
  'nothing-kept': 'failed',
  'browser-failed': 'failed',
  'capture-crashed': 'failed',
  'address-refused': 'blocked',
  'login-required': 'blocked',
  'access-denied': 'blocked',
  'unavailable-for-legal-reasons': 'blocked',
  'login-wall': 'blocked',
  'empty-page': 'partial',
  'load-timeout': 'partial',
  hung: 'partial',
  'page-crashed': 'partial',
  'time-limit': 'partial',
  'size-limit': 'partial',
  'memory-limit': 'partial',
  truncated: 'partial',
  'picture-missing': 'partial',
  'picture-withheld': 'partial',
  'text-missing': 'partial',
  'document-missing': 'partial',
} as const satisfies Record<string, CaptureState>;

export type CaptureReason = keyof typeof STATE_OF;

/** From mildest to worst. A block outranks a failure to load the rest: the wall is what was seen. */
const ORDER: readonly CaptureState[] = ['complete', 'partial', 'failed', 'blocked', 'refused'];

/** The state that follows from the reasons; without any the capture is complete. */
export function stateOf(reasons: readonly CaptureReason[]): CaptureState {
  const ranks = reasons.map((reason) => ORDER.indexOf(STATE_OF[reason]));
  return ORDER[Math.max(0, ...ranks)] ?? 'failed';
}

/** The wall an HTTP status stands for, if it does. 404 and 410 are facts about the content, not walls. */
export function reasonOfStatus(httpStatus: number | null): CaptureReason | undefined {
  if (httpStatus === 401 || httpStatus === 407) return 'login-required';
  if (httpStatus === 403) return 'access-denied';
  return httpStatus === 451 ? 'unavailable-for-legal-reasons' : undefined;
}

/** What tells a page that asks to sign in from the content that was asked for. */
export interface PageSigns {
  readonly askedUrl: string;
  readonly finalUrl: string;
  readonly passwordFields: number;
  /** Length of the visible text in characters. */
  readonly textLength: number;
}

const SIGN_IN_PATH =
  /(^|[/_.-])(log-?in|sign-?in|signup|checkpoint|accounts?\/login|auth(orize)?|inloggen)([/_.?-]|$)/i;

/** Longest text a bare sign-in page carries; longer ones show content beside a sign-in form. */
const WALL_TEXT = 1500;

/**
 * True when the page shown is a sign-in page instead of the content: we were sent there, or it holds little but a
 * password field. Stored as a wall, so that it is never taken for the content.
 */
export function isLoginWall(signs: PageSigns): boolean {
  const sentTo = pathOf(signs.finalUrl);
  const askedForIt = SIGN_IN_PATH.test(pathOf(signs.askedUrl));
  if (askedForIt) return false;
  if (SIGN_IN_PATH.test(sentTo)) return true;
  return signs.passwordFields > 0 && signs.textLength < WALL_TEXT;
}

function pathOf(address: string): string {
  return /^[a-z]+:\/\/[^/?#]*([^?#]*)/i.exec(address)?.[1] ?? '';
}
