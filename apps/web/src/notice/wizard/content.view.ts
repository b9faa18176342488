import type { ContentItem } from '#domain/notice/content-item.js';
import { MOST_ROWS } from './content.form.js';

/**
 * The addresses as they can be typed again: as lines; or as CSV where there are too many for fields of their own and they
 * say different things of themselves.
 */
export function listedAddresses(items: readonly ContentItem[]): Readonly<Record<string, string>> {
  const says = items.some(({ locator, postedOn }) => locator !== '' || postedOn !== null);
  if (items.length <= MOST_ROWS || !says) return { addresses: items.map(({ url }) => url).join('\n') };
  const rows = items.map(({ url, locator, postedOn }) => [url, locator, postedOn ?? ''].map(quoted).join(','));
  return { addresses: ['url,locator,posted', ...rows].join('\n') };
}

/** The numbered fields of each address, where they are few enough to have them. */
export function rowValues(items: readonly ContentItem[]): Record<string, string> {
  if (items.length > MOST_ROWS) return {};
  const fields = items.flatMap(({ contentType, locator, postedOn }, index) => [
    [`kind${index + 1}`, contentType],
    [`locator${index + 1}`, locator],
    [`posted${index + 1}`, postedOn ?? ''],
  ]);
  return Object.fromEntries(fields) as Record<string, string>;
}

const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
