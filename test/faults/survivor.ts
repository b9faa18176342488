import type { MailRoute } from '#adapters/mail/smtp/mail-route.js';
import { SmtpTransport } from '#adapters/mail/smtp/smtp-transport.js';
import { PgDueDeliveries } from '#adapters/postgres/pg-due-deliveries.js';
import { NodeDigests } from '#adapters/system/node-digests.js';
import { SendDelivery } from '#application/correspondence/send-delivery.js';
import { SendDueDeliveries } from '#application/correspondence/send-due-deliveries.js';
import type { SendingDesk } from '#test/flows/sending/sending-desk.js';

/** A sender in this process; `but` says how it reaches the server instead. */
export function aSender(desk: SendingDesk, port: number, but: Partial<MailRoute> = {}): SendDueDeliveries {
  const route = () => Promise.resolve({ host: '127.0.0.1', port, ignoreTLS: true, name: 'desk.example', ...but });
  const transport = new SmtpTransport(route, { connecting: 5000, answer: 5000, whole: 30_000 });
  return new SendDueDeliveries(
    desk.books,
    new PgDueDeliveries(desk.db),
    new SendDelivery(desk.books, transport, new NodeDigests()),
  );
}

/** One turn of a sender: settles what was left behind and sends what is due; answers the troubles it told of. */
export async function turn(sender: SendDueDeliveries): Promise<unknown[]> {
  const troubles: unknown[] = [];
  await sender.run((trouble) => troubles.push(trouble));
  await sender.finished();
  return troubles;
}

/** Another sender has its turn, without any trouble. */
export async function survivor(desk: SendingDesk, port: number): Promise<void> {
  const troubles = await turn(aSender(desk, port));
  if (troubles.length > 0) throw troubles[0];
}
