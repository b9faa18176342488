import { RuleViolation } from '../rule-violation.js';
import { assertLine, assertText } from './amend-register.js';
import { newChannel } from './channel-key.js';
import { newHost } from './new-host.js';
import { OWN_PREFIX } from './own-code.js';
import { isMailAddress, type Platform, type Provider } from './platform.js';
import { NO_TEXT } from './register-text.js';

/** What a person knows of a site that nobody has in the register yet. */
export interface NewSite {
  readonly name: string;
  /** Its host, or any address on it. */
  readonly host: string;
  readonly kind: 'online-platform' | 'hosting';
  /** Where abuse is reported by mail; null where nobody has found it. */
  readonly email: string | null;
  /** Where that address, or the site itself, was found. */
  readonly source: string;
}

/**
 * The platform and its provider as far as anybody knows them: nothing but what was typed, to be confirmed, and its mail
 * address used only with a person's word. Refuses what `newHost` refuses, and a name that is there already.
 */
export function siteAdded(site: NewSite, others: readonly Platform[]): { platform: Platform; provider: Provider } {
  const name = site.name.trim();
  assertLine('name', name);
  const same = others.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (same) throw new RuleViolation('platform.name-taken', { name: same.name });
  const host = newHost(site.host, others);
  const email = site.email?.trim() ?? null;
  if (email !== null && !isMailAddress(email)) throw new RuleViolation('channel.mail-address-wrong');
  assertText(site.source);
  if (site.source.trim() === '') throw new RuleViolation('register.source-needed');
  const code = freeCode(host, others);
  const origin = { source: site.source.trim(), verifiedOn: null, confidence: 'K' } as const;
  return {
    provider: { ...UNKNOWN_PROVIDER, code, legalEntity: name, ...origin },
    platform: {
      ...{ ...UNKNOWN_PLATFORM, code, providerCode: code, name, kind: site.kind, hosts: [host], ...origin },
      channels: email === null ? [] : [newChannel({ kind: 'email', address: email })],
    },
  };
}

function freeCode(host: string, others: readonly Platform[]): string {
  const taken = new Set(others.map(({ code }) => code));
  const code = OWN_PREFIX + host.replace(/[^a-z0-9]+/g, '-').slice(0, 60);
  const free = Array.from({ length: others.length + 1 }, (_, n) => (n === 0 ? code : `${code}-${n + 1}`));
  return free.find((one) => !taken.has(one))!;
}

const UNKNOWN_PROVIDER = {
  ...{ country: null, coordinator: null, section3Exempt: null, representative: null, contactPoints: [] },
};

const UNKNOWN_PLATFORM = {
  ...{ vlop: null, designatedOn: null, designatedUntil: null, millionUsers: null, otherWays: [] },
  trustedFlagger: { route: 'unknown', answersWithinHours: null, note: NO_TEXT, confidence: 'K' },
  ...{ onlyPersonConcerned: [], replies: NO_TEXT },
} as const;
