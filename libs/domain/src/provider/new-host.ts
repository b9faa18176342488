import { hostOf, parseWebAddress } from '../notice/canonical-url.js';
import { RuleViolation } from '../rule-violation.js';
import { Recogniser, type Recognition } from './recognise-address.js';
import { readHostPattern, type RecognisablePlatform } from './recognise-platform.js';

/** DNS allows no longer name (RFC 1035). */
const LONGEST_HOST = 253;

/** Ends under which anybody can register a name: such a host would claim the sites of others. */
const SHARED_END = /^(?:ac|co|com|edu|gob|gov|gv|mil|net|nom|or|org)\.[a-z]{2}$/;

/** A platform as far as a refusal names it. */
export type NamedPlatform = RecognisablePlatform & { readonly name: string };

/**
 * The host of what a person typed, an address or a host, as the register writes it: small letters, without `www.` and
 * path. Refuses what is no host, what nobody outside can reach, and what is or pretends to be one of the others' hosts.
 */
export function newHost(typed: string, others: readonly NamedPlatform[]): string {
  const text = typed.trim();
  if (text.length > 4_000) throw new RuleViolation('platform.host-too-long', { most: LONGEST_HOST });
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  refuse(new Recogniser(others).recognise(address), others);
  const url = parseWebAddress(address);
  const host = url ? hostOf(url.hostname).replace(/^www\./, '') : '';
  if (host.length > LONGEST_HOST) throw new RuleViolation('platform.host-too-long', { most: LONGEST_HOST });
  if (readHostPattern(host) === null || url?.port !== '') throw new RuleViolation('platform.host-unreadable');
  if (SHARED_END.test(host)) throw new RuleViolation('platform.host-too-wide', { host });
  return host;
}

function refuse(found: Recognition, others: readonly NamedPlatform[]): void {
  const named = (code: string | null): string => others.find((one) => one.code === code)?.name ?? '';
  switch (found.is) {
    case 'ok':
      throw new RuleViolation('platform.host-known', { platform: named(found.platform), code: found.platform });
    case 'look-alike': {
      const facts = { host: found.host, platform: named(found.platform), characters: found.characters.join(', ') };
      throw new RuleViolation('platform.host-look-alike', facts);
    }
    case 'short-link':
      throw new RuleViolation('platform.host-short-link');
    case 'private-address':
      throw new RuleViolation('platform.host-private', { host: found.host });
    case 'invisible-character':
      throw new RuleViolation('platform.host-unseen', { characters: found.characters.join(', ') });
    case 'too-long':
      throw new RuleViolation('platform.host-too-long', { most: LONGEST_HOST });
    case 'not-http':
      throw new RuleViolation('platform.host-unreadable');
    case 'unknown-platform':
  }
}
