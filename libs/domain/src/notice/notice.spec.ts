import { describe, expect, test } from '@jest/globals';
import { A_REASON, LETTER, NO_APPROVAL, NoticeBuilder } from '#test/builders/notice.builder.js';
import { anOutcome } from '#test/builders/outcome.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { system } from '../event.js';
import { SHORTEST_EXPLANATION, type Blocker } from './blockers.js';
import { BONA_FIDE_TEXT_VERSION, bonaFideText } from './bona-fide-text.js';
import { canFollow, NOTICE_STATUSES, type NoticeStatus } from './notice-status.js';
import type { Notice } from './notice.js';

const AT = new Date('2026-11-10T12:00:00Z');
const BY = system('test');
const WORD = { by: uuid(801), at: AT.toISOString(), letterDigest: LETTER };
const STATEMENT = { by: uuid(800), at: AT.toISOString(), textVersion: BONA_FIDE_TEXT_VERSION };

/** A notice at each station of its life, brought there by its own verbs. */
const AT_STATION: Readonly<Record<NoticeStatus, () => Notice>> = {
  draft: () => NoticeBuilder.aNotice().build(),
  ready: () => NoticeBuilder.aNotice().asked().build(),
  approved: () => NoticeBuilder.aNotice().approved().build(),
  submitted: () => NoticeBuilder.aNotice().submittedOn().build(),
  sent: () => NoticeBuilder.aNotice().sentOn().build(),
  acknowledged: () => NoticeBuilder.aNotice().sentOn().acknowledgedOn('2026-11-03T00:00:00Z').build(),
  decided: () => NoticeBuilder.aNotice().sentOn().decidedOn('2026-11-04T00:00:00Z').build(),
  closed: () =>
    NoticeBuilder.aNotice().sentOn().decidedOn('2026-11-04T00:00:00Z').closedOn('2026-11-05T00:00:00Z').build(),
  withdrawn: () => NoticeBuilder.aNotice().sentOn().withdrawnOn('2026-11-03T00:00:00Z').build(),
};

/** The table of design.md §2, written down a second time. */
const LIFE: Readonly<Record<NoticeStatus, readonly NoticeStatus[]>> = {
  draft: ['ready', 'withdrawn'],
  ready: ['draft', 'approved', 'submitted', 'withdrawn'],
  approved: ['draft', 'submitted', 'withdrawn'],
  submitted: ['sent', 'ready', 'withdrawn'],
  sent: ['acknowledged', 'decided', 'withdrawn'],
  acknowledged: ['decided', 'withdrawn'],
  decided: ['decided', 'closed'],
  closed: ['decided'],
  withdrawn: [],
};

describe('the life of a notice', () => {
  const pairs = NOTICE_STATUSES.flatMap((from) => NOTICE_STATUSES.map((to) => [from, to] as const));

  test.each(pairs)('from %s to %s as the design says', (from, to) => {
    expect(canFollow(from, to)).toBe(LIFE[from].includes(to));
  });

  test.each(NOTICE_STATUSES)('a notice that is %s got there by its verbs', (status) => {
    expect(AT_STATION[status]().status).toBe(status);
  });
});

const decideAll = (notice: Notice) =>
  notice.decide(notice.items.map(({ id }) => ({ itemId: id, outcome: anOutcome('removed', AT.toISOString()) })));

/** Each verb, from where it may be used, and where it leads. */
const VERBS: Readonly<
  Record<string, readonly [(notice: Notice) => unknown, Partial<Record<NoticeStatus, NoticeStatus>>]>
> = {
  describe: [(it) => it.describe(it.content, [], BY), { draft: 'draft', ready: 'draft', approved: 'draft' }],
  prepare: [(it) => it.prepare(BY), { draft: 'ready' }],
  askApproval: [(it) => it.askApproval({ ...WORD, letterDigest: 'b'.repeat(64), version: 2 }), { ready: 'ready' }],
  approve: [(it) => it.approve(WORD), { ready: 'approved' }],
  return: [(it) => it.return({ ...WORD, reason: 'Wrong ground' }), { ready: 'draft' }],
  takeBackApproval: [(it) => it.takeBackApproval(), { ready: 'draft', approved: 'draft' }],
  submit: [(it) => it.submit(STATEMENT, LETTER, NO_APPROVAL, AT), { ready: 'submitted', approved: 'submitted' }],
  recall: [(it) => it.recall('called-back'), { submitted: 'ready' }],
  send: [(it) => it.send(AT), { submitted: 'sent' }],
  acknowledge: [
    (it) => it.acknowledge(AT),
    {
      sent: 'acknowledged',
      acknowledged: 'acknowledged',
      decided: 'decided',
      closed: 'closed',
      withdrawn: 'withdrawn',
    },
  ],
  decide: [decideAll, { sent: 'decided', acknowledged: 'decided', decided: 'decided', closed: 'decided' }],
  withdraw: [
    (it) => it.withdraw(AT, A_REASON),
    {
      ...{ draft: 'withdrawn', ready: 'withdrawn', approved: 'withdrawn', submitted: 'withdrawn' },
      ...{ sent: 'withdrawn', acknowledged: 'withdrawn' },
    },
  ],
  close: [(it) => it.close(AT), { decided: 'closed' }],
  reopen: [(it) => it.reopen(), { closed: 'decided' }],
};

