import type { HelpLine } from '#domain/case/help-line.js';

/** Whom to call in the organisation's country. */
export abstract class HelpLines {
  abstract all(): Promise<readonly HelpLine[]>;
}
