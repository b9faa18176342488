import { describe, expect, test } from '@jest/globals';
import { RuleViolation } from '#domain/rule-violation.js';
import { mailRoute } from './mail-route.js';

const OURS = { practiceMailPort: 3326, mailDomain: 'desk.practice.example' };
const server = (host: string, more = {}) => ({ ...OURS, smtp: { host, port: 25, secure: false, ...more } });

describe('a practice desk', () => {
  test('sends to the practice platform', async () => {
    const route = await mailRoute(OURS, 'practice');
    expect(route).toMatchObject({ host: '127.0.0.1', port: 3326, name: 'desk.practice.example' });
  });

  test.each(['127.0.0.1', '127.9.9.9', '::1', 'localhost'])('may reach %s, by its address', async (host) => {
    expect((await mailRoute(server(host), 'practice')).host).toMatch(/^(127\.|::1$)/);
  });

  test.each(['192.0.2.1', '10.0.0.1', '0.0.0.0', '2001:db8::1', '169.254.1.1', 'no-such-host.invalid'])(
    'never reaches %s, whatever the settings',
    async (host) => {
      await expect(mailRoute(server(host), 'practice')).rejects.toEqual(
        new RuleViolation('mail.host-not-loopback', { host }),
      );
    },
  );
});

describe('a live desk', () => {
  test('without a mail server sends nothing, least of all to the practice platform', async () => {
    await expect(mailRoute(OURS, 'live')).rejects.toEqual(new RuleViolation('mail.no-smtp-host'));
  });

  test('never gives its password over a line that is not encrypted', async () => {
    const route = await mailRoute(server('192.0.2.1', { user: 'desk', password: 'secret' }), 'live');
    expect(route).toMatchObject({ requireTLS: true, login: { user: 'desk', pass: 'secret' } });
  });

  test('has no way back from TLS where it is asked for', async () => {
    const route = await mailRoute(server('192.0.2.1', { secure: true }), 'live');
    expect(route.secure).toBe(true);
    expect(route.ignoreTLS).toBeUndefined();
  });
});
