import { movingIn } from '../moving-characters.js';
import { RuleViolation } from '../rule-violation.js';
import type { ContentItemDraft } from './content-item.js';
import type { NoticeContent } from './notice-content.js';

/** What a notice says, as far as a person wrote it. */
export interface Wording {
  readonly content: NoticeContent;
  readonly items: readonly ContentItemDraft[];
}

/** One text with where it stands; `place` counts the items that stood there before from 1, and is 0 for all else. */
interface Written {
  readonly field: string;
  readonly place: number;
  readonly text: string;
}

const written = ({ content, items }: Wording, present: Wording['items']): Written[] => [
  ...items.map(({ id, locator }) => ({
    field: 'locator',
    place: present.findIndex((one) => one.id === id) + 1,
    text: locator,
  })),
  ...content.grounds.map(({ explanation }) => ({ field: 'text', place: 0, text: explanation })),
  { field: 'expression', place: 0, text: content.answers.expression },
  ...content.answers.shared.map(({ field, text }) => ({ field, place: 0, text })),
];

/**
 * Refuses a text that reads otherwise than it was written, naming its field and the characters: no letter takes it. What
 * stood there before is no matter of whoever writes something else now.
 */
export function refuseMoving(next: Wording, before: Wording): void {
  const stood = written(before, before.items).map(({ text }) => text);
  for (const { text, ...where } of written(next, before.items)) {
    const characters = movingIn(text);
    if (characters.length === 0 || stood.includes(text)) continue;
    throw new RuleViolation('notice.text-unseen', { ...where, characters: characters.join(', ') });
  }
}
