import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';
import type { HeldPost } from '#application/access/answered-posts.js';

const UNDER_WAY = new AsyncLocalStorage<HeldPost>();

/** Runs what a form asks for, so that the transactions within know of the form. */
export const underWay = <T>(held: HeldPost, run: () => T): T => UNDER_WAY.run(held, run);

/** Runs what is no part of doing the form: a refusal that is recorded does not make it done. */
export const withoutPost = <T>(run: () => T): T => UNDER_WAY.exit(run);

/**
 * Writes in the transaction of `tx` that the form under way has changed something: after a lost commit the row alone tells
 * whether it happened. Refuses, and so undoes the transaction, when another has taken the form over meanwhile.
 */
export async function noteEffect(tx: EntityManager): Promise<void> {
  const held = UNDER_WAY.getStore();
  if (!held) return;
  const noted: unknown[] = await tx.query(
    `with noted as (update answered_posts set has_effect = true where id = $1 and fence = $2 returning 1)
     select * from noted`,
    [held.id, held.fence],
  );
  if (noted.length === 0) throw new Error('this form was taken over by a later request');
}
