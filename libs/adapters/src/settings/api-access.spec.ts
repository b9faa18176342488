import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { originOf, readTokens } from './api-access.js';
import { readSettings, WrongSettings } from './settings.js';

const TOKEN = 'Zx81-a-token-of-nobody-kQ';

describe('tokens for Mastodon instances', () => {
  test('stand in a file, a line for each, with remarks', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tokens-'));
    const file = join(folder, 'tokens');
    writeFileSync(
      file,
      `# ours\nmastodon.example ${TOKEN} # made in May\n\nhttps://other.example:8443\t${TOKEN}2\r\n`,
      {
        mode: 0o600,
      },
    );
    const { apis, doubts } = readSettings({ SEINPOST_MASTODON_TOKENS_FILE: file });
    rmSync(folder, { recursive: true });
    expect([...apis.mastodon]).toEqual([
      ['https://mastodon.example', TOKEN],
      ['https://other.example:8443', `${TOKEN}2`],
    ]);
    expect(doubts).toEqual([]);
  });

  test.each([
    [`nohost ${TOKEN}`, 'N, line 1, does not begin with a host'],
    [`http://mastodon.example ${TOKEN}`, 'N, line 1, does not begin with a host'],
    [`https://mastodon.example/path ${TOKEN}`, 'N, line 1, does not begin with a host'],
    ['mastodon.example', 'N, line 1, is not a host and one token'],
    [`mastodon.example ${TOKEN} more`, 'N, line 1, is not a host and one token'],
    [`mastodon.example zoë${TOKEN}`, 'N, line 1, holds no token'],
    [`a.example ${TOKEN}\nA.example ${TOKEN}`, 'N, line 2, names an instance a second time'],
  ])('%j is a problem that is told without repeating it', (text, says) => {
    const { problems } = readTokens('N', text);
    expect(problems).toEqual([expect.stringContaining(says)]);
    expect(problems.join()).not.toContain(TOKEN);
  });

  test('a short one is in doubt', () => {
    const { doubts } = readTokens('N', 'a.example short');
    expect(doubts).toEqual([{ grave: true, says: expect.stringContaining('N, line 1, holds a token shorter than') }]);
    expect(JSON.stringify(doubts)).not.toContain('short"');
  });

  test.each([
    ['mastodon.example', 'https://mastodon.example'],
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
    ['http://localhost:4000/', 'http://localhost:4000'],
    ['ftp://mastodon.example', null],
    ['https://user@mastodon.example', null],
  ])('%s is the server %s', (text, origin) => {
    expect(originOf(text)).toBe(origin);
  });
});

describe('an account on Bluesky', () => {
  const account = { SEINPOST_BLUESKY_ACCOUNT: '@desk.example', SEINPOST_BLUESKY_PASSWORD: 'abcd-efgh-ijkl-mnop' };

  test('has a name and an app password', () => {
    expect(readSettings(account).apis.bluesky).toEqual({
      ...{ service: 'https://bsky.social', identifier: 'desk.example', password: 'abcd-efgh-ijkl-mnop' },
    });
    expect(readSettings({}).apis).toEqual({ mastodon: new Map() });
  });

  test.each(Object.keys(account))('only %s is not enough', (name) => {
    const half = { [name]: account[name as keyof typeof account] };
    expect(() => readSettings(half)).toThrow(/belong together/);
  });

  test('stands on a server that is spoken to with TLS', () => {
    expect(() => readSettings({ ...account, SEINPOST_BLUESKY_SERVICE: 'http://pds.example' })).toThrow(WrongSettings);
  });
});
