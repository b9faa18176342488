import type { LetterLanguage } from '../notice/codes.js';
import type { Answers } from './element-question.js';

/** A legal ground relied on, with the reasons why its elements are met (Art. 16(2)(a)). */
export interface ReasonedGround {
  readonly code: string;
  readonly explanation: string;
  /** Ids of the items it is relied on for; none, or absent: all of them. */
  readonly items?: readonly string[];
  /** What was answered to the ground's questions; absent where the reasons were written freely. */
  readonly answers?: Answers;
  /** The wording the reasons were built with; later wordings change nothing here. */
  readonly template?: { readonly language: LetterLanguage; readonly version: number };
}

/** The grounds as written, each with the answers it was built from as long as it is the same ground. */
export function keepingAnswers(
  written: readonly ReasonedGround[],
  present: readonly ReasonedGround[],
): ReasonedGround[] {
  return written.map((ground) => {
    const earlier = present.find(({ code }) => code === ground.code);
    return { ...(earlier ? builtFrom(earlier) : {}), ...ground };
  });
}

/** The grounds with the reasons of one of them put in place of what stood there. */
export const withReasons = (grounds: readonly ReasonedGround[], reasons: ReasonedGround): ReasonedGround[] =>
  grounds.map((ground) =>
    ground.code === reasons.code ? { ...(ground.items ? { items: ground.items } : {}), ...reasons } : ground,
  );

const builtFrom = ({ answers, template, items }: ReasonedGround) => ({
  ...(items ? { items } : {}),
  ...(answers ? { answers } : {}),
  ...(template ? { template } : {}),
});
