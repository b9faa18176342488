import { describe, expect, test } from '@jest/globals';
import { ApiCaller } from '#adapters/apis/api-caller.js';
import { BLUESKY_REPORTS } from '#adapters/apis/bluesky/bluesky-report-writer.js';
import { BlueskySession } from '#adapters/apis/bluesky/bluesky-session.js';
import { BlueskyTransport } from '#adapters/apis/bluesky/bluesky-transport.js';
import { freeze } from '#adapters/apis/frozen-request.js';
import { MASTODON_REPORTS } from '#adapters/apis/mastodon/mastodon-report-writer.js';
import { MastodonTransport } from '#adapters/apis/mastodon/mastodon-transport.js';
import type { Attempt, Outgoing } from '#application/correspondence/transport.js';
import { BLUESKY_CID, BLUESKY_DID, BLUESKY_LOGIN, BlueskyServer } from '#test/fakes/bluesky-server.js';
import { MASTODON_TOKEN, MastodonServer } from '#test/fakes/mastodon-server.js';
import { apiTransportContract } from './api-transport.contract.js';

const KEY = { 'Idempotency-Key': '0123456789abcdef0123456789abcdef' };
const sender = 'desk@desk.practice.example';
const bytesOf = (body: object) => Buffer.from(JSON.stringify(body));

const mastodonReport = ({ origin }: MastodonServer): Outgoing => {
  const body = bytesOf({
    ...{ account_id: '14715', status_ids: ['111'], comment: 'zoë: x\ny', forward: false, category: 'legal' },
  });
  const bytes = freeze({ origin, path: MASTODON_REPORTS, headers: KEY, body });
  return { format: 'mastodon-report', sender, recipient: origin, bytes };
};

const blueskyReport = ({ origin }: BlueskyServer): Outgoing => {
  const subject = {
    ...{ $type: 'com.atproto.repo.strongRef', uri: `at://${BLUESKY_DID}/app.bsky.feed.post/3kabc`, cid: BLUESKY_CID },
  };
  const body = bytesOf({ reasonType: 'tools.ozone.report.defs#reasonHarassmentDoxxing', subject, reason: 'zoë: x\ny' });
  const headers = { 'atproto-proxy': 'did:plc:ar7c4by46qjdydhdevvrndac#atproto_labeler', ...KEY };
  const bytes = freeze({ origin, path: BLUESKY_REPORTS, headers, body });
  return { format: 'bluesky-report', sender, recipient: origin, bytes };
};

apiTransportContract<MastodonServer>({
  name: 'Mastodon',
  route: `POST ${MASTODON_REPORTS}`,
  openServer: () => new MastodonServer().open(),
  transport: (caller, { origin }) =>
    new MastodonTransport(caller, new Map([[origin, MASTODON_TOKEN], ['https://192.0.2.1', MASTODON_TOKEN]])), // prettier-ignore
  outgoing: mastodonReport,
  secrets: () => [MASTODON_TOKEN],
  reference: '48914',
});

const sessionAt = (caller: ApiCaller, service: string) => new BlueskySession(caller, { service, ...BLUESKY_LOGIN });

apiTransportContract<BlueskyServer>({
  name: 'Bluesky',
  route: `POST ${BLUESKY_REPORTS}`,
  openServer: () => new BlueskyServer().open(),
  transport: (caller, { origin }) => new BlueskyTransport(caller, sessionAt(caller, origin)),
  outgoing: blueskyReport,
  secrets: ({ tokens }) => [BLUESKY_LOGIN.password, ...tokens],
  reference: '7001',
});

const ATTEMPT: Attempt = { reach: () => Promise.resolve(), isHeld: () => true, signal: new AbortController().signal };
const practice = new ApiCaller(() => Promise.resolve('practice'), { connecting: 2000, whole: 2000 });

describe('a token for each Mastodon instance', () => {
  test('without one nothing is asked, and it says so', async () => {
    const server = await new MastodonServer().open();
    const carried = await new MastodonTransport(practice, new Map()).carry(mastodonReport(server), ATTEMPT);
    expect(carried).toEqual({ end: 'refused', answer: 'mastodon.no-token' });
    expect(server.connections).toBe(0);
    await server.close();
  });

  test('that is wrong is refused in the server’s words', async () => {
    const server = await new MastodonServer().open();
    const tokens = new Map([[server.origin, 'another-token-altogether']]);
    const carried = await new MastodonTransport(practice, tokens).carry(mastodonReport(server), ATTEMPT);
    expect(carried).toEqual({ end: 'refused', answer: 'api.token-refused 401 The access token is invalid' });
    await server.close();
  });

  test('that action was taken already is told, and is no outcome', async () => {
    const server = await new MastodonServer().open();
    server.play({ [`POST ${MASTODON_REPORTS}`]: { status: 200, body: { id: '9', action_taken: true } } });
    const tokens = new Map([[server.origin, MASTODON_TOKEN]]);
    const carried = await new MastodonTransport(practice, tokens).carry(mastodonReport(server), ATTEMPT);
    expect(carried).toEqual({ end: 'accepted', answer: 'api.says-action-taken 200', reference: '9' });
    await server.close();
  });
});

