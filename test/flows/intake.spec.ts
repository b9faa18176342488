import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createConnection, type Socket } from 'node:net';
import { MailIntake } from '#adapters/mail/intake/mail-intake.js';
import type { ArrivedMail } from '#application/correspondence/mail-source.js';

const DOMAINS = ['desk.practice.example', 'seinpost.test'];
const LARGEST = 20_000;

let intake: MailIntake;
let came: ArrivedMail[];
let troubles: unknown[];
let isAway = false;

beforeEach(async () => {
  [came, troubles, isAway] = [[], [], false];
  const place = { host: '127.0.0.1', port: 0, domains: DOMAINS };
  intake = new MailIntake(place, (trouble) => troubles.push(trouble), LARGEST);
  await intake.start((mail) => {
    if (isAway) return Promise.reject(new Error('the database is away'));
    came.push(mail);
    return Promise.resolve();
  });
});

afterEach(() => intake.stop());

describe('the mail intake', () => {
  test('takes mail for the desk, with a reply token or without, byte for byte', async () => {
    const raw = 'From: a@practice.example\r\nSubject: x\r\n\r\n..two dots\r\nno more\r\n';

    const answers = await talk(
      'EHLO practice.example',
      'MAIL FROM:<a@practice.example>',
      'RCPT TO:<meldpunt+0123abcd@DESK.practice.example>',
      'RCPT TO:<meldpunt@seinpost.test>',
      'DATA',
      `${raw.replaceAll('\r\n..', '\r\n...')}.`,
    );

    expect(answers).toEqual(['250', '250', '250', '250', '354', '250']);
    expect(came).toHaveLength(1);
    expect(String(came[0]?.bytes)).toBe(raw);
    expect(came[0]).toMatchObject({ source: 'intake', receivedSource: 'server' });
  });

  test('takes a bounce, which has no sender', async () => {
    const mail = ['MAIL FROM:<>', 'RCPT TO:<meldpunt@seinpost.test>', 'DATA', 'Subject: failure\r\n\r\nx\r\n.'];

    expect(await talk('EHLO practice.example', ...mail)).toEqual(['250', '250', '250', '354', '250']);
  });

  test('relays nothing: mail for others is refused', async () => {
    const [, , other, lookalike] = await talk(
      'EHLO practice.example',
      'MAIL FROM:<a@practice.example>',
      'RCPT TO:<someone@elsewhere.example>',
      'RCPT TO:<meldpunt@not-desk.practice.example>',
    );

    expect([other, lookalike]).toEqual(['550', '550']);
  });

  test('asks the other side to come again while nothing can be kept', async () => {
    isAway = true;

    expect((await talk('EHLO practice.example', ...aMail('x'))).at(-1)).toBe('451');

    expect(troubles).toHaveLength(1);
    isAway = false;
    expect((await talk('EHLO practice.example', ...aMail('x'))).at(-1)).toBe('250');
  });

  test('refuses a mail that is too large, announced or not', async () => {
    const from = `MAIL FROM:<a@practice.example> SIZE=${LARGEST + 1}`;
    expect((await talk('EHLO practice.example', from)).at(-1)).toBe('552');

    expect((await talk('EHLO practice.example', ...aMail('x'.repeat(900).concat('\r\n').repeat(30)))).at(-1)).toBe(
      '552',
    );
    expect(came).toEqual([]);
  });

  test('speaks LMTP to whoever opens with LHLO: one answer for each recipient', async () => {
    const two = ['RCPT TO:<meldpunt@seinpost.test>', 'RCPT TO:<other@seinpost.test>'];
    const answers = await talk(
      'LHLO mta.example',
      'MAIL FROM:<a@practice.example>',
      ...two,
      'DATA',
      'Subject: x\r\n\r\nx\r\n.',
    );

    expect(answers).toEqual(['250', '250', '250', '250', '354', '250', '250']);
    expect(came).toHaveLength(1);
  });
});

const aMail = (text: string): string[] => [
  'MAIL FROM:<a@practice.example>',
  'RCPT TO:<meldpunt@seinpost.test>',
  'DATA',
  `Subject: x\r\n\r\n${text}\r\n.`,
];

/** Says each line once the one before is answered; the codes of all answers, the greeting left out. */
async function talk(...lines: readonly string[]): Promise<string[]> {
  const socket = createConnection(intake.port, '127.0.0.1');
  let heard = '';
  socket.on('data', (piece) => (heard += String(piece)));
  const answers = () => heard.split('\r\n').flatMap((line) => /^(\d{3})(?: |$)/.exec(line)?.[1] ?? []);
  await answered(socket, () => answers().length > 0);
  for (const [index, line] of lines.entries()) {
    socket.write(`${line}\r\n`);
    await answered(socket, () => answers().length > index + 1);
  }
  await answered(socket, () => false, 50);
  socket.destroy();
  return answers().slice(1);
}

function answered(socket: Socket, isThere: () => boolean, patience = 3000): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isThere()) return;
      clearTimeout(timer);
      socket.off('data', look);
      resolve();
    };
    const timer = setTimeout(resolve, patience);
    socket.on('data', look);
    look();
  });
}
