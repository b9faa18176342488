import { describe, expect, test } from '@jest/globals';
import { assertMayBeContacted, Capture, type CaptureJob, type CaptureResult, httpAddress } from './capture.js';

const job: CaptureJob = {
  url: 'https://a.example/post/7',
  policy: 'full',
  grounds: ['AW21'],
  allow: [],
  folder: 'spool',
  askedAt: '2026-11-21T10:00:00.000Z',
};
const result: CaptureResult = {
  state: 'complete',
  reasons: [],
  httpStatus: 200,
  finalUrl: job.url,
  title: 'Post 7',
  startedAt: '2026-11-21T10:00:00.000Z',
  endedAt: '2026-11-21T10:00:02.000Z',
  artefacts: [{ name: 'text.txt', kind: 'text', mediaType: 'text/plain', size: 3, sha256: 'ab'.repeat(32) }],
  manifestSha256: 'cd'.repeat(32),
};

describe('a capture', () => {
  test('whose state contradicts its reasons is refused', () => {
    expect(() => Capture.made('c-1', job, { ...result, reasons: ['truncated'] })).toThrow(
      'capture.state-contradicts-reasons',
    );
  });

  test('that was refused says why and holds nothing', () => {
    const refused = Capture.refused('c-2', job.url, ['SR252'], new Date('2026-11-21T10:00:00Z'));
    expect(refused).toMatchObject({ state: 'refused', reasons: ['forbidden'], artefacts: [], httpStatus: null });
  });
});

describe('the address of a capture', () => {
  test('is written as a browser writes it', () => {
    expect(httpAddress(' HTTPS://A.example:443/x/../y ')).toBe('https://a.example/y');
  });

  test.each([
    'ftp://a.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'a.example',
    'http://',
    'data:text/html,x',
    '',
  ])('is refused when it is not http(s): %s', (given) => {
    expect(() => httpAddress(given)).toThrow(expect.objectContaining({ code: 'capture.not-http' }));
  });
});

describe('a job for the browser', () => {
  test('may be carried out under an open policy', () => {
    expect(() => assertMayBeContacted(job)).not.toThrow();
    expect(() => assertMayBeContacted({ ...job, grounds: [], of: 'channel-form' })).not.toThrow();
  });

  test.each([
    ['under a forbidden policy', { policy: 'forbidden' as never }, 'capture.forbidden'],
    ['under a word that is no policy', { policy: 'everything' as never }, 'capture.forbidden'],
    ['without a ground', { grounds: [] }, 'capture.no-ground'],
    [
      'of a form under a forbidden policy',
      { of: 'channel-form' as const, policy: 'forbidden' as never },
      'capture.forbidden',
    ],
    ['for something that is not http(s)', { url: 'file:///etc/passwd' }, 'capture.not-http'],
  ])('is refused %s', (_words, change, code) => {
    expect(() => assertMayBeContacted({ ...job, ...change })).toThrow(expect.objectContaining({ code }));
  });
});
