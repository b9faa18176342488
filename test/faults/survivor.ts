import { SmtpTransport } from '#adapters/mail/smtp/smtp-transport.js';
import { PgDueDeliveries } from '#adapters/postgres/pg-due-deliveries.js';
import { NodeDigests } from '#adapters/system/node-digests.js';
import { SendDelivery } from '#application/correspondence/send-delivery.js';
import { SendDueDeliveries } from '#application/correspondence/send-due-deliveries.js';
import type { SendingDesk } from '#test/flows/sending/sending-desk.js';

/** Another sender has its turn: settles what was left behind and sends what is due. */
export async function survivor(desk: SendingDesk, port: number): Promise<void> {
  const route = () => Promise.resolve({ host: '127.0.0.1', port, ignoreTLS: true, name: 'desk.example' });
  const transport = new SmtpTransport(route, { connecting: 2000, answer: 2000, whole: 20_000 });
  const send = new SendDelivery(desk.books, transport, new NodeDigests());
  const due = new SendDueDeliveries(desk.books, new PgDueDeliveries(desk.db), send);
  const troubles: unknown[] = [];
  await due.run((trouble) => troubles.push(trouble));
  await due.finished();
  if (troubles.length > 0) throw troubles[0];
}
