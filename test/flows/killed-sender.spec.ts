import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SmtpSink } from '#test/fakes/smtp-sink.js';
import type { FailPoint } from '#test/faults/sender-process.js';
import type { Ground } from '#test/faults/fault.js';
import { KILLS, killSender } from '#test/faults/killed-sender.js';
import { StruckSender } from '#test/faults/strike.js';
import { survivor } from '#test/faults/survivor.js';
import { freshDatabase } from '#test/setup/fresh-database.js';
import { SendingDesk } from './sending/sending-desk.js';

let desk: SendingDesk;
let ground: Ground;
let n = 0;

beforeAll(async () => {
  desk = await SendingDesk.open(await freshDatabase());
  ground = { desk, times: 3, next: () => (n += 1), random: () => ((n * 7919) % 97) / 97 };
});

afterAll(() => desk.close());

describe('a sender that is killed', () => {
  test.each(KILLS.map((kill) => [kill.at, kill.ends.join(' or '), kill] as const))(
    'at %s never sends twice: the delivery ends as %s',
    async (_, __, kill) => {
      for (let time = 0; time < ground.times; time += 1) await killSender(ground, kill);
    },
  );
});

describe('a sender that is stopped and wakes up when its delivery is somebody else’s', () => {
  test.each(['after-lease', 'connected', 'recipient-accepted'] as FailPoint[])(
    'at %s sends nothing more',
    async (at) => {
      const waiting = await desk.wait(ground.next());
      const sink = await SmtpSink.open();
      const zombie = StruckSender.at(desk, sink.port, at, 'SIGSTOP');
      await zombie.stopped();
      await desk.letTimePass(waiting.deliveryId);
      await survivor(desk, sink.port);
      const before = await desk.standing(waiting.deliveryId);
      const history = await desk.history(waiting.deliveryId);

      zombie.wake();
      await zombie.gone();

      expect(before).toMatchObject({ state: 'sent', fence: 2 });
      expect(await desk.standing(waiting.deliveryId)).toEqual(before);
      expect(await desk.history(waiting.deliveryId)).toEqual(history);
      expect(sink.arrived).toHaveLength(1);
      await sink.close();
    },
  );
});

test('two senders at once send each of thirty letters once', async () => {
  const sink = await SmtpSink.open();
  const waiting = [];
  for (let i = 0; i < 30; i += 1) waiting.push(await desk.wait(ground.next()));

  const senders = [1, 2].map(() => StruckSender.at(desk, sink.port, 'never'));
  await Promise.all(senders.map((sender) => sender.gone()));
  while (sink.arrived.length < 30) await survivor(desk, sink.port);

  const subjects = sink.arrived.map((mail) => String(mail.bytes).split('\r\n')[0]);
  expect(new Set(subjects).size).toBe(30);
  expect(subjects).toHaveLength(30);
  for (const { deliveryId } of waiting) expect((await desk.standing(deliveryId)).state).toBe('sent');
  await sink.close();
});
