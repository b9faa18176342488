import { expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectPath } from './project.js';
import { readSettings, WrongSettings } from './settings.js';

test('a desk without any setting stands on loopback with the ports of the contract', () => {
  expect(readSettings({})).toMatchObject({
    databaseUrl: undefined,
    port: 3300,
    baseUrl: 'http://localhost:3300',
    practicePort: 3301,
    mailPort: 3325,
    practiceMailPort: 3326,
    captureAllow: ['127.0.0.1:3301'],
    var: projectPath('var'),
    smtp: undefined,
    imap: undefined,
  });
});

test('the practice host that a capture may open follows the practice port', () => {
  expect(readSettings({ SEINPOST_PRACTICE_PORT: '4301' }).captureAllow).toEqual(['127.0.0.1:4301']);
  expect(readSettings({ SEINPOST_CAPTURE_ALLOW: '' }).captureAllow).toEqual([]);
});

test('all problems are told at once, each with its remedy', () => {
  const wrong = { SEINPOST_PORT: 'http', SEINPOST_PRACTICE: 'ja', SEINPOST_CAPTURE_ALLOW: 'localhost' };
  expect(problemsOf(wrong)).toEqual([
    'SEINPOST_PORT is "http"; write a port from 0 to 65535, for example 3300.',
    'SEINPOST_PRACTICE is "ja"; write 1 or 0.',
    'SEINPOST_CAPTURE_ALLOW holds "localhost"; write host:port, for example 127.0.0.1:3301.',
  ]);
});

test('a wrong database address is refused without repeating it, as it may hold a password', () => {
  expect(problemsOf({ DATABASE_URL: 'mysql://desk:geheim@db/desk' })).toEqual([
    'DATABASE_URL is not an address that begins with postgres:// or postgresql://.',
  ]);
  expect(problemsOf({ DATABASE_URL: 'postgres://desk:50%zz@db/desk' })).toHaveLength(1);
});

test('a secret may stand in a file, and a file that is not there is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'settings-'));
  const file = join(folder, 'password');
  writeFileSync(file, 'geheim\n');
  const settings = readSettings({ SEINPOST_SMTP_HOST: 'mail.test', SEINPOST_SMTP_PASSWORD_FILE: file });
  expect(settings.smtp).toMatchObject({ host: 'mail.test', port: 587, secure: false, password: 'geheim' });
  rmSync(folder, { recursive: true });
  expect(problemsOf({ SEINPOST_SMTP_HOST: 'mail.test', SEINPOST_SMTP_PASSWORD_FILE: file })).toEqual([
    `SEINPOST_SMTP_PASSWORD_FILE names ${file}, which cannot be read; correct the path or its permissions.`,
  ]);
});

test('a key is at least 32 random bytes, in base64url or hexadecimal, and is never repeated', () => {
  const random = 'f3a1c05b97e2d84406bb1f7ac9583ee0d1426897cb0a5f3e8177e29b64d0ac35';
  const bytes = Buffer.from(random, 'hex');
  expect(readSettings({ SEINPOST_KEY: random }).key).toEqual(bytes);
  expect(readSettings({ SEINPOST_KEY: bytes.toString('base64url') }).key).toEqual(bytes);
  const says = (why: string) => [`SEINPOST_KEY ${why}; give what "seinpost key new" prints.`];
  expect(problemsOf({ SEINPOST_KEY: random.slice(2) })).toEqual(says('holds 31 bytes, which is too short'));
  expect(problemsOf({ SEINPOST_KEY: 'geheim, geheim!' })).toEqual(says('is neither base64url nor hexadecimal'));
});

test.each([
  ['one byte over and over', '00'.repeat(32)],
  ['a pattern that repeats', 'deadbeef'.repeat(8)],
  ['bytes that count on', Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString('hex')],
  ['words', Buffer.from('change me before anybody relies on this desk').toString('base64url')],
])('a key out of a manual is refused: %s', (_, key) => {
  expect(problemsOf({ SEINPOST_KEY: key })).toEqual([
    'SEINPOST_KEY is not random: anybody could guess it; give what "seinpost key new" prints.',
  ]);
});

test('settings cannot be changed after they were read', () => {
  expect(Object.isFrozen(readSettings({}))).toBe(true);
});

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof WrongSettings) return error.problems;
    throw error;
  }
  return [];
}
