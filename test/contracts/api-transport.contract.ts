import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ApiCaller } from '#adapters/apis/api-caller.js';
import type { Attempt, Carried, Outgoing, Transport } from '#application/correspondence/transport.js';
import type { Stage } from '#domain/correspondence/delivery.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { ApiServer, ApiTrick } from '#test/fakes/api-server.js';
import { LocalSite } from '#test/fixtures/local-site.js';

/** An interface under test: its server, how reports are brought there, and one report that the server takes. */
export interface ApiUnderTest<S extends ApiServer> {
  readonly name: string;
  /** Method and path of the request with effect. */
  readonly route: string;
  openServer(): Promise<S>;
  transport(caller: ApiCaller, server: S): Transport;
  outgoing(server: S): Outgoing;
  /** What must never be seen in an answer. */
  secrets(server: S): readonly string[];
  readonly reference: string;
}

/** What an attempt put on record. */
class Record implements Attempt {
  readonly stages: Stage[] = [];
  refuses: Stage | undefined;
  held = true;
  readonly stop = new AbortController();

  reach(stage: Stage): Promise<void> {
    if (stage === this.refuses) return Promise.reject(new RuleViolation('delivery.lease-lost'));
    this.stages.push(stage);
    return Promise.resolve();
  }
  isHeld(): boolean {
    return this.held;
  }
  get signal(): AbortSignal {
    return this.stop.signal;
  }
}

const ANSWERED: readonly (readonly [string, ApiTrick, Carried['end'], RegExp])[] = [
  ['400', { status: 400, body: { error: 'Bad', message: 'Bad' } }, 'refused', /^api\.rejected 400 Bad$/],
  ['401', { status: 401, body: { error: 'No', message: 'No' } }, 'refused', /^api\.token-refused 401 No$/],
  ['403', { status: 403, body: { error: 'No', message: 'No' } }, 'refused', /^api\.token-refused 403 No$/],
  ['404', { status: 404, body: { error: 'Gone', message: 'Gone' } }, 'refused', /^api\.not-there 404 Gone$/],
  ['422', { status: 422, body: { error: 'Bad', message: 'Bad' } }, 'refused', /^api\.rejected 422 Bad$/],
  ['413 in HTML', { status: 413, body: '<html>too large' }, 'refused', /^api\.rejected 413$/],
  ['408', { status: 408 }, 'deferred', /^api\.not-taken 408$/],
  ['500', { status: 500, body: { error: 'Oops', message: 'Oops' } }, 'lost', /^api\.server-failed 500 Oops$/],
  ['502', { status: 502, body: '<html>bad gateway' }, 'lost', /^api\.server-failed 502$/],
  ['503', { status: 503, headers: { 'retry-after': '60' } }, 'lost', /^api\.server-failed 503$/],
  ['a yes without their number', { status: 200, body: { ok: true } }, 'lost', /^api\.no-reference 200$/],
  ['a yes that is no JSON', { status: 200, body: '<html>welcome' }, 'lost', /^api\.no-reference 200$/],
  ['a yes that is empty', { status: 200 }, 'lost', /^api\.no-reference 200$/],
  ['a yes of another kind', { status: 202, body: { id: 1 } }, 'lost', /^api\.no-reference 202$/],
  ['null', { status: 200, body: 'null' }, 'lost', /^api\.no-reference 200$/],
];

const UNANSWERED: readonly (readonly [string, ApiTrick, RegExp])[] = [
  ['breaks before it read the report', 'drop', /^api\.broken$/],
  ['breaks after it read the report', 'cut', /^api\.broken$/],
  ['breaks in its answer', 'half', /^api\.broken$/],
  ['never answers', 'hang', /^api\.silent$/],
  ['answers a byte at a time for ever', 'drip', /^api\.(silent|broken)$/],
  ['answers too much', 'flood', /^api\.too-large$/],
];

