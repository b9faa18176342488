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
