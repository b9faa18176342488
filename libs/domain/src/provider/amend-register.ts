import { isDay } from '../instant.js';
import { CHANNEL_KINDS } from '../notice/codes.js';
import { RuleViolation } from '../rule-violation.js';
import { keyOf } from './channel-key.js';
import { newHost, type NamedPlatform } from './new-host.js';
import { textsOf } from './platform-texts.js';
import { isMailAddress, isPageAddress, type Channel, type Platform, type Provider } from './platform.js';
import { differencesBetween, fieldsThatDiffer } from './register-facts.js';

/** What stands there from now on, and which fields differ from before. */
export interface Amended<T> {
  readonly now: T;
  readonly fields: readonly string[];
}

/** Characters nobody sees, or that turn the reading direction: what a person reads must be what stands there. */
const UNSEEN = /[^\P{Cc}\n\t]|[\p{Cf}\p{Zl}\p{Zp}]/u;
const LONGEST_TEXT = 4_000;
const LONGEST_LINE = 300;

/**
 * A platform as a person wrote it; hosts it did not have are looked at against those of the others. Refuses what no
 * reader of the register could use, and a change that changes nothing (`register.unchanged`).
 */
export function amendedPlatform(was: Platform, wished: Platform, others: readonly NamedPlatform[]): Amended<Platform> {
  const known = new Set(was.hosts);
  const hosts = [...new Set(wished.hosts.map((host) => (known.has(host) ? host : newHost(host, others))))];
  const now = { ...wished, hosts };
  assertLine('name', now.name);
  assertDesignation(now);
  assertText(now.source);
  for (const { nl, en } of textsOf(now)) [nl, en].forEach(assertText);
  if (now.source.trim() === '') throw new RuleViolation('register.source-needed');
  now.channels.forEach(assertChannel);
  const keys = new Set(now.channels.map(keyOf));
  if (keys.size !== now.channels.length) throw new RuleViolation('channel.there-already');
  return changed(was, now);
}

/** A provider as a person wrote it, by the same rules. */
export function amendedProvider(was: Provider, now: Provider): Amended<Provider> {
  assertLine('legalEntity', now.legalEntity);
  if (now.country !== null && !isCountry(now.country)) throw new RuleViolation('provider.country-wrong');
  const { representative } = now;
  if (representative !== null) assertLine('representative', representative.name);
  const seat = representative?.country ?? null;
  if (seat !== null && !isCountry(seat)) throw new RuleViolation('provider.representative-country-wrong');
  for (const text of [now.coordinator ?? '', now.source]) assertText(text);
  if (now.source.trim() === '') throw new RuleViolation('register.source-needed');
  const wrong = now.contactPoints.find(({ address }) => !isMailAddress(address) && !isPageAddress(address));
  if (wrong) throw new RuleViolation('provider.contact-point-wrong', { address: wrong.address.slice(0, 80) });
  return changed(was, now);
}

function changed<T extends Platform | Provider>(was: T, now: T): Amended<T> {
  const fields = fieldsThatDiffer(differencesBetween(was, now));
  if (fields.length === 0) throw new RuleViolation('register.unchanged');
  return { now, fields };
}

function assertDesignation({ vlop, designatedOn, designatedUntil }: Platform): void {
  const days = [designatedOn, designatedUntil].filter((day) => day !== null);
  if (!days.every(isDay)) throw new RuleViolation('platform.day-wrong');
  if (days.length === 2 && days[0]! > days[1]!) throw new RuleViolation('platform.days-turned-round');
  if (vlop !== null && !['vlop', 'vlose'].includes(vlop)) throw new RuleViolation('platform.vlop-wrong');
}

function assertChannel({ kind, address, languages, limits, senderAddress }: Channel): void {
  if (!CHANNEL_KINDS.includes(kind)) throw new RuleViolation('channel.kind-wrong');
  const isFine = kind === 'email' ? isMailAddress : isPageAddress;
  if (address !== null && !isFine(address)) {
    throw new RuleViolation(kind === 'email' ? 'channel.mail-address-wrong' : 'channel.page-address-wrong');
  }
  if (!languages.every((language) => /^[a-z]{2}$/.test(language))) throw new RuleViolation('channel.languages-wrong');
  const counts = [limits.maxUrls, limits.maxChars].filter((count) => count !== null);
  if (!counts.every((count) => Number.isInteger(count) && count > 0)) throw new RuleViolation('channel.limit-wrong');
  if (senderAddress !== null && !isMailAddress(senderAddress)) throw new RuleViolation('channel.sender-wrong');
}

/** Refuses a name that is empty, too long, or not what it seems. */
export function assertLine(field: string, text: string): void {
  if (text.trim() === '') throw new RuleViolation('register.line-empty', { field });
  if (text.length > LONGEST_LINE) throw new RuleViolation('register.line-too-long', { field, most: LONGEST_LINE });
  if (UNSEEN.test(text) || text.includes('\n')) throw new RuleViolation('register.unseen', { field });
}

/** Refuses a text that is too long or not what it seems. */
export function assertText(text: string): void {
  if (text.length > LONGEST_TEXT) throw new RuleViolation('register.text-too-long', { most: LONGEST_TEXT });
  if (UNSEEN.test(text)) throw new RuleViolation('register.unseen', { field: '' });
}

const isCountry = (text: string): boolean => /^[A-Z]{2}$/.test(text);