/** What holds of every transport that speaks to an interface over HTTP. */
export function apiTransportContract<S extends ApiServer>(under: ApiUnderTest<S>): void {
  describe(`reports by the interface of ${under.name}`, () => {
    let server: S;
    let attempt: Record;
    const transport = (whole = 10_000) =>
      under.transport(new ApiCaller(() => Promise.resolve('practice'), { connecting: 2000, whole }), server);
    const carry = (by: Transport = transport()) => by.carry(under.outgoing(server), attempt);
    const posts = () => server.cameInAt(under.route).length;

    beforeEach(async () => {
      server = await under.openServer();
      attempt = new Record();
    });
    afterEach(() => server.close());

    test('are taken with the server’s number, exactly as they were approved', async () => {
      expect(await carry()).toEqual({ end: 'accepted', answer: '200', reference: under.reference });
      expect(server.wrong).toEqual([]);
      expect(attempt.stages).toEqual(['connected', 'body-offered']);
      const [posted] = server.cameInAt(under.route);
      const bytes = Buffer.from(under.outgoing(server).bytes);
      expect(posted!.body.equals(bytes.subarray(bytes.indexOf('\r\n\r\n') + 4))).toBe(true);
    });

    test.each(ANSWERED)('answered by %s', async (_, trick, end, answer) => {
      server.play({ [under.route]: trick });
      const carried = await carry();
      expect(carried).toMatchObject({ end, answer: expect.stringMatching(answer) });
      expect(posts()).toBe(1);
    });

    test.each(UNANSWERED)('are lost from sight when the server %s', async (_, trick, answer) => {
      server.play({ [under.route]: trick });
      expect(await carry(transport(700))).toMatchObject({ end: 'lost', answer: expect.stringMatching(answer) });
      expect(attempt.stages).toEqual(['connected', 'body-offered']);
    });

    test.each([
      ['in seconds', { 'retry-after': '1800' }],
      ['by a date', { 'retry-after': new Date(Date.now() + 1_800_000).toUTCString() }],
      ['by seconds since 1970', { 'ratelimit-reset': String(Math.round(Date.now() / 1000) + 1800) }],
      ['by an instant', { 'x-ratelimit-reset': new Date(Date.now() + 1_800_000).toISOString() }],
    ])('wait as long as the server asks, %s', async (_, headers) => {
      server.play({ [under.route]: { status: 429, headers, body: { error: 'Too many requests', message: 'Slow' } } });
      const carried = await carry();
      expect(carried).toMatchObject({ end: 'deferred', answer: expect.stringMatching(/^api\.asked-too-much 429 /) });
      expect(Math.abs((carried.waitSeconds ?? 0) - 1800)).toBeLessThan(30);
    });

    test('wait by our own schedule where the server asks nothing that can be read', async () => {
      server.play({ [under.route]: { status: 429, headers: { 'retry-after': 'soon' } } });
      expect(await carry()).toMatchObject({ end: 'deferred', waitSeconds: 0 });
    });

    test.each([301, 302, 303, 307, 308])('are never brought where a redirect (%i) points', async (status) => {
      const other = await new LocalSite({}).open();
      server.play({ [under.route]: { status, headers: { location: other.url('/') } } });
      expect(await carry()).toMatchObject({ end: status > 303 ? 'refused' : 'lost', answer: `api.moved ${status}` });
      expect(other.connections).toBe(0);
      await other.close();
    });

    test('are deferred when nobody listens, and nothing is on record as offered', async () => {
      const outgoing = under.outgoing(server);
      const by = transport();
      await server.close();
      expect(await by.carry(outgoing, attempt)).toMatchObject({ end: 'deferred', answer: 'api.unreachable' });
      expect(attempt.stages).toEqual([]);
    });

    test.each(['connected', 'body-offered'] as const)('do not leave when %s cannot be put on record', async (stage) => {
      attempt.refuses = stage;
      await expect(carry()).rejects.toThrow('delivery.lease-lost');
      expect(posts()).toBe(0);
    });

    test('do not leave when the lease is over at the last moment', async () => {
      attempt.held = false;
      await expect(carry()).rejects.toThrow('delivery.lease-lost');
      expect(posts()).toBe(0);
    });

    test('end on record when the sender is stopped while the server thinks', async () => {
      server.play({ [under.route]: 'hang' });
      setTimeout(() => attempt.stop.abort(new Error('sender stopped')), 300);
      expect(await carry()).toMatchObject({ end: 'lost', answer: 'api.broken' });
    });

    test('do not begin once the sender is stopped', async () => {
      attempt.stop.abort(new Error('sender stopped'));
      expect(await carry()).toMatchObject({ end: 'deferred' });
      expect(posts()).toBe(0);
    });

    test.each([Buffer.from('{}'), Buffer.from('Subject: x\r\n\r\ny\r\n')])(
      'are refused when the bytes are no report',
      async (bytes) => {
        const carried = await transport().carry({ ...under.outgoing(server), bytes }, attempt);
        expect(carried).toEqual({ end: 'refused', answer: 'letter.altered' });
        expect(server.connections).toBe(0);
      },
    );

    test('never show by what we sign in, though the server says it back', async () => {
      await carry();
      const said = `${under.secrets(server).join(' and ')} are wrong`;
      server.play({ [under.route]: { status: 403, body: { error: said, message: said } } });
      const { answer } = await carry();
      expect(answer).toMatch(/ are wrong$/);
      for (const secret of under.secrets(server)) expect(answer).not.toContain(secret);
    });

    test('speak to this machine only on a practice desk', async () => {
      const recipient = 'https://192.0.2.1';
      const carried = await transport().carry({ ...under.outgoing(server), recipient }, attempt);
      expect(carried.end).toBe('refused');
      expect(attempt.stages).toEqual([]);
    });
  });
}
