import { SmtpSink } from '#test/fakes/smtp-sink.js';
import type { Standing, Waiting } from '#test/flows/sending/sending-desk.js';
import { type Ground, holds } from './fault.js';
import { survivor } from './survivor.js';
import { StruckSender } from './strike.js';

/** Where the sender is killed, and how its delivery must stand once a survivor has had its turn. */
export const KILLS = [
  { at: 'after-lease', ends: ['sent'] },
  { at: 'connected', ends: ['sent'] },
  { at: 'recipient-accepted', ends: ['sent'] },
  { at: 'body-offered', ends: ['unknown'] },
  { at: 'in-body', ends: ['unknown'] },
  { at: 'after-dot', ends: ['unknown'] },
  { at: 'after-250', ends: ['unknown'] },
  { at: 'after-commit', ends: ['sent'] },
  { at: 'any-moment', ends: ['sent', 'unknown'] },
] as const;
export type Kill = (typeof KILLS)[number];

/** Kills a real sender there, lets time pass, lets another sender have its turn, and asks what the platform got. */
export async function killSender({ desk, random, next }: Ground, { at, ends }: Kill): Promise<void> {
  const waiting = await desk.wait(next(), { padding: at === 'in-body' ? 600_000 : 20_000 });
  const sink = await SmtpSink.open();
  try {
    await strike(sink, desk.url, at, random);
    await desk.letTimePass(waiting.deliveryId);
    sink.play({});
    await survivor(desk, sink.port);
    await survivor(desk, sink.port);
    judge(sink, waiting, await desk.standing(waiting.deliveryId), ends);
  } finally {
    await sink.close();
  }
}

/** From inside at the fail points, from outside where only the other server knows how far it is. */
async function strike(sink: SmtpSink, url: string, at: Kill['at'], random: () => number): Promise<void> {
  const outside = at === 'in-body' || at === 'after-dot' || at === 'any-moment';
  const sender = StruckSender.begin({ url, port: sink.port, at: outside ? 'never' : at, signal: 'SIGKILL' });
  const killed = async () => {
    sender.kill();
    await sender.gone();
  };
  if (at === 'in-body') sink.play({ body: killed });
  if (at === 'after-dot') sink.play({ dot: killed });
  if (at === 'any-moment')
    await sender
      .begun()
      .then(() => pause(random() * 120))
      .then(killed);
  await sender.gone();
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The oracle: never a second mail, the bytes as approved, `sent` only with a mail, and unknown where it must be. */
function judge(sink: SmtpSink, waiting: Waiting, { state }: Standing, ends: readonly string[]): void {
  const { length } = sink.arrived;
  holds(length <= 1, `${length} mails for one delivery`);
  holds(
    sink.arrived.every((mail) => mail.bytes.equals(waiting.bytes)),
    'the mail is not the letter',
  );
  holds(ends.includes(state), `the delivery is ${state}, not ${ends.join(' or ')}`);
  holds(state !== 'sent' || length === 1, 'sent, but no mail arrived');
}
