/** What stood in the way, as a code that is worded on the pages. */
export type TroubleKind =
  ('no-name' | 'unreachable' | 'tls' | 'silent' | 'broken' | 'too-large') | ('asked-too-much' | 'server-failed');

/** No answer came, or none to go on with, which may pass; nothing of what was sent or said stands in it. */
export class ApiTrouble extends Error {
  /** `waitSeconds` is how long the other side asked us to wait. */
  constructor(
    readonly kind: TroubleKind,
    readonly waitSeconds = 0,
  ) {
    super(`api.${kind}`);
    this.name = 'ApiTrouble';
  }
}

interface SystemFault {
  readonly code?: string;
  readonly message?: string;
  readonly name?: string;
}

const TLS = /certificate|CERT_|SSL|TLS|wrong version|ALTNAME|EPROTO/i;
const UNREACHABLE = /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL/;

/** Asked in this order; Node, OpenSSL and the system each have codes of their own. */
const KINDS: readonly (readonly [TroubleKind, (fault: SystemFault) => boolean])[] = [
  ['silent', ({ name, code = '' }) => name === 'TimeoutError' || code === 'ETIMEDOUT'],
  ['unreachable', ({ code = '' }) => UNREACHABLE.test(code)],
  ['no-name', ({ code = '' }) => /ENOTFOUND|EAI_AGAIN/.test(code)],
  ['tls', ({ code = '', message = '' }) => TLS.test(`${code} ${message}`)],
];

/** The trouble behind an error of sockets and parsers; those none of them knows are a broken line. */
export function troubleOf(error: unknown): ApiTrouble {
  if (error instanceof ApiTrouble) return error;
  const kind = KINDS.find(([, isSo]) => isSo((error ?? {}) as SystemFault))?.[0] ?? 'broken';
  return new ApiTrouble(kind);
}
