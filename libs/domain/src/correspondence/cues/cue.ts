import type { DecisionCode } from '../../outcome/outcome-code.js';
import { joined } from '../said.js';

/** What one clause can say; `not-acted` is "we did nothing" without a judgement, which any clearer reason replaces. */
export type Verdict = DecisionCode | 'not-acted';

/** One way of saying a verdict. Patterns look at plain words (sentences.ts), one clause at a time, in linear time. */
export interface Cue {
  readonly verdict: Verdict;
  /** Names the rule in `because`. */
  readonly rule: string;
  readonly pattern: RegExp;
  /** True when a condition in the same clause does not weaken it ("only the person concerned may report"). */
  readonly unconditional?: boolean;
  /** Takes the hit back when it stands in the words that matched. */
  readonly unless?: RegExp;
}

/** What a notice is about, in the words platforms use. */
export const THING = joined`
  (?:content|contents|post|posts|posting|video|videos|image|images|photo|photos|picture|pictures|comment
  |comments|message|tweet|page|listing|ad|item|items|material|url|urls|link|links|story|reel|clip|file|files
  |entry|pin|thread|review|product|website|upload|media|information|it|they|them|these|this|those|all|both)
`;
