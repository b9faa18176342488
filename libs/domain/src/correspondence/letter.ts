import type { MandateKind } from '../case/case-file.js';

/** What a letter is for: the notice itself, or the word that it should not have been sent. */
export const LETTER_PURPOSES = ['notice', 'withdrawal'] as const;
export type LetterPurpose = (typeof LETTER_PURPOSES)[number];

/** What a letter is made of, so that it suits the channel it leaves by: a mail, the sheet of a form, a report by program. */
export const LETTER_FORMATS = ['mail', 'form-sheet', 'mastodon-report', 'bluesky-report'] as const;
export type LetterFormat = (typeof LETTER_FORMATS)[number];

/** What a letter claims of the person affected; their case may take it back without the notice being touched. */
export interface LetterClaims {
  /** The authority on which it speaks for them; null where it says none. */
  readonly mandate: Exclude<MandateKind, 'none'> | null;
  /** That they are a minor. */
  readonly concernsMinor: boolean;
}

/** What a withdrawal claims, and most notices. */
export const NO_CLAIMS: LetterClaims = { mandate: null, concernsMinor: false };

/** Whether one letter and another claim the same. */
export const claimsAlike = (one: LetterClaims, other: LetterClaims): boolean =>
  one.mandate === other.mandate && one.concernsMinor === other.concernsMinor;

/** A letter as it will leave: rendered once, for the preview, and never again (design.md §3, promise 10). */
export interface Letter {
  /** SHA-256 of the bytes, hexadecimal; it stands in the form by which a person submits. */
  readonly digest: string;
  readonly noticeId: string;
  readonly purpose: LetterPurpose;
  readonly format: LetterFormat;
  /** The version of the notice it was rendered from; any later change makes it worthless. */
  readonly noticeVersion: number;
  /** Of a mail header and body (RFC 5322), of a form's sheet its fields (`form-sheet.ts`), else the request's body. */
  readonly bytes: Uint8Array;
  readonly messageId: string;
  readonly replyToken: string;
  readonly sender: string;
  /** Mail address, address of the form, or where the platform takes reports. */
  readonly recipient: string;
  readonly subject: string;
  readonly claims: LetterClaims;
  /** The same in words, for people to read. */
  readonly text: string;
  readonly renderedAt: Date;
}
