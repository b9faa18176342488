import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createServer } from 'node:net';
import { MASTODON_TOKEN, MastodonServer } from '#test/fakes/mastodon-server.js';
import { LOOPBACK_CERTIFICATE } from '#test/fixtures/loopback-certificate.js';
import { ApiCaller } from './api-caller.js';
import { wayTo } from './way-to.js';

describe('a live desk', () => {
  test.each(['http://mastodon.example', 'http://127.0.0.1:3000'])(
    'never speaks to %s in plain text',
    async (origin) => {
      await expect(wayTo(origin, 'live')).rejects.toMatchObject({ code: 'api.not-encrypted' });
    },
  );

  test.each([
    ...['https://127.0.0.1', 'https://[::1]', 'https://10.0.0.1', 'https://169.254.169.254', 'https://192.168.1.1'],
    ...[
      'https://[::ffff:10.0.0.1]',
      'https://[fd00::1]',
      'https://[64:ff9b::a00:1]',
      'https://2130706433',
      'https://localhost',
    ],
    ...['https://0x7f.1', 'https://0', 'https://1.1.1.1:8443', 'https://1.1.1.1:25'],
  ])('never reaches %s', async (origin) => {
    await expect(wayTo(origin, 'live')).rejects.toMatchObject({ code: 'api.host-not-public' });
  });

  test('reaches a public address by that very address, under its own name', async () => {
    expect(await wayTo('https://1.1.1.1', 'live')).toEqual({
      ...{ host: '1.1.1.1', name: '1.1.1.1', address: '1.1.1.1', port: 443, isEncrypted: true },
    });
  });

  test('tells where a name is nobody’s', async () => {
    await expect(wayTo('https://no-such-host.invalid', 'live')).rejects.toMatchObject({ kind: 'no-name' });
  });
});

describe('a practice desk', () => {
  test.each(['https://1.1.1.1', 'https://10.0.0.1', 'https://no-such-host.invalid'])(
    'never reaches %s',
    async (origin) => {
      await expect(wayTo(origin, 'practice')).rejects.toMatchObject({ code: 'api.host-not-loopback' });
    },
  );

  test.each(['http://127.0.0.1:3000', 'http://localhost:3000', 'https://127.9.9.9:3000'])(
    'reaches %s',
    async (origin) => {
      expect((await wayTo(origin, 'practice')).address).toMatch(/^127\./);
    },
  );
});

describe('a line with TLS', () => {
  let server: MastodonServer;
  const ask = (trust?: string) =>
    new ApiCaller(() => Promise.resolve('practice'), { connecting: 2000, whole: 2000 }, trust).ask(server.origin, {
      ...{ method: 'GET', path: '/api/v1/accounts/lookup?acct=name' },
      headers: { Authorization: `Bearer ${MASTODON_TOKEN}` },
    });

  beforeEach(async () => {
    server = await new MastodonServer('tls').open();
  });
  afterEach(() => server.close());

  test('says nothing to a server whose certificate nobody vouches for', async () => {
    await expect(ask()).rejects.toMatchObject({ kind: 'tls' });
    expect(server.asked).toEqual([]);
  });

  test('is spoken on where somebody does', async () => {
    expect(await ask(LOOPBACK_CERTIFICATE.cert)).toMatchObject({ status: 200, json: { id: '14715' } });
  });

  test('gives up on a server that takes a connection and is silent', async () => {
    const mute = createServer(() => undefined);
    await new Promise<void>((done) => mute.listen(0, '127.0.0.1', done));
    const { port } = mute.address() as { port: number };
    const caller = new ApiCaller(() => Promise.resolve('practice'), { connecting: 300, whole: 2000 });
    const began = performance.now();
    await expect(caller.open(`https://127.0.0.1:${port}`)).rejects.toMatchObject({ kind: 'silent' });
    expect(performance.now() - began).toBeLessThan(1500);
    mute.close();
  });
});
