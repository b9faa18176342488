import type { AnswerKind } from '../scripts/answer-kind.js';

/**
 * One way to say it: subject first, then paragraphs. Places in braces are filled in: `{item}` and `{Item}` (the post,
 * with or without its address), `{ticket}`, `{link}` (a page of the practice platform).
 */
export type Variant = readonly [subject: string, ...paragraphs: string[]];
export type Words = Readonly<Partial<Record<AnswerKind, readonly Variant[]>>>;
