import { expect, test } from '@jest/globals';
import { searchCanaries } from '#test/faults/canary-faults.js';
import { freshDatabase } from '#test/setup/fresh-database.js';
import { SendingDesk } from './sending/sending-desk.js';

test('no planted secret and no planted name turns up where it does not belong, whatever goes wrong (F81)', async () => {
  const desk = await SendingDesk.open(await freshDatabase());
  const { places, found, statuses, neverKept } = await searchCanaries({ desk, next: counter() });
  await desk.close();
  expect(found).toEqual([]);
  expect(neverKept).toEqual([]);
  expect(statuses).toEqual(expect.arrayContaining([400, 403, 404, 409, 413, 422, 500, 503]));
  expect(places.length).toBeGreaterThan(30);
});

function counter(): () => number {
  let n = 0;
  return () => (n += 1);
}
