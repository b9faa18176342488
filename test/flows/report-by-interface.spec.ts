import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { reportTransports } from '#adapters/apis/of-this-desk.js';
import { MASTODON_REPORTS } from '#adapters/apis/mastodon/mastodon-report-writer.js';
import type { ApiAccess } from '#adapters/settings/api-access.js';
import { TransportByFormat } from '#adapters/sending/transport-by-format.js';
import { Books } from '#application/books.js';
import { SendDelivery } from '#application/correspondence/send-delivery.js';
import { Digests } from '#application/digests.js';
import { PreviewNotice } from '#application/notice/preview-notice.js';
import { SubmitNotice } from '#application/notice/submit-notice.js';
import { system, type Actor } from '#domain/event.js';
import { BONA_FIDE_TEXT_VERSION } from '#domain/notice/bona-fide-text.js';
import type { NoticeContent } from '#domain/notice/notice-content.js';
import { CaseBuilder } from '#test/builders/case.builder.js';
import { ANSWERED, NoticeBuilder } from '#test/builders/notice.builder.js';
import { BLUESKY_CID, BLUESKY_DID, BLUESKY_LOGIN, BlueskyServer } from '#test/fakes/bluesky-server.js';
import { MASTODON_TOKEN, MastodonServer } from '#test/fakes/mastodon-server.js';
import { openDesk, type OpenDesk } from '#test/setup/open-desk.js';
import { accountOf, practiceAccounts } from '#test/visits/desk-visit.js';

let desk: OpenDesk;
let mastodon: MastodonServer;
let bluesky: BlueskyServer;
let access: ApiAccess;
let by: Actor & { readonly kind: 'user' };
let n = 0;

beforeAll(async () => {
  [mastodon, bluesky] = [await new MastodonServer().open(), await new BlueskyServer().open()];
  const tokens = new Map([[mastodon.origin, MASTODON_TOKEN]]);
  access = { mastodon: tokens, bluesky: { service: bluesky.origin, ...BLUESKY_LOGIN } };
  desk = await openDesk({ apis: access });
  await practiceAccounts(desk.databaseUrl);
  const { email } = accountOf('caseworker');
  const [user] = await desk.db.query<{ id: string }[]>('select id from users where email = $1', [email]);
  by = { kind: 'user', userId: user!.id, sessionId: null };
});
beforeEach(() => void (n += 1));
afterEach(() => {
  mastodon.play({});
  bluesky.play({});
});
afterAll(async () => {
  await desk.close();
  await Promise.all([mastodon.close(), bluesky.close()]);
});

/** The caseworker gave their word for the interface, as nobody of ours saw it work yet. */
const answers = () => ({
  ...ANSWERED,
  channelWord: { kind: 'api' as const, address: '', by: by.userId, at: '2026-11-22T08:00:00.000Z' },
});

/** A draft about these addresses; answers its id. */
async function draft(content: Partial<NoticeContent>, ...urls: string[]): Promise<string> {
  const notice = NoticeBuilder.aNotice(n)
    .about(...urls)
    .saying({ channel: 'api', answers: answers(), ...content })
    .build();
  await desk.get(Books).together(system('test'), async (books) => {
    await books.cases.add(CaseBuilder.aCase(n).build(), undefined);
    await books.notices.add(notice, undefined);
  });
  return notice.id;
}

const previewed = (id: string) => desk.get(PreviewNotice).run({ id, by });

/** Read, approved, and in the sender's hands; the time in which it can be called back is over. */
async function submitted(id: string) {
  const { digest: letterDigest } = await previewed(id);
  const delivery = await desk.get(SubmitNotice).run({ id, by, letterDigest, bonaFideText: BONA_FIDE_TEXT_VERSION });
  await desk.db.query('update deliveries set next_try_at = now() where id = $1', [delivery.id]);
  return delivery;
}

function send(deliveryId: string) {
  const transport = new TransportByFormat(reportTransports({ access, kind: () => Promise.resolve('practice') }));
  return new SendDelivery(desk.get(Books), transport, desk.get(Digests)).run(deliveryId);
}

const standing = async (deliveryId: string) => {
  const [row] = await desk.db.query<Record<string, unknown>[]>(
    `select d.format, d.state, d.their_reference as reference, n.status as notice from deliveries d
       join notices n on n.id = d.notice_id where d.id = $1`,
    [deliveryId],
  );
  return row;
};

