import type { Actor } from '../event.js';
import type { ReasonedGround } from '../ground/reasoned-ground.js';
import type { ChannelKind, LetterLanguage, Line, Manipulation, Measure, Origin, Regime } from './codes.js';
import { refuseMoving, type Wording } from './moving-text.js';
import { ofAnotherPlatform, type NoticeAnswers } from './notice-answers.js';

/** What a person writes in a notice besides its items; nothing of it can change once it is submitted. */
export interface NoticeContent {
  readonly platformCode: string | null;
  readonly channel: ChannelKind | null;
  readonly language: LetterLanguage;
  readonly measure: Measure;
  readonly manipulated: Manipulation;
  readonly category: string | null;
  readonly grounds: readonly ReasonedGround[];
  readonly submitterName: string;
  readonly submitterEmail: string;
  readonly answers: NoticeAnswers;
}

/**
 * What stands there once it is written anew; at another platform than before, answers given for that one are gone. `before`
 * has no content where it is written for the first time. Refuses as `refuseMoving`.
 */
export function rewritten(before: Partial<Wording>, next: Wording): NoticeContent {
  const { content, items = [] } = before;
  if (content !== undefined) refuseMoving(next, { content, items });
  const stays = (content?.platformCode ?? next.content.platformCode) === next.content.platformCode;
  return stays ? next.content : { ...next.content, answers: ofAnotherPlatform(next.content.answers) };
}

/** What a notice is from its first moment on. */
export interface NoticeIdentity {
  readonly id: string;
  readonly reference: string;
  readonly caseId: string | null;
  readonly regime: Regime;
  readonly origin: Origin;
  readonly line: Line;
}

/** When a notice began and by whom. */
export interface Begun {
  readonly at: Date;
  readonly by: Actor;
}
