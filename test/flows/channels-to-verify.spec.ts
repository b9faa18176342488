import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PgChannelUse } from '#adapters/postgres/pg-channel-use.js';
import { PgChannelsToVerify } from '#adapters/postgres/pg-channels-to-verify.js';
import { AmendPlatform } from '#application/provider/amend-platform.js';
import { EVERYTHING, reachOf } from '#domain/access/reach.js';
import { system } from '#domain/event.js';
import { withChannel } from '#domain/provider/channel-key.js';
import { CaseBuilder } from '#test/builders/case.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { openPgBooks, type OpenedPgBooks } from '#test/setup/open-pg-books.js';

const DAY = '2026-11-22';
const BY = { kind: 'user', userId: uuid(823), sessionId: null } as const;
const WORD = {
  kind: 'web-form',
  address: 'https://www.facebook.com/help/contact/319149701968527',
  by: uuid(823),
} as const;

let open: OpenedPgBooks;
beforeAll(async () => {
  open = await openPgBooks();
});
afterAll(() => open.close());

const due = async (day = DAY, reach = EVERYTHING) =>
  (await new PgChannelsToVerify(open.db).due(day, reach)).map((one) => [one.platformCode, one.kind, one.because]);

/** A notice that left by a channel on somebody's word. */
async function sentOnWord(n: number): Promise<void> {
  const notice = NoticeBuilder.aNotice(n).sentOn('2026-11-02T09:00:00Z').build();
  await open.books.together(system('test'), async (books) => {
    await books.cases.add(CaseBuilder.aCase(n).build(), undefined);
    await books.notices.add(notice, undefined);
  });
  const answers = JSON.stringify({ channelWord: { ...WORD, at: '2026-11-02T08:00:00Z' } });
  await open.db.query(
    `update notices set platform_code = 'facebook', channel = 'web-form', answers = answers || $2::jsonb where id = $1`,
    [notice.id, answers],
  );
}

describe('the channels to look at', () => {
  test('are none while all that is used was seen to work this year', async () => {
    expect(await due()).toEqual([]);
  });

  test('are those seen more than a year ago', async () => {
    expect(await due('2027-11-20')).toEqual([]);
    expect(await due('2027-11-21')).toContainEqual(['practice', 'email', 'year-ago']);
  });

  test('are those used on somebody’s word, whom the register names', async () => {
    await sentOnWord(31);
    expect(await due()).toEqual([['facebook', 'web-form', 'used-unverified']]);
    const words = await new PgChannelUse(open.db).words('facebook', EVERYTHING);
    expect(words).toMatchObject([{ kind: 'web-form', address: WORD.address, reference: 'TF-2026-000031' }]);
    const outside = reachOf({ userId: uuid(1), role: 'caseworker', lines: ['hotline'] });
    expect(await due(DAY, outside)).toEqual([]);
  });

  test('are no longer those that a person changed to what they saw', async () => {
    const amend = new AmendPlatform(open.books);
    await amend.run({ code: 'facebook', expected: 1, reason: 'Gezien.', by: BY }, (was) =>
      withChannel(was, WORD, { ...was.channels[0]!, verifiedOn: DAY, confidence: 'V' }),
    );
    expect(await due()).toEqual([]);
  });
});
