import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SettingsMailProbe } from '#adapters/mail/settings-mail-probe.js';
import type { MailServer } from '#adapters/settings/settings.js';
import type { MailWay } from '#application/correspondence/mail-probe.js';
import { FakeInstallation } from '#test/fakes/fake-installation.js';
import { ImapServer } from '#test/fakes/imap-server.js';
import { SmtpSink } from '#test/fakes/smtp-sink.js';

let sink: SmtpSink;
let mailbox: ImapServer;

beforeAll(async () => {
  [sink, mailbox] = [await SmtpSink.open(), await ImapServer.open()];
});
afterAll(async () => {
  await sink.close();
  await mailbox.close();
});

const server = (port: number, but: Partial<MailServer> = {}): MailServer => ({
  ...{ host: '127.0.0.1', port, secure: false, ...but },
});
function tried(way: MailWay, place: MailServer): Promise<string> {
  const settings = { mailDomain: 'seinpost.test', practiceMailPort: 0, [way]: { ...place, folder: 'INBOX' } };
  return new SettingsMailProbe(settings, new FakeInstallation()).try(way);
}
const LOGIN = { user: 'desk', password: 'geheim' };

test('servers that take us in are fine, and nothing is sent or changed', async () => {
  expect(await tried('smtp', server(sink.port))).toBe('fine');
  expect(await tried('imap', server(mailbox.port, LOGIN))).toBe('fine');
  expect([sink.arrived, sink.moments, mailbox.changes]).toEqual([[], ['connect'], []]);
});

test('what is in the way is told apart', async () => {
  expect(await tried('smtp', server(sink.port, LOGIN))).toBe('sign-in');
  expect(await tried('smtp', server(1))).toBe('refused');
  expect(await tried('imap', server(1, LOGIN))).toBe('refused');
  expect(await tried('smtp', server(25, { host: '192.0.2.1' }))).toBe('not-loopback');
  expect(await tried('smtp', server(sink.port, { secure: true }))).toBe('tls');
  mailbox.isLocked = true;
  expect(await tried('imap', server(mailbox.port, LOGIN))).toBe('sign-in');
});

test('of a password only whether there is one is told', () => {
  const settings = { mailDomain: 'x', practiceMailPort: 0, smtp: server(25, LOGIN) };
  const place = new SettingsMailProbe(settings, new FakeInstallation()).place('smtp');
  expect(place).toMatchObject({ user: 'desk', hasPassword: true });
  expect(JSON.stringify(place)).not.toContain('geheim');
});
