import { describe, expect, test } from '@jest/globals';
import { AddressGate } from './address-gate.js';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  'public.example': ['93.184.216.34'],
  'loop.example': ['127.0.0.1'],
  'loop6.example': ['::1'],
  'metadata.example': ['169.254.169.254'],
  'mapped.example': ['::ffff:10.0.0.5'],
  'nat64.example': ['64:ff9b::a9fe:a9fe'],
  'ula.example': ['fd00:ec2::254'],
  'mixed.example': ['93.184.216.34', '10.0.0.5'],
  localhost: ['127.0.0.1', '::1'],
};
const gate = (allow: readonly string[] = []) =>
  new AddressGate(allow, (host) =>
    NAMES[host] ? Promise.resolve(NAMES[host]) : Promise.reject(new Error('ENOTFOUND')),
  );

/** The host as a browser would hand it to the proxy. */
const judge = (url: string, allow?: readonly string[]) => {
  const { hostname, port, protocol } = new URL(url);
  return gate(allow).judge(hostname, Number(port || (protocol === 'https:' ? 443 : 80)));
};

describe('the gate', () => {
  test('opens a public address and tells which one to use', async () => {
    expect(await judge('https://public.example/')).toEqual({ kind: 'open', address: '93.184.216.34' });
    expect(await judge('http://93.184.216.34/')).toEqual({ kind: 'open', address: '93.184.216.34' });
  });

  test.each([
    ...[
      'http://127.0.0.1/',
      'http://2130706433/',
      'http://0x7f.1/',
      'http://0177.0.0.1/',
      'http://127.1/',
      'http://0/',
    ],
    ...['http://１２７.０.０.１/', 'http://127。0。0。1/', 'http://public.example@127.0.0.1/', 'http://0x7f000001/'],
    ...[
      'http://[::1]/',
      'http://[::]/',
      'http://[::ffff:127.0.0.1]/',
      'http://[::ffff:a9fe:a9fe]/',
      'http://[fe80::1]/',
    ],
    ...['http://[64:ff9b::7f00:1]/', 'http://[fd00:ec2::254]/', 'http://169.254.169.254/latest/meta-data/'],
    ...['http://10.0.0.5/', 'http://192.168.0.1/', 'http://172.16.0.1/', 'http://100.100.100.200/', 'http://0.0.0.0/'],
    ...['http://localhost/', 'http://LOCALHOST./', 'http://loop.example/', 'http://loop6.example/'],
    ...['http://metadata.example/', 'http://mapped.example/', 'http://nat64.example/', 'http://ula.example/'],
    ...['http://mixed.example/', 'https://127.0.0.1/'],
  ])('refuses %s', async (url) => {
    expect(await judge(url)).toMatchObject({ kind: 'refused', why: 'not-public' });
  });

  test.each(['http://public.example:6379/', 'http://public.example:25/', 'http://public.example:8080/'])(
    'refuses a port that is not of the web: %s',
    async (url) => expect(await judge(url)).toMatchObject({ kind: 'refused', why: 'port' }),
  );

  test('does not know a name that does not exist, and never opens it', async () => {
    expect(await judge('http://nowhere.example/')).toEqual({ kind: 'unknown-host' });
  });

  test('opens a private address that is allowed by host and port, and nothing beside it', async () => {
    const allow = ['127.0.0.1:3301', 'localhost:8', '[::1]:9'];
    expect(await judge('http://127.0.0.1:3301/', allow)).toMatchObject({ kind: 'open', address: '127.0.0.1' });
    expect(await judge('http://localhost:8/', allow)).toMatchObject({ kind: 'open' });
    expect(await judge('http://[::1]:9/', allow)).toMatchObject({ kind: 'open', address: '::1' });
    for (const url of [
      'http://127.0.0.1:3302/',
      'http://127.0.0.1/',
      'http://loop.example:3301/',
      'http://[::1]:3301/',
    ]) {
      expect(await judge(url, allow)).toMatchObject({ kind: 'refused' });
    }
  });

  test('looks a name up once, so that a name which changes its answer gains nothing', async () => {
    const answers = [['93.184.216.34'], ['127.0.0.1']];
    let asked = 0;
    const flipping = new AddressGate([], () => Promise.resolve(answers[asked++] ?? ['127.0.0.1']));
    for (const port of [80, 80, 443]) {
      expect(await flipping.judge('flip.example', port)).toEqual({ kind: 'open', address: '93.184.216.34' });
    }
    expect(asked).toBe(1);
  });
});
