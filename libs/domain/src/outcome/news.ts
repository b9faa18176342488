import type { Notice } from '../notice/notice.js';
import { followUpOf, type Spell } from '../statistics/spells.js';
import type { TimeAllowed } from '../statistics/time-allowed.js';
import { DECISION_CODES, type DecisionCode } from './outcome-code.js';

/** What can be told of a notice: a decision of the platform, silence, waiting, or that it cannot be reported at all. */
export const NEWS_CODES = [...DECISION_CODES, 'no-response', 'pending', 'not-reportable'] as const;
export type NewsCode = (typeof NEWS_CODES)[number];

/** How a notice stands for whoever brought the matter: as a whole, and how many of its items stand how. */
export interface News {
  readonly code: NewsCode;
  /** Something was done for some of its items only. */
  readonly partly: boolean;
  /** In the order of the codes. */
  readonly items: readonly { readonly code: NewsCode; readonly count: number }[];
}

/** What can be told of a notice at that moment; null while it has neither left nor been set aside. */
export function newsOf(notice: Notice, allowed: TimeAllowed, at: Date): News | null {
  if (notice.content.answers.setAside) {
    return { code: 'not-reportable', partly: false, items: [{ code: 'not-reportable', count: notice.items.length }] };
  }
  const spells = followUpOf(notice, allowed);
  if (spells === null) return null;
  const codes = spells.items.map((item) => codeOf(standingAt(item.spells, at)));
  const items = NEWS_CODES.map((code) => ({ code, count: codes.filter((one) => one === code).length }));
  const { partly, ...standing } = standingAt(spells.notice, at);
  return { code: codeOf(standing), partly, items: items.filter(({ count }) => count > 0) };
}

/** Nobody need be reminded to tell that there is nothing to tell yet. */
export const isNews = ({ code }: Pick<News, 'code'>): boolean => code !== 'pending';

const standingAt = (spells: readonly Spell[], at: Date): Spell =>
  spells.findLast(({ from }) => from === null || from <= at) ?? spells[0]!;

const codeOf = ({ class: of, code }: Pick<Spell, 'class'> & { readonly code: DecisionCode | null }): NewsCode =>
  code ?? (of === 'no-response' ? 'no-response' : 'pending');
