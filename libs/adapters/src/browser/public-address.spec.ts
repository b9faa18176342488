import { networkInterfaces } from 'node:os';
import { describe, expect, test } from '@jest/globals';
import { isPublicAddress } from './public-address.js';

describe('a public address', () => {
  test.each([
    '8.8.8.8',
    '193.0.14.129',
    '172.15.255.255',
    '172.32.0.1',
    '2a00:1450:400e:80f::200e',
    '2606:4700::6810:84e5',
  ])('%s is one', (address) => expect(isPublicAddress(address)).toBe(true));

  test.each([
    ...[
      '127.0.0.1',
      '127.255.0.9',
      '0.0.0.0',
      '10.0.0.5',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
    ],
    ...['100.64.0.1', '100.100.100.200', '192.0.0.192', '198.18.0.1', '224.0.0.1', '255.255.255.255', '203.0.113.7'],
    ...[
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '::ffff:a9fe:a9fe',
      '64:ff9b::7f00:1',
      '64:ff9b:1::1',
      '::7f00:1',
    ],
    ...[
      'fc00::1',
      'fd00:ec2::254',
      'fe80::1',
      'fec0::1',
      'ff02::1',
      '2001:db8::1',
      '2002:7f00:1::',
      '2001::1',
      '100::1',
    ],
    ...['localhost', '127.1', '', '8.8.8.8%eth0', 'fe80::1%lo'],
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));

  test('is never one of our own', () => {
    const own = Object.values(networkInterfaces()).flatMap((faces) => (faces ?? []).map((face) => face.address));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(isPublicAddress)).toEqual([]);
  });
});
