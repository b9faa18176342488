import { SmtpSink } from '#test/fakes/smtp-sink.js';
import { type Fault, type Ground, holds } from './fault.js';
import { KILLS, killSender } from './killed-sender.js';
import { StruckSender } from './strike.js';
import { survivor } from './survivor.js';

/** Longer than a lease (LEASE_SECONDS), so that the sleeper's own clock tells it too. */
const LONG_SLEEP_MS = 122_000;

/** The part of the plan about our own senders. */
export const SENDER_FAULTS: readonly Fault[] = [
  ...KILLS.map((kill) => ({
    number: 'F02',
    says: `kill -9 of the sender at ${kill.at}: no second mail, the delivery ends as ${kill.ends.join(' or ')}`,
    run: async (ground: Ground) => {
      for (let time = 0; time < ground.times; time += 1) await killSender(ground, kill);
    },
  })),
  { number: 'F04', says: 'a sender stopped before the offer wakes up: no write, no mail', run: sleeperBeforeOffer },
  {
    number: 'F04',
    says: 'a sender stopped between the record and DATA for longer than its lease: no mail',
    run: longSleeper,
  },
  { number: 'F05', says: 'two senders at once: each of sixty letters leaves once', run: twoSenders },
];

async function sleeperBeforeOffer({ desk, next }: Ground): Promise<void> {
  const { deliveryId } = await desk.wait(next());
  const sink = await SmtpSink.open();
  const sleeper = StruckSender.at(desk, sink.port, 'recipient-accepted', 'SIGSTOP');
  await sleeper.stopped();
  await desk.letTimePass(deliveryId);
  await survivor(desk, sink.port);
  const before = JSON.stringify([await desk.standing(deliveryId), await desk.history(deliveryId)]);
  sleeper.wake();
  await sleeper.gone();
  await sink.close();
  holds(sink.arrived.length === 1, `${sink.arrived.length} mails`);
  holds(
    JSON.stringify([await desk.standing(deliveryId), await desk.history(deliveryId)]) === before,
    'the sleeper wrote',
  );
}

async function longSleeper({ desk, next }: Ground): Promise<void> {
  const { deliveryId } = await desk.wait(next());
  const sink = await SmtpSink.open();
  const sleeper = StruckSender.at(desk, sink.port, 'body-offered', 'SIGSTOP');
  await sleeper.stopped();
  await new Promise((resolve) => setTimeout(resolve, LONG_SLEEP_MS));
  await survivor(desk, sink.port);
  sleeper.wake();
  await sleeper.gone();
  await sink.close();
  holds(sink.arrived.length === 0, 'the sleeper sent');
  holds((await desk.standing(deliveryId)).state === 'unknown', 'it is not unknown');
}

async function twoSenders({ desk, next }: Ground): Promise<void> {
  const sink = await SmtpSink.open();
  for (let i = 0; i < 60; i += 1) await desk.wait(next());
  const senders = [1, 2].map(() => StruckSender.at(desk, sink.port, 'never'));
  await Promise.all(senders.map((sender) => sender.gone()));
  for (let i = 0; i < 60 && sink.arrived.length < 60; i += 1) await survivor(desk, sink.port);
  await sink.close();
  const letters = new Set(sink.arrived.map((mail) => String(mail.bytes)));
  holds(sink.arrived.length === 60 && letters.size === 60, `${sink.arrived.length} mails, ${letters.size} letters`);
}
