import type { ContentItem } from '#domain/notice/content-item.js';

/** Which items a page showed: enough of their ids to see that one was changed since. */
export const shownItems = (items: readonly ContentItem[]): string => items.map(({ id }) => id.slice(0, 8)).join(' ');

/** The addresses as they can be typed again: as lines, or as CSV where they say different places on their pages. */
export function listedAddresses(items: readonly ContentItem[]): { addresses: string; locator: string } {
  const locators = new Set(items.map(({ locator }) => locator));
  if (locators.size <= 1) return { addresses: items.map(({ url }) => url).join('\n'), locator: [...locators][0] ?? '' };
  const rows = items.map(({ url, locator }) => `${quoted(url)},${quoted(locator)}`);
  return { addresses: ['url,locator', ...rows].join('\n'), locator: '' };
}

const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
