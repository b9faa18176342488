import { afterAll, describe, expect, test } from '@jest/globals';
import { MailUnreadable } from '#application/correspondence/mail-parser.js';
import { ChildMailParser } from './child-mail-parser.js';

const parser = new ChildMailParser();
afterAll(() => parser.close());

const HEAD =
  'From: Desk <desk@platform.example>\r\nTo: a@b.example\r\nSubject: x\r\nMessage-ID: <1@x>\r\nDate: Mon, 16 Nov 2026 10:00:00 +0100\r\n';
const parse = (text: string | Buffer) => parser.parse(Buffer.from(text as string, 'latin1'));

describe('a mail taken apart in a child process', () => {
  test('comes back as plain facts', async () => {
    const mail = await parse(`${HEAD}In-Reply-To: <our@id>\r\nReferences: <a@b> <our@id>\r\n\r\nHello\r\nthere\r\n`);
    expect(mail).toMatchObject({
      from: [{ name: 'Desk', address: 'desk@platform.example' }],
      messageId: '<1@x>',
      inReplyTo: ['<our@id>'],
      references: ['<a@b>', '<our@id>'],
      text: 'Hello\nthere\n',
      defects: [],
    });
  });

  test('has its headers decoded, without characters that could start a new line', async () => {
    const mail = await parse(
      `Subject: =?utf-8?Q?Re=C3=A7u=0D=0ABcc:_x@y?= =?iso-8859-1?B?6Q==?=\r\nFrom: a@b\r\n\r\nx`,
    );
    expect(mail.subject).toBe('Reçu Bcc: x@yé');
    expect(Object.keys(mail.headers)).toEqual(['subject', 'from']);
  });

  test('keeps what was wrong: two senders, no date, bare carriage returns, NUL bytes, a line of mbox', async () => {
    expect((await parse('From: a@b\r\nFrom: c@d\r\nMessage-ID: <1>\r\nMessage-ID: <2>\r\n\r\nx')).defects).toEqual([
      'two-from',
      'two-message-id',
      'bad-date',
    ]);
    const bare = await parse(HEAD.replaceAll('\r\n', '\r') + '\rbody\rtwo');
    expect(bare).toMatchObject({ from: [{ address: 'desk@platform.example' }], subject: 'x', defects: ['bare-cr'] });
    expect(bare.text.trim()).toBe('body\ntwo');
    expect((await parse(`From x Mon Nov 16\r\n${HEAD}\r\na\0b`)).defects).toEqual(['mbox-line', 'nul-bytes']);
  });

  test('never takes a nonsense date for now', async () => {
    const mail = await parse(HEAD.replace(/Date: .*/, 'Date: yesterday, I think') + '\r\nx');
    expect(mail.date).toBe('yesterday, I think');
    expect(mail.defects).toEqual(['bad-date']);
  });

  test('shows tables, quotes, links and hidden words of HTML as the readers need them', async () => {
    const html =
      '<p style="display:none">secret</p><table><tr><td>A</td><td><a href="https://x.example/1">one</a></td></tr></table><blockquote>old</blockquote><style>p{}</style>caf&eacute;';
    const mail = await parse(`${HEAD}Content-Type: text/html\r\n\r\n${html}`);
    expect(mail.htmlText).toBe('A\tone <https://x.example/1>\n\n> old\n\ncafé');
  });

  test('gives the fields of a delivery report and the headers it sends back', async () => {
    const part = (type: string, body: string) => `--b\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`;
    const report = `${HEAD}Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n${part('text/plain', 'sorry')}${part('message/delivery-status', 'Reporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; a@b\r\nAction: failed\r\nStatus: 5.1.1')}${part('message/rfc822', 'Message-ID: <ours@desk>\r\nSubject: [TF-2026-000001]\r\n\r\nDear platform')}--b--\r\n`;
    const mail = await parse(report);
    expect(mail.deliveryStatus[1]).toEqual({
      'final-recipient': ['rfc822; a@b'],
      action: ['failed'],
      status: ['5.1.1'],
    });
    expect(mail.original).toMatchObject({ messageId: '<ours@desk>', subject: '[TF-2026-000001]' });
    expect(mail.text).not.toContain('Dear platform');
  });

  test('survives HTML nested a hundred thousand deep, and unclosed', async () => {
    const deep = await parse(
      `${HEAD}Content-Type: text/html\r\n\r\n${'<div><span>'.repeat(100_000)}We have removed it.${'</p>'.repeat(100_000)}`,
    );
    expect(deep.htmlText).toBe('We have removed it.');
    const cells = await parse(`${HEAD}Content-Type: text/html\r\n\r\n<table><tr>${'<td>a'.repeat(100_000)}`);
    expect(cells.htmlText.startsWith('a\ta\ta')).toBe(true);
  });

  test('survives one line of 20 MB and cuts it', async () => {
    const mail = await parse(`${HEAD}\r\n${'a'.repeat(20 * 1024 * 1024)}`);
    expect(mail.text).toHaveLength(10 * 1024 * 1024);
    expect(mail.defects).toEqual(['text-cut']);
  });

  test('survives unknown and lying character sets, and UTF-7', async () => {
    const text = async (type: string, body: Buffer) =>
      (
        await parser.parse(
          Buffer.concat([Buffer.from(`${HEAD}Content-Type: text/plain; charset=${type}\r\n\r\n`), body]),
        )
      ).text;
    expect(await text('no-such-charset', Buffer.from('plain'))).toBe('plain');
    expect(await text('windows-1252', Buffer.from([0x63, 0x61, 0x66, 0xe9]))).toBe('café');
    expect(await text('utf-7', Buffer.from('a+AOk-b'))).toMatch(/^a/);
    expect(await text('gb2312', Buffer.from([0x41, 0xff, 0xff]))).toContain('A');
  });

  test.each([
    [
      'a hundred thousand parts',
      `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(100_000)}--b--`,
    ],
    ['a header of two megabytes', `${HEAD}X: ${'y'.repeat(2_000_000)}\r\n\r\nx`],
  ])('refuses %s with a reason, and goes on with the next mail', async (_what, mail) => {
    await expect(parse(mail)).rejects.toMatchObject({ reason: 'refused' });
    expect((await parse(`${HEAD}\r\nnext`)).text).toBe('next');
  });

  test('starts its child again after it was killed for slowness, and only that mail fails', async () => {
    const hasty = new ChildMailParser({ time: 1, memory: 512 * 1024 * 1024 });
    const slow = `${HEAD}\r\n${'a b\n'.repeat(2_000_000)}`;
    await expect(hasty.parse(Buffer.from(slow))).rejects.toEqual(new MailUnreadable('too-slow'));
    await hasty.close();
    const again = new ChildMailParser({ time: 20_000, memory: 1 });
    await expect(again.parse(Buffer.from(slow.repeat(4)))).rejects.toMatchObject({ reason: 'too-large' });
    await again.close();
  });

  test('refuses to offer a mail beyond the size limit', async () => {
    await expect(parser.parse(new Uint8Array(151 * 1024 * 1024))).rejects.toMatchObject({ reason: 'too-large' });
  });
});