describe('a notice to a Mastodon instance', () => {
  const about = () =>
    draft({ platformCode: 'mastodon' }, `${mastodon.origin}/@Name/111`, `${mastodon.origin}/@name/112`);

  test('leaves as the person read it, once, and keeps the instance’s number', async () => {
    const id = await about();
    const { text } = await previewed(id);
    const { id: deliveryId } = await submitted(id);
    expect(await send(deliveryId)).toMatchObject({ end: 'accepted' });
    expect(await send(deliveryId)).toBeNull();

    const reference = String(48913 + mastodon.reports.length);
    expect(await standing(deliveryId)).toEqual({ format: 'mastodon-report', state: 'sent', reference, notice: 'sent' });
    const report = mastodon.reports.at(-1)!;
    expect(report).toMatchObject({ account_id: '14715', status_ids: ['111', '112'], category: 'legal' });
    expect(text).toContain(String(report['comment']));
    expect(mastodon.wrong).toEqual([]);
  });

  test('is called away by nobody between approval and sending: the bytes are those of the preview', async () => {
    const id = await about();
    const { id: deliveryId, letterDigest } = await submitted(id);
    mastodon.version = '3.5.3'; // were it written anew, its category would be another
    await send(deliveryId);
    mastodon.version = '4.5.2';
    expect(mastodon.reports.at(-1)).toMatchObject({ category: 'legal' });
    const [row] = await desk.db.query<object[]>('select digest from letters where digest = $1', [letterDigest]);
    expect(row).toBeDefined();
  });

  test('of which the instance says that action was taken has no outcome until a person records one', async () => {
    const { id: deliveryId, noticeId } = await submitted(await about());
    mastodon.play({ [`POST ${MASTODON_REPORTS}`]: { status: 200, body: { id: '77', action_taken: true } } });
    await send(deliveryId);
    const notice = await desk.get(Books).together(by, ({ notices }) => notices.get(noticeId));
    expect(notice.status).toBe('sent');
    expect(notice.items.flatMap(({ outcomes }) => outcomes)).toEqual([]);
  });

  test('that the instance turns down is ready again, and can be sent anew with another letter', async () => {
    const id = await about();
    const first = await submitted(id);
    mastodon.play({ [`POST ${MASTODON_REPORTS}`]: { status: 422, body: { error: 'Validation failed' } } });
    expect(await send(first.id)).toMatchObject({ end: 'refused', answer: 'api.rejected 422 Validation failed' });
    expect(await standing(first.id)).toMatchObject({ state: 'failed', notice: 'ready' });
    mastodon.play({});
    const second = await submitted(id);
    expect(second.letterDigest).not.toBe(first.letterDigest);
    expect(await send(second.id)).toMatchObject({ end: 'accepted' });
  });

  test('without a person’s word for the interface is not written', async () => {
    const id = await draft({ platformCode: 'mastodon', answers: ANSWERED }, `${mastodon.origin}/@name/111`);
    await expect(previewed(id)).rejects.toMatchObject({ facts: { blockers: ['channel-unverified'] } });
  });

  test('about two accounts is not written, and says to split it', async () => {
    const id = await draft({ platformCode: 'mastodon' }, `${mastodon.origin}/@name/111`, `${mastodon.origin}/@other/1`);
    await expect(previewed(id)).rejects.toMatchObject({ facts: { blockers: ['channel-limits'] } });
  });
});

describe('a notice to Bluesky', () => {
  test('leaves by our account to its moderation, and keeps the number', async () => {
    const id = await draft({ platformCode: 'bluesky' }, 'https://bsky.app/profile/name.example/post/3kabc');
    const { id: deliveryId } = await submitted(id);
    expect(await send(deliveryId)).toMatchObject({ end: 'accepted' });
    expect(await standing(deliveryId)).toMatchObject({ format: 'bluesky-report', state: 'sent', reference: '7001' });
    expect(bluesky.reports.at(-1)).toMatchObject({
      subject: { uri: `at://${BLUESKY_DID}/app.bsky.feed.post/3kabc`, cid: BLUESKY_CID },
    });
    expect(bluesky.wrong).toEqual([]);
  });
});

test('nothing in the database tells by what we sign in', async () => {
  const tables = await desk.db.query<{ name: string }[]>(
    `select oid::regclass::text as name from pg_class
      where relkind = 'r' and relnamespace in ('public'::regnamespace, 'jobs'::regnamespace)`,
  );
  for (const { name } of tables) {
    const rows = await desk.db.query<{ text: string }[]>(`select t::text as text from ${name} t`);
    const text = rows.map((row) => row.text).join('\n');
    for (const secret of [MASTODON_TOKEN, BLUESKY_LOGIN.password, ...bluesky.tokens]) {
      expect([name, text.includes(secret) || text.includes(Buffer.from(secret).toString('hex'))]).toEqual([
        name,
        false,
      ]);
    }
  }
});
