import { expect, test } from '@jest/globals';
import { freeze, thaw, type FrozenRequest } from './frozen-request.js';

const REQUEST: FrozenRequest = {
  origin: 'https://mastodon.example:8443',
  path: '/api/v1/reports',
  headers: { 'Idempotency-Key': 'abc' },
  body: Buffer.from('{"comment":"zoë\\n\\nx"}'),
};

test('a request is frozen as it would be written down, without who we are', () => {
  expect(Buffer.from(freeze(REQUEST)).toString()).toBe(
    'POST /api/v1/reports HTTP/1.1\r\nHost: mastodon.example:8443\r\nContent-Type: application/json\r\n' +
      'Idempotency-Key: abc\r\n\r\n{"comment":"zoë\\n\\nx"}',
  );
});

test('it comes back the same, byte for byte', () => {
  const thawed = thaw(freeze(REQUEST), REQUEST.origin);
  expect(thawed).toEqual({ ...REQUEST, body: expect.anything() });
  expect(Buffer.from(thawed!.body).equals(Buffer.from(REQUEST.body))).toBe(true);
});

test.each([
  ['another host', freeze(REQUEST), 'https://other.example'],
  [
    'another method',
    Buffer.from('GET /x HTTP/1.1\r\nHost: a.example\r\nContent-Type: application/json\r\n\r\n{}'),
    'https://a.example',
  ],
  ['no head', Buffer.from('{}'), 'https://a.example'],
  [
    'another kind of body',
    Buffer.from('POST /x HTTP/1.1\r\nHost: a.example\r\nContent-Type: text/plain\r\n\r\n{}'),
    'https://a.example',
  ],
  ['a mail', Buffer.from('Subject: x\r\n\r\ny'), 'https://a.example'],
])('bytes with %s are none of ours', (_, bytes, origin) => {
  expect(thaw(bytes, origin)).toBeNull();
});
