import { describe, expect, test } from '@jest/globals';
import { aMail } from '#test/builders/mail.builder.js';
import { readReply } from './read-reply.js';

/** What makes a careless pattern explode: a repeated piece, and an end that never fits. */
const PUMPS = [
  'a',
  'a ',
  'we ',
  'we have not ',
  'has been ',
  'not not ',
  'content ',
  'the url the ',
  'only the person ',
  'please send ',
  'in the netherlands ',
  'niet ',
  'wij hebben de inhoud ',
  'if we remove ',
  '- ',
  '1. ',
  '> ',
  '\n',
  '\t',
  '|',
  ' | a',
  'On a wrote ',
  'On x\n',
  'Van: a\n',
  'https://a.example/ ',
  'https://l.facebook.com/l.php?u=https%3A%2F%2F',
  '<a@b> ',
  'report number ',
  'report id: #',
  'case A-',
  'A1',
  'no violation of ',
  'éé',
  '\u0000',
  '=?utf-8?q?',
  '-----Original',
  'Status: ',
  'Message-ID: <',
  'did not receive ',
  'closed without ',
  '. ',
  '? ',
  'restricted access in ',
  'NL, ',
  'removed from search ',
];
const HALF_MEGABYTE = 512 * 1024;

describe('reading takes linear time', () => {
  readReply(aMail({ text: 'We have removed it.' }), { urls: [] });

  test.each(PUMPS)('for half a megabyte of %j', (pump) => {
    const text = `${pump.repeat(HALF_MEGABYTE / pump.length)}!`;
    const started = performance.now();
    readReply(aMail({ text, htmlText: text, subject: text.slice(0, 100_000) }), { urls: ['https://a.example/1'] });
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
