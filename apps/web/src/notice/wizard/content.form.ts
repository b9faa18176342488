import { IsIn, IsNotEmpty, IsOptional, Matches, MaxLength } from 'class-validator';
import { CONTENT_TYPES, type ContentType } from '#domain/notice/codes.js';
import type { ContentItem } from '#domain/notice/content-item.js';

/** What each address itself says, or one kind of content for all of them. */
export const KINDS = ['recognised', ...CONTENT_TYPES] as const;

/** Above so many addresses what is said of each stands in a CSV instead of in fields. */
export const MOST_ROWS = 50;

const PLACES = Array.from({ length: MOST_ROWS }, (_, index) => index + 1);

/** The addresses of a notice; forms are flat, so the fields of each one that the page shows are numbered. */
export class ContentForm {
  @Matches(/^\d{1,9}$/, { message: 'form.unknown-field' })
  version!: string;

  @MaxLength(200_000, { message: 'notices.addresses-too-long' })
  @IsNotEmpty({ message: 'notices.addresses-needed' })
  addresses!: string;

  @IsIn([...KINDS], { message: 'notices.content-type-needed' })
  contentType!: (typeof KINDS)[number];

  @IsOptional()
  @MaxLength(200, { message: 'notices.locator-too-long' })
  locator?: string;

  @IsOptional()
  @MaxLength(20, { message: 'wizard.day-unclear' })
  postedOn?: string;

  /** The items of which the page told what they are, in the order of their numbered fields. */
  @IsOptional()
  @MaxLength(40_000, { message: 'form.unknown-field' })
  shown?: string;

  /** A button beside an address. */
  @IsOptional()
  @Matches(/^(?:up|down|remove)-\d{1,2}$/, { message: 'form.unknown-field' })
  move?: string;
}

for (const place of PLACES) {
  IsOptional()(ContentForm.prototype, `kind${place}`);
  IsIn([...CONTENT_TYPES], { message: 'notices.content-type-needed' })(ContentForm.prototype, `kind${place}`);
  IsOptional()(ContentForm.prototype, `locator${place}`);
  MaxLength(200, { message: 'notices.locator-too-long' })(ContentForm.prototype, `locator${place}`);
  IsOptional()(ContentForm.prototype, `posted${place}`);
  MaxLength(20, { message: 'wizard.day-unclear' })(ContentForm.prototype, `posted${place}`);
}

/** Enough of an item's id to know it again within its notice: ids begin with the time, which several share. */
const mark = ({ id }: Pick<ContentItem, 'id'>): string => id.slice(19);

/** Which items a page showed, so that one can see that some were changed since. */
export const shownItems = (items: readonly Pick<ContentItem, 'id'>[]): string => items.map(mark).join(' ');

/** The number of an item's fields on the page that was sent, from 1; null where it had none there. */
export function placeOf(item: Pick<ContentItem, 'id'>, shown: string | undefined): number | null {
  const at = (shown ?? '').split(' ').indexOf(mark(item));
  return at < 0 || at >= MOST_ROWS ? null : at + 1;
}

/** What was typed beside one address. */
export interface TypedRow {
  readonly place: number;
  readonly kind: ContentType | undefined;
  readonly locator: string;
  readonly posted: string;
}

/** The fields of one place; null where the form had none there. */
export function rowIn(form: ContentForm, place: number | null): TypedRow | null {
  const typed = form as unknown as Readonly<Record<string, string | undefined>>;
  if (place === null || typed[`kind${place}`] === undefined) return null;
  const kind = typed[`kind${place}`] as ContentType;
  return { place, kind, locator: typed[`locator${place}`] ?? '', posted: typed[`posted${place}`] ?? '' };
}

/** Items in the order that a button beside one of them asks for; `move` counts places on the page that was sent. */
export function moved<T>(items: readonly T[], move: string | undefined, placeOfItem: (item: T) => number | null): T[] {
  const [, way, place] = /^(up|down|remove)-(\d+)$/.exec(move ?? '') ?? [];
  const at = items.findIndex((item) => placeOfItem(item) === Number(place));
  if (way === undefined || at < 0) return [...items];
  const rest = items.filter((_, index) => index !== at);
  if (way === 'remove') return rest;
  const to = way === 'up' ? Math.max(0, at - 1) : Math.min(rest.length, at + 1);
  return [...rest.slice(0, to), items[at]!, ...rest.slice(to)];
}
