import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MastodonServer } from '#test/fakes/mastodon-server.js';
import { API_FAULTS, API_KILLS, killApiSender, reportWaits } from '#test/faults/api-faults.js';
import type { Ground } from '#test/faults/fault.js';
import { StruckSender } from '#test/faults/strike.js';
import { freshDatabase } from '#test/setup/fresh-database.js';
import { SendingDesk } from './sending/sending-desk.js';

let desk: SendingDesk;
let ground: Ground;
let n = 0;

beforeAll(async () => {
  desk = await SendingDesk.open(await freshDatabase());
  ground = { desk, times: 2, next: () => (n += 1), random: () => ((n * 7919) % 97) / 97 };
});
afterAll(() => desk.close());

describe('a sender of reports that is killed', () => {
  test.each(API_KILLS.map((kill) => [kill.at, kill.ends.join(' or '), kill] as const))(
    'at %s never posts twice: the delivery ends as %s',
    async (_, __, kill) => {
      for (let time = 0; time < ground.times; time += 1) await killApiSender(ground, kill);
    },
  );
});

describe('a server of reports that misbehaves', () => {
  const faults = API_FAULTS.filter(({ number }) => number !== 'F02');

  test.each(faults.map((fault) => [fault.number, fault.says, fault] as const))('%s: %s', async (_, __, fault) => {
    await fault.run(ground);
  });
});

test('the number the server gave is kept with the delivery, and nothing by which we signed in', async () => {
  const server = await new MastodonServer().open();
  const { deliveryId } = await reportWaits(desk, server, ground.next());
  const sender = StruckSender.begin({
    url: desk.url,
    port: 1,
    at: 'never',
    signal: 'SIGKILL',
    instance: server.origin,
  });
  await sender.gone();
  const [row] = await desk.db.query<object[]>(
    'select state, their_reference, server_answer from deliveries where id = $1',
    [deliveryId],
  );
  expect(row).toEqual({ state: 'sent', their_reference: '48914', server_answer: '200' });
  expect(await desk.standing(deliveryId)).toMatchObject({ notice: 'sent' });
  await server.close();
});
