import { hostClashes } from './host-clash.js';
import type { Platform } from './platform.js';
import { Recogniser } from './recognise-address.js';

/** Kinds of service that show what stands on their own pages; one that finds, hosts or registers is asked about others'. */
const OF_THEIR_OWN = ['online-platform', 'marketplace', 'app-store', 'messaging'];

/**
 * The addresses that stand on another company's platform than the one written to: it can do nothing about them, and learns
 * what it need not. `known` are all platforms of the register; an address that none of them claims may be anybody's. A host
 * that stands twice is nobody else's: a notice written before the reference data brought it too still leaves.
 */
export function standingElsewhere(
  items: readonly { readonly url: string }[],
  to: Platform,
  known: readonly Platform[],
): string[] {
  if (!OF_THEIR_OWN.includes(to.kind)) return [];
  const recogniser = new Recogniser(known);
  const shared = hostClashes(known).filter(({ others }) => others.includes(to.code));
  const isElsewhere = (url: string): boolean => {
    const found = recogniser.recognise(url);
    if (found.is !== 'ok' && found.is !== 'short-link') return false;
    const on = known.find(({ code }) => code === found.platform);
    if (on === undefined || shared.some(({ keeps }) => keeps === on.code)) return false;
    return on.code !== to.code && on.providerCode !== to.providerCode;
  };
  return items.map(({ url }) => url).filter(isElsewhere);
}
