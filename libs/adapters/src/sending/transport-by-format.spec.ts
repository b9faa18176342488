import { expect, test } from '@jest/globals';
import { type Attempt, type Carried, type Outgoing, Transport } from '#application/correspondence/transport.js';
import { TransportByFormat } from './transport-by-format.js';

class Named extends Transport {
  constructor(private readonly name: string) {
    super();
  }
  carry(): Promise<Carried> {
    return Promise.resolve({ end: 'accepted', answer: this.name });
  }
}

const ATTEMPT: Attempt = {
  reach: () => Promise.reject(new Error('nothing may be on record')),
  isHeld: () => true,
  signal: new AbortController().signal,
};
const outgoing = (format: Outgoing['format']): Outgoing => ({
  format,
  sender: 'desk@desk.example',
  recipient: 'https://platform.example',
  bytes: Buffer.from('x'),
});

test('a letter goes by whoever knows its format', async () => {
  const transport = new TransportByFormat({ mail: new Named('post'), 'bluesky-report': new Named('sky') });
  expect(await transport.carry(outgoing('mail'), ATTEMPT)).toMatchObject({ answer: 'post' });
  expect(await transport.carry(outgoing('bluesky-report'), ATTEMPT)).toMatchObject({ answer: 'sky' });
});

test('a letter that nobody here can carry waits, and none of it left', async () => {
  const transport = new TransportByFormat({ mail: new Named('post') });
  const carried = await transport.carry(outgoing('mastodon-report'), ATTEMPT);
  expect(carried).toEqual({ end: 'deferred', answer: 'transport.none', isOurs: true });
});
