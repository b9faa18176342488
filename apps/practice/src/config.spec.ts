import { describe, expect, test } from '@jest/globals';
import { completeConfig, DEFAULTS, readConfig } from './config.js';

describe('The configuration of the practice platform', () => {
  test('is one JSON object on the command line, completed with the defaults', () => {
    const config = readConfig(['{"port":4000,"delays":{"decisionSeconds":3},"seed":7}', '--reset']);
    expect(config).toEqual({
      ...DEFAULTS,
      port: 4000,
      seed: '7',
      delays: { receiptSeconds: 2, decisionSeconds: 3 },
      reset: true,
    });
    expect(readConfig([])).toEqual(DEFAULTS);
  });

  test('never lets practice mail leave this machine', () => {
    expect(() => completeConfig({ deskMail: { host: 'mail.platform.example', port: 25 } })).toThrow(
      'only mails to this machine',
    );
  });

  test.each([
    ['[1]', 'not a JSON object'],
    ['{"port"', 'not a JSON object'],
    ['{"port":70000}', 'port is not a port number'],
    ['{"delays":{"receiptSeconds":-1}}', 'receiptSeconds is not a number'],
    ['{"stateFolder":""}', 'stateFolder is missing'],
    ['--rest', 'Unknown option --rest'],
  ])('%s is refused in one sentence', (argument, sentence) => {
    expect(() => readConfig([argument])).toThrow(sentence);
  });
});
