import { Recanonicalise } from '#application/notice/recanonicalise.js';
import type { Desk } from '../desk.js';
import { ok, warn, type Found } from './finding.js';

/** So many of the oldest addresses tell whether stored forms are of older rules. */
const LOOKED_AT = 1_000;

/** Whether an earlier notice about an address is still found by it. */
export async function addressesCheck(desk: Desk): Promise<Found> {
  const { read, stale } = await (await desk.get(Recanonicalise)).stale(LOOKED_AT);
  if (stale === 0) return ok(`the ${read} oldest addresses are stored as they are compared`);
  const detail = `${stale} of the ${read} oldest addresses are stored in an older form, so earlier notices may be missed`;
  return warn(detail, 'run "seinpost recanonicalise"');
}
