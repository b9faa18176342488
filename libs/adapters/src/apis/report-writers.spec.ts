import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { LetterFacts } from '#application/notice/letter-writer.js';
import { UNANSWERED } from '#domain/notice/notice-answers.js';
import type { NoticeContent } from '#domain/notice/notice-content.js';
import { aGround, aPlatform, CountingIdentities, factsFor } from '#test/builders/letter-facts.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { BLUESKY_CID, BLUESKY_DID, BLUESKY_LOGIN, BlueskyServer } from '#test/fakes/bluesky-server.js';
import { MASTODON_TOKEN, MastodonServer } from '#test/fakes/mastodon-server.js';
import type { ApiAccess } from '../settings/api-access.js';
import { thaw } from './frozen-request.js';
import { reportWriters } from './of-this-desk.js';

const CHANNELS = {
  mastodon: { ...aPlatform().channels[0]!, kind: 'api', api: 'mastodon', address: null },
  bluesky: { ...aPlatform().channels[0]!, kind: 'api', api: 'bluesky', address: null },
} as const;

const practice = () => Promise.resolve('practice' as const);

function factsOf(
  api: 'mastodon' | 'bluesky',
  urls: readonly string[],
  content: Partial<NoticeContent> = {},
): LetterFacts {
  const notice = NoticeBuilder.aNotice(31).about(...urls).saying({ channel: 'api', ...content }).build(); // prettier-ignore
  return factsFor(notice, { channel: CHANNELS[api], grounds: notice.content.grounds.map(({ code }) => aGround(code)) });
}

const reasoned = (code: string, explanation = 'Woorden die niemand schaden.') => ({ grounds: [{ code, explanation }] });
const bodyOf = ({ bytes, recipient }: { readonly bytes: Uint8Array; readonly recipient: string }) =>
  JSON.parse(Buffer.from(thaw(bytes, recipient)!.body).toString()) as Record<string, unknown>;

