import type { Blocker } from './blockers.js';
import type { Notice } from './notice.js';

/** The elements every notice must have, by the letters of Art. 16(2) DSA. */
export const ELEMENTS = ['a', 'b', 'c', 'd'] as const;
export type Element = (typeof ELEMENTS)[number];

/** What stands in the way of each: reasons, exact location, who submits, statement of good faith. */
const BLOCKED_BY: Readonly<Record<Element, readonly Blocker[]>> = {
  a: ['ground-missing', 'explanation-missing', 'ground-location-missing'],
  b: ['location-missing'],
  c: ['submitter-missing'],
  d: ['bona-fide-missing'],
};

/** Which elements a notice has; the statement of good faith is part of sending it. */
export function elementsOf(notice: Notice): { readonly element: Element; readonly isComplete: boolean }[] {
  const blockers: readonly Blocker[] = [
    ...notice.blockers(),
    ...(notice.bonaFide === null ? (['bona-fide-missing'] as const) : []),
  ];
  return ELEMENTS.map((element) => ({
    element,
    isComplete: !BLOCKED_BY[element].some((blocker) => blockers.includes(blocker)),
  }));
}
