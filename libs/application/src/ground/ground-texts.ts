import type { ExplanationVersion } from '#domain/ground/explanation-version.js';
import type { Keyword } from '#domain/ground/keyword.js';
import type { LetterLanguage } from '#domain/notice/codes.js';

/** A wording with the name of whoever wrote it; null where the pack did. */
export interface WordedVersion extends ExplanationVersion {
  readonly author: string | null;
}

/** What stands beside the grounds: wordings of their templates, keywords, how often each ground was relied on. */
export abstract class GroundTexts {
  /** The wording in use; refuses `explanation.unknown`. */
  abstract current(ground: string, language: LetterLanguage): Promise<ExplanationVersion>;
  /** All wordings of a ground in both languages, the newest first. */
  abstract history(ground: string): Promise<readonly WordedVersion[]>;
  abstract keyword(code: string): Promise<Keyword | null>;
  /** How many of the latest notices rely on each ground. */
  abstract use(): Promise<ReadonlyMap<string, number>>;
}
