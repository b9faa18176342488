import { describe, expect, test } from '@jest/globals';
import { readSettings } from '#adapters/settings/settings.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { WrongUse, type Answer, type Call, type Command } from './command.js';
import { Desk } from './desk.js';
import { runCommand } from './frame.js';

const answering = (name: string[], run: (call: Call) => Promise<Answer>): Command => ({
  name,
  usage: `${name.join(' ')} [--json]`,
  run,
});

const COMMANDS: readonly Command[] = [
  answering(['import'], () => Promise.reject(new Error('the longer name goes first'))),
  answering(['import', 'notices'], ({ args }) =>
    Promise.resolve({ json: { args }, words: `got ${args.join(' ')}`, ok: true }),
  ),
  answering(['read'], () => Promise.resolve({ json: [{ a: 1 }, { a: 2 }], lines: true, words: '', ok: false })),
  answering(['refuse'], () => Promise.reject(new RuleViolation('notice.incomplete', { blockers: ['url-missing'] }))),
  answering(['misuse'], () => Promise.reject(new WrongUse('refuse wants nothing'))),
  answering(['break'], () => Promise.reject(new TypeError('something nobody foresaw'))),
];

async function typed(...words: string[]) {
  let out = '';
  let err = '';
  const exit = await runCommand(words, {
    commands: COMMANDS,
    settings: () => readSettings({}),
    openDesk: (settings) => new Desk(settings),
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  });
  return { exit, out, err };
}

describe('the console', () => {
  test('hands a command its own words and prints what it says, for people or as JSON', async () => {
    expect(await typed('import', 'notices', 'a.csv')).toEqual({ exit: 0, out: 'got a.csv\n', err: '' });
    const asJson = await typed('import', 'notices', '--json', 'a.csv');
    expect(asJson).toEqual({ exit: 0, out: '{"args":["a.csv"]}\n', err: '' });
  });

  test('leaves what stands behind -- alone', async () => {
    expect((await typed('import', 'notices', '--', '--json')).out).toBe('got -- --json\n');
  });

  test('prints one document per line where a command answers so, and fails when the answer is not good', async () => {
    expect(await typed('read', '--json')).toEqual({ exit: 1, out: '{"a":1}\n{"a":2}\n', err: '' });
  });

  test('a refused rule is one document with code and facts, and exit 1', async () => {
    const { exit, out, err } = await typed('refuse', '--json');
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toEqual({
      error: { code: 'notice.incomplete', message: err.trim(), facts: { blockers: ['url-missing'] } },
    });
  });

  test('wrong use is exit 2, an unknown command too, and nothing but the document is on stdout', async () => {
    for (const words of [['misuse', '--json'], ['fly', '--json'], ['--json']]) {
      const { exit, out } = await typed(...words);
      expect(exit).toBe(2);
      expect(JSON.parse(out)).toMatchObject({ error: { code: 'usage' } });
    }
    expect((await typed('fly')).out).toBe('');
  });

  test('what nobody foresaw is exit 1, a document on stdout and the trace on stderr', async () => {
    const { exit, out, err } = await typed('break', '--json');
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'unexpected', message: 'something nobody foresaw' } });
    expect(err).toContain('frame.spec');
  });

  test('--help lists the usage of all commands, or of one', async () => {
    expect((await typed('--help')).out.split('\n')).toContain('seinpost import notices [--json]');
    expect(await typed('read', '--help')).toEqual({ exit: 0, out: 'seinpost read [--json]\n', err: '' });
  });
});