describe('a report to Mastodon', () => {
  let server: MastodonServer;
  const write = (facts: LetterFacts, token = MASTODON_TOKEN) =>
    reportWriters(
      { access: { mastodon: new Map([[server.origin, token]]) }, kind: practice },
      new CountingIdentities(),
    )['mastodon-report'].write(facts);
  const post = (n: number) => `${server.origin}/@Name/${n}`;

  beforeEach(async () => {
    server = await new MastodonServer().open();
  });
  afterEach(() => server.close());

  test('holds account, posts, category and a comment that begins with reference and law', async () => {
    const letter = await write(factsOf('mastodon', [post(111), post(112)], reasoned('SR285')));
    const { comment, ...fields } = bodyOf(letter);

    expect(fields).toEqual({ account_id: '14715', status_ids: ['111', '112'], forward: false, category: 'legal' });
    expect(comment).toMatch(/^\[TF-2026-000031\] /);
    expect(String(comment).split('\n')[1]).toMatch(/^Wetboek van Strafrecht, (?:artikel|Article) 285|Criminal Code/);
    expect(letter).toMatchObject({ format: 'mastodon-report', recipient: server.origin });
    expect(letter.text).toContain(String(comment));
    expect(letter.text).toContain('account_id: 14715 (@name)');
  });

  test('asks for the account and the version, and never for the posts', async () => {
    await write(factsOf('mastodon', [post(111)]));
    expect(server.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/v2/instance',
      'GET /api/v1/accounts/lookup',
    ]);
    expect(server.wrong).toEqual([]);
  });

  test.each([
    ['4.5.2', 'legal'],
    ['4.2.0+glitch', 'legal'],
    ['5.0.0-alpha.1', 'legal'],
    ['4.1.19', 'other'],
    ['4.0.2', 'other'],
    ['3.5.3', 'other'],
    ['2.7.2 (compatible; Pleroma 2.6.0)', 'other'],
    ['', 'other'],
  ])('to version %j has category %s', async (version, category) => {
    server.version = version;
    expect(bodyOf(await write(factsOf('mastodon', [post(111)])))).toMatchObject({ category });
  });

  test('about the account as a whole names no posts', async () => {
    expect(bodyOf(await write(factsOf('mastodon', [`${server.origin}/@name`])))).toMatchObject({ status_ids: [] });
  });

  test('differs from the next, though it says the same', async () => {
    const facts = factsOf('mastodon', [post(111)]);
    const [one, two] = [await write(facts), await write({ ...facts, replyToken: 'f'.repeat(32) })];
    expect(bodyOf(one)).toEqual(bodyOf(two));
    expect(one.digest).not.toBe(two.digest);
  });

  test('whose comment is too long is refused with how much', async () => {
    const facts = factsOf('mastodon', [post(111)], reasoned('SR285', '😀'.repeat(1000)));
    const refused = await write(facts).catch((error: unknown) => error as { code: string; facts: object });
    expect(refused).toMatchObject({ code: 'letter.too-long-for-channel', facts: { most: 1000 } });
    const { length, over } = (refused as { facts: { length: number; over: number } }).facts;
    expect(over).toBe(length - 1000);
    expect(server.connections).toBe(0);
  });

  test('counts a sign as one, as Mastodon does', async () => {
    const short = factsOf('mastodon', [post(111)], reasoned('SR285', '😀'.repeat(300)));
    const { comment } = bodyOf(await write(short));
    expect(String(comment).length).toBeGreaterThan([...String(comment)].length + 299);
  });

  test('to an instance of which we have no token is refused before anything is asked', async () => {
    await expect(write(factsOf('mastodon', ['https://mastodon.example/@name/1']))).rejects.toMatchObject({
      code: 'mastodon.no-token',
      facts: { host: 'mastodon.example' },
    });
  });

  test('that is withdrawn says so about the same posts, and is no legal complaint', async () => {
    const notice = NoticeBuilder.aNotice(32).about(post(111)).saying({ channel: 'api' }).sentOn().build();
    const letter = await write(factsFor(notice, { channel: CHANNELS.mastodon, purpose: 'withdrawal' }));
    expect(bodyOf(letter)).toMatchObject({ account_id: '14715', status_ids: ['111'], category: 'other' });
    expect(bodyOf(letter)['comment']).toMatch(/^\[TF-2026-000032\] (?:Intrekking|Withdrawal)/);
  });

  const LOOKUP = 'GET /api/v1/accounts/lookup';
  const VERSION = 'GET /api/v2/instance';
  test.each([
    [
      'an unknown account',
      { [LOOKUP]: { status: 404, body: { error: 'Record not found' } } },
      'mastodon.no-such-account',
    ],
    ['a token that is refused', { [LOOKUP]: { status: 403, body: { error: 'x' } } }, 'api.token-refused'],
    ['a busy server', { [LOOKUP]: { status: 429 } }, 'api.asked-too-much'],
    ['a server in trouble', { [VERSION]: { status: 503 } }, 'api.cannot-look-up'],
    [
      'another account than asked',
      { [LOOKUP]: { status: 200, body: { id: '1', acct: 'other' } } },
      'api.cannot-look-up',
    ],
    [
      'an account elsewhere',
      { [LOOKUP]: { status: 200, body: { id: '1', acct: 'name@x.example' } } },
      'api.cannot-look-up',
    ],
    ['an id that is none', { [LOOKUP]: { status: 200, body: { id: '../1', acct: 'name' } } }, 'api.cannot-look-up'],
    ['HTML', { [LOOKUP]: { status: 200, body: '<html>' } }, 'api.cannot-look-up'],
    ['a redirect', { [LOOKUP]: { status: 302, headers: { location: 'http://127.0.0.1:1/' } } }, 'api.cannot-look-up'],
    ['a flood', { [LOOKUP]: 'flood' }, 'api.cannot-look-up'],
    ['a broken line', { [VERSION]: 'cut' }, 'api.cannot-look-up'],
  ] as const)('is not written on %s', async (_, tricks, code) => {
    server.play(tricks);
    const refused = await write(factsOf('mastodon', [post(111)])).catch((error: unknown) => error as Error);
    expect(refused).toMatchObject({ code });
    expect(`${(refused as Error).message} ${(refused as Error).stack}`).not.toContain(MASTODON_TOKEN);
  });
});

