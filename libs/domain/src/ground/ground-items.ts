import { RuleViolation } from '../rule-violation.js';
import type { ReasonedGround } from './reasoned-ground.js';

interface Numbered {
  readonly id: string;
}

/** `1, 3-5`: which items of a list a ground is for. Nothing, or all of them, answers none: it is then for each. */
export function itemsNamed(text: string, items: readonly Numbered[]): string[] {
  const numbers = new Set(
    text
      .split(/[,;\s]+/)
      .filter(Boolean)
      .flatMap((part) => range(part, items.length)),
  );
  return numbers.size === items.length ? [] : items.filter((_, index) => numbers.has(index + 1)).map(({ id }) => id);
}

/** The numbers of the items a ground is for, from 1; every one where it names none. */
export function numbersOf({ items: named = [] }: ReasonedGround, items: readonly Numbered[]): number[] {
  const numbered = items.map(({ id }, index) => ({ id, number: index + 1 }));
  return numbered.filter(({ id }) => named.length === 0 || named.includes(id)).map(({ number }) => number);
}

/** The grounds for items that go by other ids now; one that was for none of them falls away. */
export function groundsFor(grounds: readonly ReasonedGround[], ids: ReadonlyMap<string, string>): ReasonedGround[] {
  return grounds.flatMap(({ items: named = [], ...ground }) => {
    if (named.length === 0) return [ground];
    const items = named.flatMap((id) => ids.get(id) ?? []);
    return items.length === 0 ? [] : [{ ...ground, items }];
  });
}

/** The days (ISO) on which the content it is for was put there; null for each of which nobody knows. */
export const postedOf = (
  { items: named = [] }: Pick<ReasonedGround, 'items'>,
  items: readonly (Numbered & { readonly postedOn: string | null })[],
): (string | null)[] =>
  items.filter(({ id }) => named.length === 0 || named.includes(id)).map(({ postedOn }) => postedOn);

/** Whether it is relied on for some of the items only. */
export const isLimited = (ground: ReasonedGround, items: readonly Numbered[]): boolean =>
  numbersOf(ground, items).length < items.length;

function range(part: string, most: number): number[] {
  const [, from, to = from] = /^(\d{1,4})(?:[-–](\d{1,4}))?$/.exec(part) ?? [];
  const [first, last] = [Number(from), Number(to)];
  if (!(first >= 1 && first <= last && last <= most)) throw new RuleViolation('ground.items-unclear', { part, most });
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
