// com.atproto.server.createSession and refreshSession (bluesky-social/atproto @d6296a1).
import { RuleViolation } from '#domain/rule-violation.js';
import type { ApiCaller } from '../api-caller.js';
import { ApiTrouble } from '../api-trouble.js';
import type { Answered } from '../line.js';
import { textAt } from '../look-up.js';
import { waitAsked } from '../wait-asked.js';

/** Our account there: the origin of its server (PDS or entryway), its handle or DID, and an app password. */
export interface BlueskyAccount {
  readonly service: string;
  readonly identifier: string;
  readonly password: string;
}

interface Tokens {
  readonly access: string;
  readonly refresh: string;
}

/** Seconds before its end at which a token is not used any more. */
const MARGIN_SECONDS = 60;

/** Our session, kept as long as it lasts: signing in is limited to 300 times a day (Bluesky, Rate limits). */
export class BlueskySession {
  private tokens: Tokens | undefined;
  private underWay: Promise<Tokens> | undefined;

  constructor(
    private readonly caller: ApiCaller,
    readonly account: BlueskyAccount,
  ) {}

  /** A token that can still be used; refuses `bluesky.password-refused` and the like, throws `ApiTrouble` for what may pass. */
  async bearer(): Promise<string> {
    if (this.tokens && lasts(this.tokens.access)) return this.tokens.access;
    this.underWay ??= this.renewed().finally(() => (this.underWay = undefined));
    this.tokens = await this.underWay;
    return this.tokens.access;
  }

  /** The server knows the token no longer: the next one is asked for anew. */
  forget(): void {
    this.tokens = undefined;
  }

  /** What must never be shown. */
  get secrets(): readonly string[] {
    return [this.account.password, this.tokens?.access ?? '', this.tokens?.refresh ?? ''];
  }

  private async renewed(): Promise<Tokens> {
    const { refresh } = this.tokens ?? {};
    if (refresh !== undefined && lasts(refresh)) {
      const answered = await this.post('refreshSession', { Authorization: `Bearer ${refresh}` });
      if (answered.status === 200) return tokensIn(answered);
    }
    const { identifier, password } = this.account;
    return tokensIn(await this.post('createSession', {}, { identifier, password }));
  }

  private post(name: string, headers: Readonly<Record<string, string>>, body?: object): Promise<Answered> {
    const bytes = body === undefined ? {} : { body: Buffer.from(JSON.stringify(body)) };
    return this.caller.ask(this.account.service, {
      ...{ method: 'POST', path: `/xrpc/com.atproto.server.${name}`, headers },
      ...bytes,
    });
  }
}

function tokensIn({ status, json, headers }: Answered): Tokens {
  const [access, refresh] = [textAt(json, 'accessJwt'), textAt(json, 'refreshJwt')];
  if (status === 200 && (json as { active?: unknown }).active === false)
    throw new RuleViolation('bluesky.account-closed');
  if (status === 200 && access !== undefined && refresh !== undefined) return { access, refresh };
  if (status === 429) throw new ApiTrouble('asked-too-much', waitAsked(headers, Date.now()));
  if (status < 400 || status >= 500) throw new ApiTrouble('server-failed');
  throw refusalFor(textAt(json, 'error'));
}

/** Why nobody lets us in, as far as the other side says. */
function refusalFor(error: string | undefined): RuleViolation {
  if (error === 'AuthFactorTokenRequired') return new RuleViolation('bluesky.needs-app-password');
  if (error === 'AccountTakedown') return new RuleViolation('bluesky.account-closed');
  return new RuleViolation('bluesky.password-refused');
}

/** Whether a token (RFC 7519) can still be used; one that does not say until when is used until it is refused. */
function lasts(token: string): boolean {
  try {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { exp?: unknown };
    return typeof claims.exp !== 'number' || claims.exp - MARGIN_SECONDS > Date.now() / 1000;
  } catch {
    return true;
  }
}
