import type { Organisation } from '#domain/access/organisation.js';
import type { LetterClaims, LetterFormat, LetterPurpose } from '#domain/correspondence/letter.js';
import type { LegalGround } from '#domain/ground/legal-ground.js';
import type { ReasonedGround } from '#domain/ground/reasoned-ground.js';
import type { LetterLanguage } from '#domain/notice/codes.js';
import type { Notice } from '#domain/notice/notice.js';
import type { Channel, Platform } from '#domain/provider/platform.js';

/** A file that goes along with a letter. */
export interface Enclosure {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Everything a letter may say; of a person only what somebody ticked for it. */
export interface LetterFacts extends LetterClaims {
  readonly purpose: LetterPurpose;
  readonly notice: Notice;
  readonly organisation: Organisation;
  readonly platform: Platform;
  /** The one it leaves by. */
  readonly channel: Channel;
  readonly grounds: readonly LegalGround[];
  /** What somebody ticked to go along, in the order in which they did. */
  readonly enclosures: readonly Enclosure[];
  /** The reasons as they stand in a language other than the notice's own. */
  readonly reasonsIn: Readonly<Partial<Record<LetterLanguage, readonly ReasonedGround[]>>>;
  readonly replyToken: string;
  readonly at: Date;
}

/** A letter with what stands on its envelope. */
export interface WrittenLetter {
  readonly format: LetterFormat;
  readonly bytes: Uint8Array;
  readonly digest: string;
  readonly messageId: string;
  readonly sender: string;
  /** The channel's address, or where the notice's own content says that reports go (`Letter`). */
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
}

/** Writes letters in the format of their channel; a missing fact is an error, never a gap in the letter. */
export abstract class LetterWriter {
  abstract write(facts: LetterFacts): Promise<WrittenLetter>;
}
