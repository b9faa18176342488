import { afterAll, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuseDoubts } from './doubts.js';
import { SETTING_NAMES, type SettingName } from './setting-names.js';
import { readSettings } from './settings.js';

const folder = mkdtempSync(join(tmpdir(), 'seinpost-doubts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SMTP = { SEINPOST_SMTP_HOST: 'mail.example' };
const LONG = 'zes blauwe paraplu’s';

function file(text: string, mode: number): string {
  const path = join(folder, `secret-${mode.toString(8)}`);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

describe('a secret’s file', () => {
  test.each([0o600, 0o400, 0o640, 0o440])('of mode %o is for its owner, or for a group of its own', (mode) => {
    const settings = readSettings({ ...SMTP, SEINPOST_SMTP_PASSWORD_FILE: file(LONG, mode) });
    expect(settings.smtp?.password).toBe(LONG);
    expect(settings.doubts).toEqual([]);
  });

  test.each([0o644, 0o604, 0o660, 0o666, 0o777])('of mode %o is not, and no live desk starts with it', (mode) => {
    const { doubts } = readSettings({ ...SMTP, SEINPOST_SMTP_PASSWORD_FILE: file(LONG, mode) });
    expect(doubts).toHaveLength(1);
    expect(doubts[0]!.says).toContain(`(mode 0${mode.toString(8)}); run "chmod 0600"`);
    expect(() => refuseDoubts('live', doubts)).toThrow(/SEINPOST_SMTP_PASSWORD_FILE names/);
    expect(() => refuseDoubts('practice', doubts)).not.toThrow();
  });

  test('may hold each of the secrets', () => {
    const settings: readonly SettingName[] = SETTING_NAMES;
    const secrets = settings.filter(({ name }) => /PASSWORD|KEY|DATABASE_URL|SECRET|TOKEN/.test(name));
    expect(secrets.length).toBeGreaterThanOrEqual(6);
    expect(secrets.filter(({ secret }) => !secret)).toEqual([]);
  });
});

describe('a password', () => {
  test.each([
    'kort',
    'password',
    'Password1!',
    'changeme',
    'change-me-123',
    'geheim2026',
    'wachtwoord',
    '12345678',
    'seinpost',
  ])('that anybody could guess is none: %s', (password) => {
    const { doubts } = readSettings({
      ...{ ...SMTP, SEINPOST_SMTP_PASSWORD: password },
      ...{ SEINPOST_IMAP_HOST: 'mail.example', SEINPOST_IMAP_PASSWORD: password },
    });
    expect(doubts.map(({ says }) => says.split(' ')[0]).sort()).toEqual(BOTH);
    expect(() => refuseDoubts('live', doubts)).toThrow(/have the server give this account a long random one/);
    expect(JSON.stringify(doubts)).not.toContain(`"${password}"`);
  });

  const BOTH = ['SEINPOST_IMAP_PASSWORD', 'SEINPOST_SMTP_PASSWORD'];

  test('that is long and stands in no manual is one', () => {
    expect(readSettings({ ...SMTP, SEINPOST_SMTP_PASSWORD: 'geheime-brieven-71xk' }).doubts).toEqual([]);
    expect(readSettings({ DATABASE_URL: 'postgres://desk@db/desk' }).doubts).toEqual([]);
  });

  test('of the database that is none is told of, and does not keep a desk from starting', () => {
    const { doubts } = readSettings({ DATABASE_URL: 'postgres://desk:postgres@db/desk' });
    expect(doubts.map(({ says }) => says)).toEqual([
      'The password in DATABASE_URL stands in every manual; have the server give this account a long random one.',
    ]);
    expect(() => refuseDoubts('live', doubts)).not.toThrow();
  });
});
