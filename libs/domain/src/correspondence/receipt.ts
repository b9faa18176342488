import { RuleViolation } from '../rule-violation.js';
import type { LetterFormat } from './letter.js';

/** What a form gave back when the notice was handed in. */
export interface Receipt {
  /** The platform's number for it; empty where it gave none. */
  readonly reference: string;
  /** The words it showed. */
  readonly text: string;
  /** SHA-256 of a picture of what it showed, kept with the evidence. */
  readonly pictureDigest: string | null;
  /** It gave nothing at all: a fact for whoever supervises the platform (Art. 16(4) DSA asks for a confirmation). */
  readonly none: boolean;
}

/** A handing in as it is kept: who did it, and when they did (ISO 8601), which may be some time before they said so. */
export interface HandedIn extends Receipt {
  readonly by: string;
  readonly at: string;
}

/** The longest number and the longest text that are taken for a receipt, in characters. */
export const LONGEST_RECEIPT = { reference: 200, text: 10_000 } as const;

/** Why a form can no longer be handed in, by what became of it meanwhile. */
const OVER: Readonly<Record<string, string>> = {
  sent: 'delivery.handed-in-already',
  'called-back': 'delivery.called-back-meanwhile',
  failed: 'delivery.refused-by-form-already',
};

/** Refuses what is no form that waits for a person, telling what became of it. */
export function refuseUnlessWaiting({
  format,
  state,
}: {
  readonly format: LetterFormat;
  readonly state: string;
}): void {
  if (format !== 'form-sheet') throw new RuleViolation('delivery.no-form');
  if (state !== 'queued') throw new RuleViolation(OVER[state] ?? 'delivery.state-cannot-follow');
}

/** A receipt's number as numbers are compared: without the signs around it, in capitals. */
export const receiptNumber = (number: string): string =>
  number.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').toUpperCase();

const MINUTE = 60_000;

/** The receipt without spaces around it; refuses one that says nothing, and one that says both something and nothing. */
export function tidyReceipt({ reference, text, pictureDigest, none }: Receipt): Receipt {
  const tidy = { reference: reference.trim(), text: text.trim(), pictureDigest, none };
  const says = tidy.reference !== '' || tidy.text !== '' || pictureDigest !== null;
  if (!says && !none) throw new RuleViolation('receipt.missing');
  if (says && none) throw new RuleViolation('receipt.both');
  return tidy;
}

/**
 * The moment of handing in, given to the minute: not in the future, not before the notice was submitted, and never
 * earlier within that minute.
 */
export function handingInMoment(given: Date, submittedAt: Date, now: Date): Date {
  if (given > now) throw new RuleViolation('receipt.in-the-future');
  if (given.getTime() + MINUTE <= submittedAt.getTime()) throw new RuleViolation('receipt.before-submit');
  return given < submittedAt ? submittedAt : given;
}
