import { describe, expect, test } from '@jest/globals';
import { aMail } from '#test/builders/mail.builder.js';
import { READ_LIMIT } from './quoted-text.js';
import { readReply } from './read-reply.js';

/** What makes a careless pattern explode: a repeated piece, and an end that never fits. */
const PUMPS = [
  ...['a', 'a ', 'we ', 'we have not ', 'has been ', 'not not ', 'content ', 'the url the ', 'only the person '],
  ...['please send ', 'in the netherlands ', 'niet ', 'wij hebben de inhoud ', 'if we remove ', '- ', '1. ', '> '],
  ...['\n', '\t', '|', ' | a', 'On a wrote ', 'On x\n', 'Van: a\n', 'https://a.example/ ', '<a@b> ', 'report number '],
  ...['https://l.facebook.com/l.php?u=https%3A%2F%2F', 'report id: #', 'case A-', 'A1', 'no violation of ', 'éé', '\0'],
  ...['=?utf-8?q?', '-----Original', 'Status: ', 'Message-ID: <', 'did not receive ', 'closed without ', '. ', '? '],
  ...['restricted access in ', 'NL, ', 'removed from search '],
];

/** Processor milliseconds for one reading; the clock on the wall also counts what the neighbours do. */
function costOf(text: string): number {
  const before = process.cpuUsage();
  readReply(aMail({ text, htmlText: text, subject: text }), { urls: ['https://a.example/1'] });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('reading takes linear time', () => {
  test.each(PUMPS)('for a mail full of %j', (pump) => {
    const mailOf = (size: number) => `${pump.repeat(size / pump.length)}!`;
    const quarter = costOf(mailOf(READ_LIMIT / 4));
    expect(costOf(mailOf(READ_LIMIT * 8))).toBeLessThan(500 + quarter * 8);
  });
});
