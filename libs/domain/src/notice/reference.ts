/** The running numbers the organisation gives: notices, cases and escalations, each counted per year. */
const SHAPES = {
  notice: { prefix: 'TF', digits: 6 },
  case: { prefix: 'Z', digits: 5 },
  escalation: { prefix: 'E', digits: 4 },
} as const;
export type NumberedThing = keyof typeof SHAPES;

/** Our reference of the n-th thing of a year, e.g. `TF-2026-000123`. */
export function reference(thing: NumberedThing, year: number, n: number): string {
  const { prefix, digits } = SHAPES[thing];
  return `${prefix}-${year}-${String(n).padStart(digits, '0')}`;
}

/** Year and number of one of our own notice references, or null for any other text. */
export function ownNumber(text: string): { readonly year: number; readonly n: number } | null {
  const found = /^TF-(\d{4})-(\d{6,9})$/.exec(text);
  return found && Number(found[2]) > 0 ? { year: Number(found[1]), n: Number(found[2]) } : null;
}
