import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { LetterFacts } from '#application/notice/letter-writer.js';
import { UNANSWERED } from '#domain/notice/notice-answers.js';
import { CountingIdentities, factsFor } from '#test/builders/letter-facts.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { apiChannel, postedBody, reasoned, reportFacts } from '#test/builders/report-facts.builder.js';
import { BLUESKY_CID, BLUESKY_DID, BLUESKY_LOGIN, BlueskyServer } from '#test/fakes/bluesky-server.js';
import type { ApiAccess } from '../../settings/api-access.js';
import { thaw } from '../frozen-request.js';
import { reportWriters } from '../of-this-desk.js';

const practice = () => Promise.resolve('practice' as const);

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
    const letter = await write(reportFacts('bluesky', [POST], reasoned('SR285D')));
    expect(postedBody(letter)).toEqual({
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
    const letter = await write(reportFacts('bluesky', [POST], { ...reasoned(code), ...content }));
    const { subject, reason } = postedBody(letter);
    expect(subject).toEqual({ $type: 'com.atproto.admin.defs#repoRef', did: BLUESKY_DID });
    expect(reason).toContain(URI);
    expect(server.asked.map(({ path }) => path)).toEqual(['/xrpc/com.atproto.identity.resolveHandle']);
  });

  test('about an account needs no look-up where the address has its DID', async () => {
    const letter = await write(reportFacts('bluesky', [`https://bsky.app/profile/${BLUESKY_DID}`]));
    expect(postedBody(letter)['subject']).toEqual({ $type: 'com.atproto.admin.defs#repoRef', did: BLUESKY_DID });
    expect(server.connections).toBe(0);
  });

  test.each([
    [true, 'ChildSafetyPrivacy', { nl: 'privacy van een kind', en: 'privacy of a child' }],
    [false, 'HarassmentOther', { nl: 'lastigvallen, anders', en: 'harassment, other' }],
  ] as const)('on a portrait (of a minor: %s) has reason %s, shown in words', async (concernsMinor, reason, said) => {
    for (const language of ['nl', 'en'] as const) {
      const facts = reportFacts('bluesky', [POST], { ...reasoned('AW21'), language });
      const letter = await write({ ...facts, concernsMinor });
      const reasonType = `tools.ozone.report.defs#reason${reason}`;
      expect(postedBody(letter)).toMatchObject({ reasonType });
      expect(letter.text).toContain(`reasonType: ${reasonType} (${said[language]})`);
    }
  });

  test('goes to Bluesky’s moderation, and says so before it is approved', async () => {
    const { text, bytes, recipient } = await write(reportFacts('bluesky', [POST]));
    const service = 'did:plc:ar7c4by46qjdydhdevvrndac#atproto_labeler';
    expect(thaw(bytes, recipient)!.headers).toMatchObject({ 'atproto-proxy': service });
    expect(text).toContain(service);
  });

  test('never signs in to be written', async () => {
    await write(reportFacts('bluesky', [POST]));
    expect(server.tokens).toEqual([]);
  });

  test('leaves out what is needed least where letters or bytes are full, and shows it', async () => {
    for (const explanation of ['x'.repeat(1660), '👩‍👩‍👧‍👦'.repeat(786)]) {
      const facts = reportFacts('bluesky', [POST], { ...reasoned('SR285D', explanation), measure: 'account' });
      const { text, ...letter } = await write(facts);
      const reason = String(postedBody(letter)['reason']);
      expect(reason).toContain(explanation);
      expect(reason).not.toMatch(/Gevraagd|Asked/);
      expect(text.split(/geen plaats voor:|no room for it:/)[1]).toMatch(/Gevraagd|Asked/);
    }
  });

  test.each([
    ['2,000 letters of the reader', 'e\u0301'.repeat(2001)],
    ['20,000 bytes', '👩‍👩‍👧‍👦'.repeat(900)],
  ])('of more than %s is refused', async (_, explanation) => {
    await expect(write(reportFacts('bluesky', [POST], reasoned('SR285', explanation)))).rejects.toMatchObject({
      code: 'letter.too-long-for-channel',
    });
  });

  test('counts letters as a reader does', async () => {
    const { reason } = postedBody(
      await write(reportFacts('bluesky', [POST], reasoned('SR285', 'e\u0301'.repeat(1400)))),
    );
    expect(String(reason).length).toBeGreaterThan(2800);
  });

  test('is refused where we have no account', async () => {
    await expect(write(reportFacts('bluesky', [POST]), { mastodon: new Map() })).rejects.toMatchObject({
      code: 'bluesky.no-account',
    });
  });

  test('that is withdrawn is about the account, and names the record in words', async () => {
    const notice = NoticeBuilder.aNotice(32).about(POST).saying({ channel: 'api' }).sentOn().build();
    const letter = await write(factsFor(notice, { channel: apiChannel('bluesky'), purpose: 'withdrawal' }));
    expect(postedBody(letter)).toMatchObject({
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
    await expect(write(reportFacts('bluesky', [POST]))).rejects.toMatchObject({ code });
  });
});
