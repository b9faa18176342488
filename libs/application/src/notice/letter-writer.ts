import type { Organisation } from '#domain/access/organisation.js';
import type { LetterPurpose } from '#domain/correspondence/letter.js';
import type { LegalGround } from '#domain/ground/legal-ground.js';
import type { Notice } from '#domain/notice/notice.js';
import type { Platform } from '#domain/provider/platform.js';

/** Everything a letter may say; nothing personal of anybody is among it. */
export interface LetterFacts {
  readonly purpose: LetterPurpose;
  readonly notice: Notice;
  readonly organisation: Organisation;
  readonly platform: Platform;
  readonly grounds: readonly LegalGround[];
  readonly recipient: string;
  readonly replyToken: string;
  readonly at: Date;
}

/** A letter as a whole mail. */
export interface WrittenLetter {
  readonly bytes: Uint8Array;
  readonly digest: string;
  readonly messageId: string;
  readonly sender: string;
  readonly subject: string;
  readonly text: string;
}

/** Writes letters from templates; a missing fact is an error, never a gap in the letter. */
export abstract class LetterWriter {
  abstract write(facts: LetterFacts): Promise<WrittenLetter>;
}
