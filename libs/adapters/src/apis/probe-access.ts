// /methods/accounts/#verify_credentials and /methods/apps/#verify_credentials (mastodon/documentation @2903485).
import { RuleViolation } from '#domain/rule-violation.js';
import type { ApiAccess } from '../settings/api-access.js';
import type { ApiCaller } from './api-caller.js';
import { ApiTrouble } from './api-trouble.js';
import { BlueskySession } from './bluesky/bluesky-session.js';
import type { Answered } from './line.js';

/** How it stands with our access to one server; `words` are scopes, a status or a code, never by what we sign in. */
export interface AccessStanding {
  readonly host: string;
  readonly is: 'fine' | 'too-much' | 'too-little' | 'refused' | 'out-of-reach';
  readonly words: string;
}

/** All that a token for reports has to be good for. */
const NEEDED = ['read:accounts', 'write:reports'] as const;

/** Asks each server whether it knows us; nothing is reported and nothing changed by it. */
export async function probeAccess({ mastodon, bluesky }: ApiAccess, caller: ApiCaller): Promise<AccessStanding[]> {
  const instances = [...mastodon].map(([origin, token]) => standing(origin, () => tryToken(caller, origin, token)));
  const account = bluesky && standing(bluesky.service, () => tryAccount(caller, bluesky));
  return Promise.all([...instances, ...(account ? [account] : [])]);
}

type Tried = Omit<AccessStanding, 'host'>;

async function standing(origin: string, tried: () => Promise<Tried>): Promise<AccessStanding> {
  const { host } = new URL(origin);
  try {
    return { host, ...(await tried()) };
  } catch (error) {
    if (error instanceof ApiTrouble) return { host, is: 'out-of-reach', words: error.message };
    if (error instanceof RuleViolation)
      return { host, is: BLAMED.test(error.code) ? 'refused' : 'out-of-reach', words: error.code };
    throw error;
  }
}

/** Of our own refusals those that are the account's fault, and not the way's. */
const BLAMED = /^bluesky\./;

async function tryToken(caller: ApiCaller, origin: string, token: string): Promise<Tried> {
  const ask = (path: string): Promise<Answered> =>
    caller.ask(origin, { method: 'GET', path, headers: { Authorization: `Bearer ${token}` } });
  const { status } = await ask('/api/v1/accounts/verify_credentials');
  if (status === 401 || status === 403) return { is: 'refused', words: String(status) };
  if (status !== 200) return { is: 'out-of-reach', words: String(status) };
  return judgeScopes(scopesIn((await ask('/api/v1/apps/verify_credentials')).json));
}

/** Instances before 4.3 do not say what a token may do; that it is known is then all there is to know. */
function judgeScopes(scopes: readonly string[] | undefined): Tried {
  if (scopes === undefined) return { is: 'fine', words: '' };
  const covers = (scope: string) => scopes.includes(scope) || scopes.includes(scope.split(':')[0]!);
  const missing = NEEDED.filter((scope) => !covers(scope));
  if (missing.length > 0) return { is: 'too-little', words: missing.join(', ') };
  const more = scopes.filter((scope) => !(NEEDED as readonly string[]).includes(scope));
  return more.length > 0 ? { is: 'too-much', words: more.join(', ') } : { is: 'fine', words: '' };
}

function scopesIn(json: unknown): string[] | undefined {
  const { scopes } = (json ?? {}) as { scopes?: unknown };
  if (!Array.isArray(scopes)) return undefined;
  return scopes.filter((scope): scope is string => typeof scope === 'string' && /^[\w:]{1,40}$/.test(scope));
}

async function tryAccount(caller: ApiCaller, account: NonNullable<ApiAccess['bluesky']>): Promise<Tried> {
  await new BlueskySession(caller, account).bearer();
  return { is: 'fine', words: '' };
}
