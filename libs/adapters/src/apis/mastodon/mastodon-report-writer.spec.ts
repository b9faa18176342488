import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { LetterFacts } from '#application/notice/letter-writer.js';
import { CountingIdentities, factsFor } from '#test/builders/letter-facts.builder.js';
import { ANSWERED, NoticeBuilder } from '#test/builders/notice.builder.js';
import { apiChannel, postedBody, reasoned, reportFacts } from '#test/builders/report-facts.builder.js';
import { MASTODON_TOKEN, MastodonServer } from '#test/fakes/mastodon-server.js';
import { reportWriters } from '../of-this-desk.js';

const practice = () => Promise.resolve('practice' as const);

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
    const letter = await write(reportFacts('mastodon', [post(111), post(112)], reasoned('SR285')));
    const { comment, ...fields } = postedBody(letter);

    expect(fields).toEqual({ account_id: '14715', status_ids: ['111', '112'], forward: false, category: 'legal' });
    expect(comment).toMatch(/^\[TF-2026-000031\] /);
    expect(String(comment).split('\n')[1]).toMatch(/^Wetboek van Strafrecht, (?:artikel|Article) 285|Criminal Code/);
    expect(letter).toMatchObject({ format: 'mastodon-report', recipient: server.origin });
    expect(letter.text).toContain(String(comment));
    expect(letter.text).toContain('account_id: 14715 (@name)');
  });

  test.each([
    ['en', 'On behalf of the person concerned, at the request of a lawyer.'],
    ['nl', 'Namens de betrokkene, op verzoek van een advocaat.'],
  ] as const)('says in %s on whose behalf, where that is claimed', async (language, claim) => {
    const facts = reportFacts('mastodon', [post(111)], { language });
    expect(postedBody(await write({ ...facts, mandate: 'lawyer' }))['comment']).toContain(claim);
    expect(postedBody(await write(facts))['comment']).not.toMatch(/on behalf of|namens/i);
  });

  test.each([
    ['en', 'Earlier notice: [TF-2026-000007] of 1 November 2026.', 'Posted 1: 1 May 2024'],
    ['nl', 'Eerdere melding: [TF-2026-000007] van 1 november 2026.', 'Geplaatst 1: 1 mei 2024'],
  ] as const)('says in %s what it follows up, and when it was posted', async (language, earlier, posted) => {
    const arose = { as: 'follow-up', from: 'x', reference: 'TF-2026-000007', sentAt: '2026-10-31T23:30:00Z' } as const;
    const answers = { ...ANSWERED, arose };
    const spoken = NoticeBuilder.aNotice(31).about(post(111)).saying({ channel: 'api', language, answers });
    const { comment } = postedBody(
      await write(factsFor(spoken.postedOn('2024-05-01').build(), { channel: apiChannel('mastodon') })),
    );
    expect(comment).toContain(earlier);
    expect(comment).toContain(posted);
  });

  test('asks for the account and the version, and never for the posts', async () => {
    await write(reportFacts('mastodon', [post(111)]));
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
    expect(postedBody(await write(reportFacts('mastodon', [post(111)])))).toMatchObject({ category });
  });

  test('about the account as a whole names no posts', async () => {
    expect(postedBody(await write(reportFacts('mastodon', [`${server.origin}/@name`])))).toMatchObject({
      status_ids: [],
    });
  });

  test('differs from the next, though it says the same', async () => {
    const facts = reportFacts('mastodon', [post(111)]);
    const [one, two] = [await write(facts), await write({ ...facts, replyToken: 'f'.repeat(32) })];
    expect(postedBody(one)).toEqual(postedBody(two));
    expect(one.digest).not.toBe(two.digest);
  });

  test.each([
    ['nl', 'Dit gaat niet mee, want er is geen plaats voor:', 'Geplaatst 1: 1 mei 2024', /goeder trouw/],
    ['en', 'This does not go along, because there is no room for it:', 'Posted 1: 1 May 2024', /bona fide/],
  ] as const)('leaves out in %s what is needed least, and shows it before anybody sends', async (...said) => {
    const [language, head, posted, statement] = said;
    const written = (signs: number) => {
      const spoken = NoticeBuilder.aNotice(31).about(post(111)).postedOn('2024-05-01');
      const notice = spoken.saying({ channel: 'api', language, ...reasoned('SR285', 'x'.repeat(signs)) }).build();
      return write(factsFor(notice, { channel: apiChannel('mastodon') }));
    };
    const [short, long] = [await written(100), await written(650)];
    expect(postedBody(short)['comment']).toContain(posted);
    expect(short.text).not.toContain(head);
    const comment = String(postedBody(long)['comment']);
    expect([...comment].length).toBeLessThanOrEqual(1000);
    expect(comment).toContain('x'.repeat(650));
    expect(comment).toMatch(statement);
    expect(comment).not.toContain(posted);
    expect(long.text.split(head)[1]).toContain(posted);
  });

  test('whose comment is too long is refused with how much', async () => {
    const facts = reportFacts('mastodon', [post(111)], reasoned('SR285', '😀'.repeat(1000)));
    const refused = await write(facts).catch((error: unknown) => error as { code: string; facts: object });
    expect(refused).toMatchObject({ code: 'letter.too-long-for-channel', facts: { most: 1000 } });
    const { length, over } = (refused as { facts: { length: number; over: number } }).facts;
    expect(over).toBe(length - 1000);
    expect(server.connections).toBe(0);
  });

  test('counts a sign as one, as Mastodon does', async () => {
    const short = reportFacts('mastodon', [post(111)], reasoned('SR285', '😀'.repeat(300)));
    const { comment } = postedBody(await write(short));
    expect(String(comment).length).toBeGreaterThan([...String(comment)].length + 299);
  });

  test('to an instance of which we have no token is refused before anything is asked', async () => {
    await expect(write(reportFacts('mastodon', ['https://mastodon.example/@name/1']))).rejects.toMatchObject({
      code: 'mastodon.no-token',
      facts: { host: 'mastodon.example' },
    });
  });

  test('that is withdrawn says so about the same posts, and is no legal complaint', async () => {
    const notice = NoticeBuilder.aNotice(32).about(post(111)).saying({ channel: 'api' }).sentOn().build();
    const letter = await write(factsFor(notice, { channel: apiChannel('mastodon'), purpose: 'withdrawal' }));
    expect(postedBody(letter)).toMatchObject({ account_id: '14715', status_ids: ['111'], category: 'other' });
    expect(postedBody(letter)['comment']).toMatch(/^\[TF-2026-000032\] (?:Intrekking|Withdrawal)/);
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
    const refused = await write(reportFacts('mastodon', [post(111)])).catch((error: unknown) => error as Error);
    expect(refused).toMatchObject({ code });
    expect(`${(refused as Error).message} ${(refused as Error).stack}`).not.toContain(MASTODON_TOKEN);
  });
});
