import type { ServiceKind } from '../notice/scope.js';
import type { Platform, Provider } from './platform.js';

/** What the register says of a platform's service, or what it leaves for a person to find out. */
export type KnownService =
  | { readonly kind: 'known'; readonly service: ServiceKind }
  /** Whether notices bind it is debated (Art. 3(j)), or depends on where in it the content stands (recital 14). */
  | { readonly kind: 'depends'; readonly on: 'search-engine' | 'messaging' }
  | { readonly kind: 'unknown' };

/** Kinds of platform that spread what users put there among the public (Art. 3(i) DSA). */
const PUBLIC = ['online-platform', 'marketplace', 'app-store'];

/** The service as the register knows it; a small provider is free of Section 3 only where the register says so (Art. 19). */
export function knownService(
  platform: Pick<Platform, 'kind'> | undefined,
  provider: Pick<Provider, 'section3Exempt'> | undefined,
): KnownService {
  const kind = platform?.kind;
  if (kind === 'search-engine' || kind === 'messaging') return { kind: 'depends', on: kind };
  if (kind === 'hosting') return { kind: 'known', service: 'hosting' };
  if (kind === undefined || !PUBLIC.includes(kind)) return { kind: 'unknown' };
  return { kind: 'known', service: provider?.section3Exempt === true ? 'small-platform' : 'online-platform' };
}
