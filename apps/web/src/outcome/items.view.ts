import type { ContentItem } from '#domain/notice/content-item.js';
import { classOf, DECISION_CODES, OUTCOME_CLASSES, type DecisionCode } from '#domain/outcome/outcome-code.js';
import { BASES, type Basis } from '#domain/outcome/outcome.js';
import { fieldsOf } from './items.form.js';

/** The codes a person chooses from, under the class each counts in. */
const GROUPS = OUTCOME_CLASSES.map((name) => ({
  class: name,
  codes: DECISION_CODES.filter((code) => classOf(code) === name),
})).filter(({ codes }) => codes.length > 0);

/** Everything the fields of the items show, but for what is chosen in them. */
export const itemFields = (items: readonly ContentItem[]) => ({
  groups: GROUPS,
  bases: BASES,
  items: items.map(({ position, url, locator, latest }) => ({
    ...{ position, url, locator, ...fieldsOf(position) },
    standing: latest ? { class: classOf(latest.code), code: latest.code, decidedAt: latest.decidedAt } : null,
  })),
});

interface Chosen {
  readonly code: DecisionCode | null;
  readonly basis: Basis;
  readonly territory: readonly string[];
}

/** What the fields begin with. */
export function itemValues(items: readonly ContentItem[], of: (item: ContentItem) => Chosen | null) {
  const values = items.flatMap((item): [string, string][] => {
    const chosen = of(item);
    const { code, basis, territory } = fieldsOf(item.position);
    return [
      [code, chosen?.code ?? ''],
      [basis, chosen?.basis ?? 'unknown'],
      [territory, chosen?.territory.join(', ') ?? ''],
    ];
  });
  return Object.fromEntries(values);
}