describe('a report to Bluesky', () => {
  let server: BlueskyServer;
  const access = (): ApiAccess => ({ mastodon: new Map(), bluesky: { service: server.origin, ...BLUESKY_LOGIN } });
  const write = (facts: LetterFacts, own: ApiAccess = access()) =>
    reportWriters({ access: own, kind: practice }, new CountingIdentities())['bluesky-report'].write(facts);
  const POST = 'https://bsky.app/profile/name.example/post/3kabc';
  const URI = `at://${BLUESKY_DID}/app.bsky.feed.post/3kabc`;

  beforeEach(async () => {
    server = await new BlueskyServer().open();
  });
  afterEach(() => server.close());

  test('is about the record, with its fingerprint, where it may be looked at', async () => {
    const letter = await write(factsOf('bluesky', [POST], reasoned('SR285D')));
    expect(bodyOf(letter)).toEqual({
      reasonType: 'tools.ozone.report.defs#reasonHarassmentDoxxing',
      subject: { $type: 'com.atproto.repo.strongRef', uri: URI, cid: BLUESKY_CID },
      reason: expect.stringMatching(/^\[TF-2026-000031\] /),
    });
    expect(letter).toMatchObject({ format: 'bluesky-report', recipient: server.origin });
    expect(letter.text).toContain(URI);
    expect(Buffer.from(letter.bytes).toString()).not.toContain('invented and harmless');
    expect(server.wrong).toEqual([]);
  });

  test.each([
    ['SR252', {}],
    ['SR251_GROOM', {}],
    ['SR285D', { answers: { ...UNANSWERED, imagery: 'sexual-minor' as const } }],
  ])('on %s (%j) never asks for the record: the account, and the record in words', async (code, content) => {
    const letter = await write(factsOf('bluesky', [POST], { ...reasoned(code), ...content }));
    const { subject, reason } = bodyOf(letter);
    expect(subject).toEqual({ $type: 'com.atproto.admin.defs#repoRef', did: BLUESKY_DID });
    expect(reason).toContain(URI);
    expect(server.asked.map(({ path }) => path)).toEqual(['/xrpc/com.atproto.identity.resolveHandle']);
  });

  test('about an account needs no look-up where the address has its DID', async () => {
    const letter = await write(factsOf('bluesky', [`https://bsky.app/profile/${BLUESKY_DID}`]));
    expect(bodyOf(letter)['subject']).toEqual({ $type: 'com.atproto.admin.defs#repoRef', did: BLUESKY_DID });
    expect(server.connections).toBe(0);
  });

  test('goes to Bluesky’s moderation, and says so before it is approved', async () => {
    const { text, bytes, recipient } = await write(factsOf('bluesky', [POST]));
    const service = 'did:plc:ar7c4by46qjdydhdevvrndac#atproto_labeler';
    expect(thaw(bytes, recipient)!.headers).toMatchObject({ 'atproto-proxy': service });
    expect(text).toContain(service);
  });

  test('never signs in to be written', async () => {
    await write(factsOf('bluesky', [POST]));
    expect(server.tokens).toEqual([]);
  });

  test.each([
    ['2,000 letters of the reader', 'e\u0301'.repeat(2001)],
    ['20,000 bytes', '👩‍👩‍👧‍👦'.repeat(900)],
  ])('of more than %s is refused', async (_, explanation) => {
    await expect(write(factsOf('bluesky', [POST], reasoned('SR285', explanation)))).rejects.toMatchObject({
      code: 'letter.too-long-for-channel',
    });
  });

  test('counts letters as a reader does', async () => {
    const { reason } = bodyOf(await write(factsOf('bluesky', [POST], reasoned('SR285', 'e\u0301'.repeat(1400)))));
    expect(String(reason).length).toBeGreaterThan(2800);
  });

  test('is refused where we have no account', async () => {
    await expect(write(factsOf('bluesky', [POST]), { mastodon: new Map() })).rejects.toMatchObject({
      code: 'bluesky.no-account',
    });
  });

  test('that is withdrawn is about the account, and names the record in words', async () => {
    const notice = NoticeBuilder.aNotice(32).about(POST).saying({ channel: 'api' }).sentOn().build();
    const letter = await write(factsFor(notice, { channel: CHANNELS.bluesky, purpose: 'withdrawal' }));
    expect(bodyOf(letter)).toMatchObject({
      reasonType: 'com.atproto.moderation.defs#reasonOther',
      subject: { did: BLUESKY_DID },
      reason: expect.stringContaining(URI),
    });
  });

  const HANDLE = 'GET /xrpc/com.atproto.identity.resolveHandle';
  const RECORD = 'GET /xrpc/com.atproto.repo.getRecord';
  test.each([
    ['an unknown account', { [HANDLE]: { status: 400, body: { error: 'HandleNotFound' } } }, 'bluesky.no-such-account'],
    ['a DID that is none', { [HANDLE]: { status: 200, body: { did: 'x' } } }, 'api.cannot-look-up'],
    ['an unknown record', { [RECORD]: { status: 400, body: { error: 'RecordNotFound' } } }, 'bluesky.no-such-record'],
    [
      'a record of somebody else',
      { [RECORD]: { status: 200, body: { uri: 'at://x', cid: 'bafyreia' } } },
      'api.cannot-look-up',
    ],
    ['no fingerprint', { [RECORD]: { status: 200, body: { uri: URI, value: {} } } }, 'api.cannot-look-up'],
    ['a busy server', { [HANDLE]: { status: 429 } }, 'api.asked-too-much'],
  ] as const)('is not written on %s', async (_, tricks, code) => {
    server.play(tricks);
    await expect(write(factsOf('bluesky', [POST]))).rejects.toMatchObject({ code });
  });
});
