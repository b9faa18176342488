import type { Line } from '#domain/notice/codes.js';
import type { WrittenChoice } from '#domain/case/case-choice.js';

/** A saved view in a list. */
export interface ViewRow {
  readonly id: string;
  readonly name: string;
  /** The team it is of; null for a person's own. */
  readonly team: Line | null;
  readonly choice: WrittenChoice;
}

/** The views somebody has: their own by name, then those of their teams. */
export abstract class SavedViews {
  abstract of(userId: string, lines: readonly Line[]): Promise<readonly ViewRow[]>;
}
