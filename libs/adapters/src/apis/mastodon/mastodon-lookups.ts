// https://docs.joinmastodon.org/methods/accounts/#lookup and /methods/instance/#v2 (mastodon/documentation @2903485).
import { RuleViolation } from '#domain/rule-violation.js';
import type { ApiCaller } from '../api-caller.js';
import { lookUp, refusalOf, textAt } from '../look-up.js';

/** The token for each instance, by its origin. */
export type MastodonTokens = ReadonlyMap<string, string>;

/** Our token for an instance; refuses `mastodon.no-token` and says so before anything is asked. */
export function tokenFor(tokens: MastodonTokens, instance: string): string {
  const token = tokens.get(instance);
  if (token === undefined) throw new RuleViolation('mastodon.no-token', { host: new URL(instance).host });
  return token;
}

/** The id under which an instance knows one of its own accounts; only the id is read of the answer. */
export async function accountIdOf(
  caller: ApiCaller,
  { instance, account, token }: { readonly instance: string; readonly account: string; readonly token: string },
): Promise<string> {
  const path = `/api/v1/accounts/lookup?acct=${encodeURIComponent(account)}`;
  const answered = await lookUp(caller, { origin: instance, path, headers: { Authorization: `Bearer ${token}` } });
  const { host } = new URL(instance);
  if (answered.status === 404) throw new RuleViolation('mastodon.no-such-account', { host });
  if (answered.status !== 200) throw refusalOf(instance, answered);
  const id = textAt(answered.json, 'id');
  const isIt = textAt(answered.json, 'acct')?.toLowerCase() === account;
  if (id === undefined || !/^[\w-]{1,64}$/.test(id) || !isIt) {
    throw new RuleViolation('api.cannot-look-up', { host, why: 'account' });
  }
  return id;
}

/** Whether an instance knows the category `legal`: Mastodon 4.2 and later. Anything that cannot tell is taken as older. */
export async function takesLegal(caller: ApiCaller, instance: string): Promise<boolean> {
  const answered = await lookUp(caller, { origin: instance, path: '/api/v2/instance' });
  if (answered.status === 404) return false; // the path itself came with 4.0
  if (answered.status !== 200) throw refusalOf(instance, answered);
  const [major = 0, minor = 0] = (textAt(answered.json, 'version') ?? '').split('.').map((part) => parseInt(part, 10));
  return major > 4 || (major === 4 && minor >= 2);
}