describe('the verbs', () => {
  const uses = Object.entries(VERBS).flatMap(([verb, [use, leads]]) =>
    NOTICE_STATUSES.map((from) => ({ verb, use, from, to: leads[from] })),
  );
  const allowed = uses.filter((one) => one.to !== undefined);
  const forbidden = uses.filter((one) => one.to === undefined);

  test.each(allowed)('$verb brings a notice that is $from to $to', ({ use, from, to }) => {
    const notice = AT_STATION[from]();
    use(notice);
    expect(notice.status).toBe(to);
  });

  test.each(forbidden)('$verb is refused for a notice that is $from, which stays as it was', ({ use, from }) => {
    const notice = AT_STATION[from]();
    expect(() => use(notice)).toThrow(/notice\.(status-cannot-follow|not-sent|withdrawn)/);
    expect(notice).toStrictEqual(AT_STATION[from]());
  });
});

describe('before it may leave', () => {
  const lacking: [Blocker, string, NoticeBuilder][] = [
    ['explanation-missing', 'Art. 16(2)(a)', NoticeBuilder.aNotice().withoutExplanation()],
    ['location-missing', 'Art. 16(2)(b)', NoticeBuilder.aNotice().withoutLocation()],
    ['submitter-missing', 'Art. 16(2)(c), name', NoticeBuilder.aNotice().saying({ submitterName: ' ' })],
    ['submitter-missing', 'Art. 16(2)(c), e-mail', NoticeBuilder.aNotice().saying({ submitterEmail: '' })],
    ['ground-missing', 'a ground', NoticeBuilder.aNotice().withoutGround()],
    ['platform-missing', 'a platform', NoticeBuilder.aNotice().saying({ platformCode: null })],
    ['channel-missing', 'a channel', NoticeBuilder.aNotice().saying({ channel: null })],
  ];

  test.each(lacking)('%s is asked for (%s), and refused without', (blocker, _element, builder) => {
    const notice = builder.build();
    expect(notice.blockers()).toEqual([blocker]);
    expect(() => notice.prepare(BY)).toThrow(
      expect.objectContaining({ code: 'notice.incomplete', facts: { blockers: [blocker] } }),
    );
    expect(notice.status).toBe('draft');
  });

  test('a complete notice lacks nothing', () => {
    expect(NoticeBuilder.aNotice().build().blockers()).toEqual([]);
  });

  test('every ground needs its explanation, of a length that can say something', () => {
    const saying = (...explanations: string[]) =>
      NoticeBuilder.aNotice().saying({ grounds: explanations.map((explanation) => ({ code: 'AW21', explanation })) });
    const enough = 'x'.repeat(SHORTEST_EXPLANATION);
    expect(saying(enough, enough).build().blockers()).toEqual([]);
    expect(
      saying(enough, `  ${enough.slice(1)}  `)
        .build()
        .blockers(),
    ).toEqual(['explanation-missing']);
  });

  test.each([
    ['nobody', { ...STATEMENT, by: ' ' }],
    ['no text', { ...STATEMENT, textVersion: '' }],
    ['a text that never existed', { ...STATEMENT, textVersion: 'toString' }],
  ])('the statement of good faith by %s is none (Art. 16(2)(d))', (_what, statement) => {
    const notice = AT_STATION.ready();
    expect(() => notice.submit(statement, LETTER, NO_APPROVAL, AT)).toThrow(
      expect.objectContaining({ facts: { blockers: ['bona-fide-missing'] } }),
    );
    expect(notice.bonaFide).toBeNull();
  });

  test('the text in use exists in every language of letters', () => {
    expect(bonaFideText(BONA_FIDE_TEXT_VERSION, 'nl')).toContain('te goeder trouw');
    expect(bonaFideText(BONA_FIDE_TEXT_VERSION, 'en')).toContain('bona fide');
    expect(() => bonaFideText('2025-9', 'nl')).toThrow('notice.bona-fide-text-unknown');
  });
});

