/** What a letter is for: the notice itself, or the word that it should not have been sent. */
export const LETTER_PURPOSES = ['notice', 'withdrawal'] as const;
export type LetterPurpose = (typeof LETTER_PURPOSES)[number];

/** A letter as it will leave: rendered once, for the preview, and never again (design.md §3, promise 10). */
export interface Letter {
  /** SHA-256 of the bytes, hexadecimal; it stands in the form by which a person submits. */
  readonly digest: string;
  readonly noticeId: string;
  readonly purpose: LetterPurpose;
  /** The version of the notice it was rendered from; any later change makes it worthless. */
  readonly noticeVersion: number;
  /** The whole mail, header and body (RFC 5322). */
  readonly bytes: Uint8Array;
  readonly messageId: string;
  readonly replyToken: string;
  readonly sender: string;
  readonly recipient: string;
  readonly subject: string;
  /** The text part, for people to read. */
  readonly text: string;
  readonly renderedAt: Date;
}
