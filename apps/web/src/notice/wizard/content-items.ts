import type { WrittenItem } from '#application/notice/written-notice.js';
import { writtenDay } from '#domain/instant.js';
import type { ContentItem } from '#domain/notice/content-item.js';
import type { ContentType } from '#domain/notice/codes.js';
import type { KeptAddress } from '#domain/provider/recognise-lines.js';
import { LONGEST_LOCATOR } from '#domain/provider/typed-addresses.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { moved, placeOf, rowIn, type ContentForm, type TypedRow } from './content.form.js';

/** The most addresses of one notice; a platform that gets more can decide on none of them with care. */
export const MOST_ITEMS = 500;

/** An address that is kept, with the item it was and what was typed beside it on the page. */
interface Line {
  readonly kept: KeptAddress;
  readonly row: TypedRow | null;
  readonly place: number | null;
}

/**
 * The items as the page says them, in the order its buttons ask for. What a CSV says of an address goes before what stood
 * in its fields. Refuses more than `MOST_ITEMS`, and a day that is none or still to come, naming the field.
 */
export function contentItems(
  kept: readonly KeptAddress[],
  form: ContentForm,
  { items, today }: { readonly items: readonly ContentItem[]; readonly today: string },
): WrittenItem[] {
  if (kept.length > MOST_ITEMS)
    throw new RuleViolation('notice.too-many-addresses', { n: kept.length, most: MOST_ITEMS });
  const lines = kept.map((one): Line => {
    const known = items.find(({ url }) => url === one.text);
    const place = known === undefined ? null : placeOf(known, form.shown);
    return { kept: one, place, row: rowIn(form, place) };
  });
  return moved(lines, form.move, ({ place }) => place).map((line) => ({
    url: line.kept.text,
    contentType: kindOf(line, form, items),
    locator: (line.kept.locator || (line.row?.locator ?? form.locator ?? '')).slice(0, LONGEST_LOCATOR),
    postedOn: postedOf(line, form, today),
  }));
}

function kindOf({ kept, row }: Line, { contentType }: ContentForm, items: readonly ContentItem[]): ContentType {
  if (row?.kind !== undefined) return row.kind;
  if (contentType !== 'recognised') return contentType;
  const known = items.find(({ url }) => url === kept.text);
  return kept.is === 'ok' && kept.contentType !== 'other' ? kept.contentType : (known?.contentType ?? 'other');
}

function postedOf({ kept, row }: Line, form: ContentForm, today: string): string | null {
  if (kept.postedOn !== null) return notToCome(kept.postedOn, 'addresses', today);
  const [typed, field] = row ? [row.posted, `posted${row.place}`] : [form.postedOn ?? '', 'postedOn'];
  if (typed.trim() === '') return null;
  const day = writtenDay(typed);
  if (day === null) throw new RuleViolation('notice.posted-unclear', { field });
  return notToCome(day, field, today);
}

function notToCome(day: string, field: string, today: string): string {
  if (day > today) throw new RuleViolation('notice.posted-in-future', { field, day });
  return day;
}
