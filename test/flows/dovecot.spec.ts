import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { ImapFlow } from 'imapflow';
import { ImapMailbox } from '#adapters/mail/imap/imap-mailbox.js';
import { mailboxPlace } from '#adapters/mail/imap/mailbox-place.js';
import { PgMailboxCursors } from '#adapters/postgres/pg-mailbox-cursors.js';
import { NodeDigests } from '#adapters/system/node-digests.js';
import { RandomIdentities } from '#adapters/system/random-identities.js';
import { KeepMail } from '#application/correspondence/keep-mail.js';
import { Dovecot, whenDovecotIsThere } from '#test/setup/dovecot.js';
import { freshDatabase } from '#test/setup/fresh-database.js';
import { SendingDesk } from './sending/sending-desk.js';
import { until } from './sending/worker-process.js';

let desk: SendingDesk;

beforeAll(async () => {
  desk = await SendingDesk.open(await freshDatabase());
});

afterAll(() => desk.close());

describe('a real Dovecot', () => {
  whenDovecotIsThere(
    'has every mail read byte for byte while it comes, and nothing changed by the reading',
    async () => {
      const dovecot = await Dovecot.start();
      const { port, user, password } = dovecot;
      const account = { host: '127.0.0.1', port, secure: false, user, password, folder: 'INBOX' };
      const postman = new ImapFlow({ ...account, auth: { user, pass: password }, doSTARTTLS: false, logger: false });
      await postman.connect();
      await postman.append('INBOX', text(1), [], new Date('2026-11-01T07:30:00Z'));
      const keep = new KeepMail(desk.books, new RandomIdentities(), new NodeDigests());
      const troubles: unknown[] = [];
      const place = mailboxPlace(account, () => Promise.resolve('practice'));
      const mailbox = new ImapMailbox(place, new PgMailboxCursors(desk.db), (trouble) => troubles.push(trouble));
      await mailbox.start(async (mail) => void (await keep.run([mail])));
      await until(async () => (await texts()).length === 1);
      for (let n = 2; n <= 40; n += 1) await postman.append('INBOX', text(n));
      await until(async () => (await texts()).length === 40, 20_000);
      await mailbox.stop();

      expect(troubles).toEqual([]);
      expect(await texts()).toEqual(Array.from({ length: 40 }, (_, n) => text(n + 1)).sort());
      const [first]: unknown[] = await desk.db.query(
        'select received_at, received_source from messages order by received_at limit 1',
      );
      expect(first).toEqual({ received_at: new Date('2026-11-01T07:30:00Z'), received_source: 'server' });
      expect(await postman.status('INBOX', { messages: true, unseen: true })).toMatchObject({
        messages: 40,
        unseen: 40,
      });
      await postman.logout();
      await dovecot.stop();
    },
  );
});

const text = (n: number) => `From: post@practice.example\r\nSubject: answer ${n}\r\n\r\nNumber ${n}, caf\u00e9.\r\n`;

async function texts(): Promise<string[]> {
  const rows: { bytes: Buffer }[] = await desk.db.query('select bytes from message_bytes');
  return rows.map((row) => String(row.bytes)).sort();
}
