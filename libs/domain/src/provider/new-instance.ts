import type { Platform } from './platform.js';
import { readHostPattern } from './recognise-platform.js';
import { MASTODON_PATHS } from './report-subject.js';

/** The platform whose many servers each count for themselves, and are added one by one as its hosts. */
export const platformOfInstances = <T extends Pick<Platform, 'channels'>>(platforms: readonly T[]): T | undefined =>
  platforms.find(({ channels }) => channels.some(({ api }) => api === 'mastodon'));

/**
 * Whether an address on a host that nobody knows is written as Mastodon writes those of posts and accounts: anybody can
 * run a server of it under any name. `/users/name` alone is written by too many others to mean anything.
 */
export function seemsInstance(url: string): boolean {
  const pathname = URL.parse(url)?.pathname ?? '';
  const isWritten = pathname.startsWith('/@') || pathname.includes('/statuses/');
  return isWritten && MASTODON_PATHS.some((path) => path.test(pathname));
}

/** A host as an address of a page brings it along; empty where it can be none. */
export const hostBrought = (given: unknown): string =>
  typeof given === 'string' && given.length <= 253 && readHostPattern(given) !== null ? given : '';
