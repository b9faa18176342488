import { findPost } from '../posts/posts.js';
import type { Post } from '../posts/post.js';
import { slugIn } from '../mail/understand.js';
import { DECISIONS, type AnswerKind } from './answer-kind.js';
import { scriptOf, type Script, type Step } from './scripts.js';

/** A step with the addresses its letter is about. */
export interface PlannedStep extends Step {
  readonly urls: readonly string[];
}

/** The posts of ours among the addresses, each once. */
export function postsIn(urls: readonly string[]): readonly Post[] {
  const posts = urls.flatMap((url) => findPost(slugIn(url) ?? '') ?? []);
  return [...new Set(posts)];
}

/**
 * What a notice leads to. One post: its script. Several addresses: the script of the first post, its decision made
 * `mixed` (or a letter each). No address of ours: a question; only addresses we do not have: not found.
 */
export function planAnswers(urls: readonly string[]): readonly PlannedStep[] {
  const [first] = postsIn(urls);
  if (!first) return (urls.length === 0 ? NO_ADDRESS : NO_POST).map((step) => ({ ...step, urls }));
  const script = scriptOf(first.script);
  if (urls.length === 1) return script.steps.map((step) => ({ ...step, urls }));
  return script.steps.flatMap((step) => spread(step, script, urls));
}

/** What the platform decides about one address, by the script of its post. */
export function decisionAbout(url: string): AnswerKind {
  const post = findPost(slugIn(url) ?? '');
  if (!post) return 'not-found';
  return scriptOf(post.script).steps.find((step) => DECISIONS.includes(step.kind))?.kind ?? 'under-review';
}

const NO_ADDRESS: readonly Step[] = [
  { kind: 'question', after: 'receipt' },
  { kind: 'insufficient', after: 'patience', unlessReplied: true },
];

const NO_POST: readonly Step[] = [
  { kind: 'receipt', after: 'receipt' },
  { kind: 'not-found', after: 'decision' },
];

function spread(step: Step, script: Script, urls: readonly string[]): PlannedStep[] {
  if (step.kind === 'reversed') return [{ ...step, urls: urls.slice(0, 1) }];
  if (!DECISIONS.includes(step.kind) || step.unlessReplied) return [{ ...step, urls }];
  if (script.eachAlone) return urls.map((url) => ({ ...step, kind: decisionAbout(url), urls: [url] }));
  return [{ ...step, kind: 'mixed', urls }];
}