describe('a session with Bluesky', () => {
  const CREATE = 'POST /xrpc/com.atproto.server.createSession';
  const REFRESH = 'POST /xrpc/com.atproto.server.refreshSession';
  const REPORT = `POST ${BLUESKY_REPORTS}`;

  async function withServer(
    tried: (server: BlueskyServer, carry: () => ReturnType<BlueskyTransport['carry']>) => Promise<void>,
  ) {
    const server = await new BlueskyServer().open();
    const transport = new BlueskyTransport(practice, sessionAt(practice, server.origin));
    await tried(server, () => transport.carry(blueskyReport(server), ATTEMPT)).finally(() => server.close());
  }

  test('lasts for many reports', () =>
    withServer(async (server, carry) => {
      for (let i = 0; i < 3; i += 1) expect(await carry()).toMatchObject({ end: 'accepted' });
      expect(server.cameInAt(CREATE)).toHaveLength(1);
    }));

  test('is made once for reports that leave at the same time', () =>
    withServer(async (server, carry) => {
      const carried = await Promise.all([carry(), carry(), carry()]);
      expect(carried.map(({ end }) => end)).toEqual(['accepted', 'accepted', 'accepted']);
      expect(server.cameInAt(CREATE)).toHaveLength(1);
    }));

  test('that is about to end is refreshed before the report, never after it', () =>
    withServer(async (server, carry) => {
      server.accessSeconds = 30;
      await carry();
      server.accessSeconds = 7200;
      expect(await carry()).toMatchObject({ end: 'accepted' });
      expect(server.asked.map(({ path }) => path.split('.').at(-1))).toEqual([
        ...['createSession', 'createReport', 'refreshSession', 'createReport'],
      ]);
    }));

  test('that can no longer be refreshed is made anew', () =>
    withServer(async (server, carry) => {
      server.accessSeconds = 30;
      await carry();
      server.play({ [REFRESH]: { status: 400, body: { error: 'ExpiredToken', message: 'x' } } });
      expect(await carry()).toMatchObject({ end: 'accepted' });
      expect(server.cameInAt(CREATE)).toHaveLength(2);
    }));

  test('that the server ended is no reason to refuse: the report waits, and leaves once with a new one', () =>
    withServer(async (server, carry) => {
      await carry();
      server.revoke();
      expect(await carry()).toEqual({ end: 'deferred', answer: 'api.session-over' });
      expect(server.cameInAt(REPORT)).toHaveLength(2);
      expect(await carry()).toMatchObject({ end: 'accepted' });
      expect(server.reports).toHaveLength(2);
    }));

  test.each([
    [
      'a wrong password',
      { status: 401, body: { error: 'AuthenticationRequired', message: 'x' } },
      'refused',
      'bluesky.password-refused',
    ],
    [
      'a second step',
      { status: 401, body: { error: 'AuthFactorTokenRequired', message: 'x' } },
      'refused',
      'bluesky.needs-app-password',
    ],
    [
      'a closed account',
      { status: 401, body: { error: 'AccountTakedown', message: 'x' } },
      'refused',
      'bluesky.account-closed',
    ],
    ['a server in trouble', { status: 502, body: '' }, 'deferred', 'api.server-failed'],
    ['too many sessions', { status: 429, headers: { 'retry-after': '600' } }, 'deferred', 'api.asked-too-much'],
    ['a redirect', { status: 302, headers: { location: 'https://192.0.2.1/' } }, 'deferred', 'api.server-failed'],
    ['no tokens', { status: 200, body: {} }, 'deferred', 'api.server-failed'],
  ] as const)('that begins with %s offers nothing', (_, reply, end, answer) =>
    withServer(async (server, carry) => {
      server.play({ [CREATE]: reply });
      expect(await carry()).toMatchObject({ end, answer, ...(reply.status === 429 ? { waitSeconds: 600 } : {}) });
      expect(server.cameInAt(REPORT)).toHaveLength(0);
    }),
  );

  test('is only had with the server of our account', () =>
    withServer(async (server) => {
      const elsewhere = new BlueskyTransport(practice, sessionAt(practice, 'http://127.0.0.1:1'));
      const none = new BlueskyTransport(practice, undefined);
      for (const transport of [elsewhere, none]) {
        const carried = await transport.carry(blueskyReport(server), ATTEMPT);
        expect(carried).toEqual({ end: 'refused', answer: 'bluesky.no-account' });
      }
      expect(server.connections).toBe(0);
    }));
});
