import { afterAll, beforeAll, test } from '@jest/globals';
import { INTAKE_FAULTS } from '#test/faults/intake-faults.js';
import { freshDatabase } from '#test/setup/fresh-database.js';
import { SendingDesk } from './sending/sending-desk.js';

let desk: SendingDesk;
let n = 0;

beforeAll(async () => {
  desk = await SendingDesk.open(await freshDatabase());
});

afterAll(() => desk.close());

test.each(INTAKE_FAULTS.map((fault) => [fault.number, fault.says, fault] as const))('%s: %s', async (_, __, fault) => {
  await fault.run({ desk, times: 1, random: () => ((n * 7919) % 97) / 97, next: () => (n += 1) });
});
