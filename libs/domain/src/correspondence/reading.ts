import type { DecisionCode } from '../outcome/outcome-code.js';

/** What a mail is to us; `unread` means that a person has to look. */
export const MEANINGS = [
  'receipt',
  'decision',
  'question',
  'confirmation-required',
  'undelivered',
  'delayed',
  'automatic-answer',
  'feedback-report',
  'unrelated',
  'unread',
] as const;
export type Meaning = (typeof MEANINGS)[number];

/** One address that the mail decides on its own. */
export interface ItemReading {
  readonly url: string;
  readonly outcome: DecisionCode;
}

/** What we think a mail means: a suggestion with its grounds, never a fact (contract: design.md §5). */
export interface Reading {
  readonly meaning: Meaning;
  /** Null unless the meaning is `decision`; `mixed` only when `items` differ. */
  readonly outcome: DecisionCode | 'mixed' | null;
  readonly items: readonly ItemReading[];
  /** The other side's number. */
  readonly reference: string | null;
  readonly basis: 'law' | 'terms' | null;
  /** ISO 3166 alpha-2 or `EU`; empty when worldwide or unsaid. */
  readonly territory: readonly string[];
  readonly redressMentioned: boolean;
  /** ISO 639-1, or null when there are too few words to tell. */
  readonly language: string | null;
  readonly confidence: number;
  /** Which rule, and the words it rests on. */
  readonly because: readonly string[];
}

/** What a reader found out: the meaning and its grounds; the rest is filled in by `readReply`. */
export interface Finding {
  readonly meaning: Meaning;
  readonly outcome?: Reading['outcome'];
  readonly items?: readonly ItemReading[];
  readonly basis?: Reading['basis'];
  readonly territory?: readonly string[];
  readonly confidence: number;
  readonly because: readonly string[];
}
