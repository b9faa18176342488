import { postedOf } from '../ground/ground-items.js';
import { assertValidFor } from '../ground/in-force.js';
import type { LegalGround } from '../ground/legal-ground.js';
import type { Notice } from './notice.js';

/**
 * Refuses as `assertValidFor` a ground that was not the law for what the notice relies on it for. `known` are its grounds
 * in their order; `today` is an ISO day.
 */
export function assertInForce(
  { content, items }: Pick<Notice, 'content' | 'items'>,
  known: readonly LegalGround[],
  today: string,
): void {
  content.grounds.forEach((ground, index) => assertValidFor(known[index]!, postedOf(ground, items), today));
}