describe('what stays on record', () => {
  test('what we saw at an address stays with it when the notice is written anew, and with no other address', () => {
    const notice = NoticeBuilder.aNotice().about('https://a.example/1', 'https://a.example/2').build();
    const seen = { at: AT.toISOString(), seen: 'there', httpStatus: 200, captureId: null } as const;
    notice.items.forEach((item) => notice.observe(item.id, seen));
    const moved = [2, 1].map((n) =>
      NoticeBuilder.item(notice.id, n, n === 2 ? 'https://a.example/2' : 'https://b.example/'),
    );
    notice.describe(notice.content, moved, BY);
    expect(notice.items.map((item) => item.observations)).toEqual([[seen], []]);
  });

  test('a notice called back needs a new statement of good faith', () => {
    const notice = AT_STATION.submitted();
    notice.recall('called-back');
    expect([notice.bonaFide, notice.moments.submittedAt]).toEqual([null, null]);
  });

  test('the earliest receipt counts, also when it comes to light after the decision', () => {
    const notice = AT_STATION.decided();
    notice.acknowledge(new Date('2026-11-03T10:00:00Z'));
    notice.acknowledge(new Date('2026-11-02T10:00:00Z'));
    notice.acknowledge(new Date('2026-11-04T10:00:00Z'));
    expect(notice.moments.acknowledgedAt).toEqual(new Date('2026-11-02T10:00:00Z'));
  });

  test('it is decided when its last item is, at the first decision of that item', () => {
    const notice = NoticeBuilder.aNotice().about('https://a.example/1', 'https://a.example/2').sentOn().build();
    const [one, two] = notice.items.map((item) => item.id) as [string, string];
    notice.decide([{ itemId: one, outcome: anOutcome('removed', '2026-11-05T00:00:00Z') }]);
    expect([notice.status, notice.moments.decidedAt]).toEqual(['sent', null]);
    notice.decide([{ itemId: two, outcome: anOutcome('no-violation', '2026-11-07T00:00:00Z') }]);
    notice.decide([{ itemId: two, outcome: anOutcome('removed', '2026-11-09T00:00:00Z') }]);
    expect([notice.status, notice.moments.decidedAt]).toEqual(['decided', new Date('2026-11-07T00:00:00Z')]);
    expect(notice.item(two).outcomes.map((outcome) => outcome.code)).toEqual(['no-violation', 'removed']);
    expect(notice.item(two).latest?.code).toBe('removed');
  });

  test('the decision in force is the latest by its own date, of equals the one recorded last', () => {
    const notice = AT_STATION.sent();
    const itemId = notice.items[0]!.id;
    const decide = (code: 'removed' | 'not-found' | 'restricted' | 'delisted', at: string | null) =>
      notice.decide([{ itemId, outcome: anOutcome(code, at) }]);
    decide('removed', '2026-11-08T00:00:00Z');
    decide('not-found', '2026-11-05T00:00:00Z');
    expect(notice.items[0]!.firstDecidedAt).toEqual(new Date('2026-11-05T00:00:00Z'));
    decide('restricted', null);
    expect(notice.items[0]!.latest?.code).toBe('removed');
    decide('delisted', '2026-11-08T00:00:00Z');
    expect(notice.items[0]!.latest?.code).toBe('delisted');
  });

  test('once a decision without a date is on record, nobody knows which came first', () => {
    const notice = AT_STATION.decided();
    notice.decide([{ itemId: notice.items[0]!.id, outcome: anOutcome('restricted', null) }]);
    expect([notice.items[0]!.firstDecidedAt, notice.moments.decidedAt]).toEqual([null, null]);
  });

  test('a decision on a closed notice takes it up again', () => {
    const notice = AT_STATION.closed();
    decideAll(notice);
    expect([notice.status, notice.moments.closedAt]).toEqual(['decided', null]);
  });

  test('an outcome of an item that is not in the notice, or none at all, is refused', () => {
    const outcome = anOutcome('removed', null);
    expect(() => AT_STATION.sent().decide([{ itemId: uuid(77), outcome }])).toThrow('notice.no-such-item');
    expect(() => AT_STATION.sent().decide([])).toThrow('notice.no-outcome-given');
  });

  test('events name ids, codes and moments, never what a person wrote', () => {
    const notice = AT_STATION.ready();
    expect(notice.submit(STATEMENT, LETTER, NO_APPROVAL, AT)).toEqual({
      ...{ kind: 'notice-submitted', subject: 'notice', subjectId: notice.id },
      facts: { textVersion: BONA_FIDE_TEXT_VERSION },
    });
    expect(decideAll(AT_STATION.sent()).facts).toEqual({ codes: ['removed'], complete: true });
  });
});
