import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ImapMailbox } from '#adapters/mail/imap/imap-mailbox.js';
import { mailboxPlace } from '#adapters/mail/imap/mailbox-place.js';
import { PgMailboxCursors } from '#adapters/postgres/pg-mailbox-cursors.js';
import { NodeDigests } from '#adapters/system/node-digests.js';
import { RandomIdentities } from '#adapters/system/random-identities.js';
import { KeepMail } from '#application/correspondence/keep-mail.js';
import type { ArrivedMail } from '#application/correspondence/mail-source.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { ImapServer } from '#test/fakes/imap-server.js';
import { freshDatabase } from '#test/setup/fresh-database.js';
import { SendingDesk } from './sending/sending-desk.js';
import { until } from './sending/worker-process.js';

const QUICK = { look: 300, compare: 3_600_000, again: 50 };

let desk: SendingDesk;
let server: ImapServer;
let mailbox: ImapMailbox;
let troubles: unknown[];
let keep: KeepMail;

beforeAll(async () => {
  desk = await SendingDesk.open(await freshDatabase());
  keep = new KeepMail(desk.books, new RandomIdentities(), new NodeDigests());
});

afterAll(() => desk.close());

beforeEach(async () => {
  server = await ImapServer.open();
});

afterEach(async () => {
  await mailbox.stop();
  await server.close();
  await desk.db.query('delete from mailbox_cursors');
  await desk.db.query('delete from mailbox_mails');
});

const take = async (mail: ArrivedMail) => void (await keep.run([mail]));

function reader(rhythm = QUICK): ImapMailbox {
  troubles = [];
  const settings = {
    host: '127.0.0.1',
    port: server.port,
    secure: false,
    user: 'meldpunt',
    password: 'x',
    folder: 'INBOX',
  };
  const place = mailboxPlace(settings, () => Promise.resolve('practice'));
  mailbox = new ImapMailbox(place, new PgMailboxCursors(desk.db), (trouble) => troubles.push(trouble), rhythm);
  return mailbox;
}

const text = (n: string) => `From: post@practice.example\r\nSubject: ${n}\r\n\r\nAnswer ${n}.\r\n`;

async function kept(bytes: Buffer): Promise<{ received_at: Date; source: string } | undefined> {
  const rows: { received_at: Date; source: string }[] = await desk.db.query(
    'select received_at, source from messages join message_bytes using (digest) where bytes = $1',
    [bytes],
  );
  return rows[0];
}

const isKept = (bytes: Buffer) => async () => (await kept(bytes)) !== undefined;

describe('a mailbox over IMAP', () => {
  test('gives what is there and what comes, byte for byte, with the time its server received it', async () => {
    const first = server.arrive(3, text('first'), '01-Nov-2026 08:30:00 +0100');
    await reader().start(take);
    await until(isKept(first));
    const second = server.arrive(9, text('second'));
    await until(isKept(second));

    expect(await kept(first)).toEqual({ source: 'imap', received_at: new Date('2026-11-01T07:30:00Z') });
    expect(server.changes).toEqual([]);
  });

  test('is read again from where it was, and gives nothing twice', async () => {
    const first = server.arrive(1, text('once'));
    await reader().start(take);
    await until(isKept(first));
    await mailbox.stop();
    let given = 0;
    await reader().start((mail) => take(mail).then(() => void (given += 1)));
    const later = server.arrive(2, text('later'));
    await until(isKept(later));

    expect(given).toBe(1);
  });

  test('keeps its cursor while a mail cannot be kept, and gives that mail again', async () => {
    const mail = server.arrive(4, text('stubborn'));
    let tries = 0;
    await reader().start(async (one) => {
      tries += 1;
      if (tries < 3) throw new Error('the database is away');
      await take(one);
    });
    await until(isKept(mail));

    expect(tries).toBe(3);
    expect(await desk.db.query('select last_uid from mailbox_cursors')).toEqual([{ last_uid: '4' }]);
  });

  test('whose line breaks in the middle of a mail gives it whole the next time', async () => {
    server.breakIn = 2;
    const [one, two, three] = [1, 2, 3].map((uid) => server.arrive(uid, text(`broken ${uid}`.padEnd(4000, '.'))));
    await reader().start(take);

    for (const mail of [one!, two!, three!]) await until(isKept(mail));
  });

  test('that lists a mail and does not give it is asked three times and told of, and the others come in', async () => {
    server.withheld.add(5);
    const held = server.arrive(5, text('withheld'));
    const other = server.arrive(6, text('other'));
    await reader().start(take);
    await until(isKept(other));
    await until(() => troubles.length > 0);

    expect(troubles[0]).toEqual(new RuleViolation('imap.mail-missing', { mails: 1 }));
    server.withheld.clear();
    await mailbox.stop();
    await reader().start(take);
    await until(isKept(held));
  });

  test('that its server renumbered is read anew without keeping anything twice', async () => {
    const mail = server.arrive(8, text('renumbered'));
    await reader().start(take);
    await until(isKept(mail));
    server.uidValidity = 8;
    server.mails = [];
    server.arrive(1, text('renumbered'));
    const fresh = server.arrive(2, text('after the renumbering'));
    server.drop();
    await until(isKept(fresh));

    const counted: unknown = await desk.db.query(
      `select count(*) from messages join message_bytes using (digest) where bytes = $1`,
      [mail],
    );
    expect(counted).toEqual([{ count: '1' }]);
  });

  test('whose server is away is reached again when it is back', async () => {
    await reader().start(take);
    await until(() => server.logins === 1);
    server.drop();
    const mail = server.arrive(1, text('back'));

    await until(isKept(mail));
    expect(server.logins).toBe(2);
  });

  test('that refuses the password is left alone after three tries, lest the account be locked', async () => {
    server.isLocked = true;
    await reader().start(take);
    await until(() => server.logins === 3);
    await new Promise((resolve) => setTimeout(resolve, 600));

    expect(server.logins).toBe(3);
  });
});
