import { describe, expect, test } from '@jest/globals';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { anOutcome } from '#test/builders/outcome.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { system } from '../event.js';
import { copyOf, followUpOf } from './arising.js';
import { UNANSWERED, type NoticeAnswers } from './notice-answers.js';
import { split, splitParts } from './split.js';

const WORD = { by: uuid(800), at: '2026-11-02T08:00:00.000Z' };
const ANSWERS: NoticeAnswers = {
  ...UNANSWERED,
  ...{ danger: 'threat-to-life', heeded: WORD, imagery: 'person', expression: 'weighed' },
  scope: { visibility: 'anyone', service: 'online-platform', area: 'inside', lawfulness: 'unlawful' },
  shared: [{ field: 'name', text: 'x', ...WORD }],
  enclosed: [{ digest: 'a'.repeat(64), name: 'a.png', ...WORD }],
  channelWord: { kind: 'email', address: 'a@b.example', ...WORD },
  ownReport: { result: 'refused', on: null },
};
const [A, B, C] = ['https://a.example/1', 'https://b.example/2', 'https://b.example/3'];
const item = (n: number) => NoticeBuilder.item(uuid(1), n, '').id;
const limited = (code: string, ...numbers: number[]) => ({
  code,
  explanation: 'because it is so, as everybody can see',
  items: numbers.map(item),
});
const counting = () => {
  let n = 0;
  return () => uuid(300 + (n += 1));
};

describe('a copy', () => {
  const sent = NoticeBuilder.aNotice()
    .about(A, B, C)
    .saying({
      answers: ANSWERS,
      grounds: [limited('AW21', 2), { code: 'SR285D', explanation: 'of each and every one of these' }],
    })
    .sentOn()
    .build();
  const copy = copyOf(sent, counting());

  test('says what the other said, of the same addresses, under ids of its own', () => {
    expect(copy.items.map(({ url }) => url)).toEqual([A, B, C]);
    expect(copy.items.map(({ id }) => id)).toEqual([uuid(301), uuid(302), uuid(303)]);
    expect(copy.content.grounds).toEqual([
      { code: 'AW21', explanation: 'because it is so, as everybody can see', items: [uuid(302)] },
      { code: 'SR285D', explanation: 'of each and every one of these' },
    ]);
    expect(Object.keys(copy.items[0]!)).not.toContain('_outcomes');
  });

  test('asks danger and scope anew, and takes over nothing that a person ticked for one letter', () => {
    expect(copy.content.answers).toEqual({
      ...UNANSWERED,
      ...{ imagery: 'person', expression: 'weighed' },
      arose: { as: 'copy', from: sent.id, reference: sent.reference, sentAt: '2026-11-02T09:00:00.000Z' },
    });
  });
});

describe('a follow-up', () => {
  const decided = (...codes: (Parameters<typeof anOutcome>[0] | null)[]) => {
    const notice = NoticeBuilder.aNotice()
      .about(A, B, C)
      .saying({ grounds: [limited('AW21', 1), limited('SR285D', 2, 3)] })
      .sentOn()
      .build();
    const outcomes = codes.flatMap((code, n) =>
      code ? [{ itemId: notice.items[n]!.id, outcome: anOutcome(code, '2026-11-05T09:00:00Z') }] : [],
    );
    if (outcomes.length > 0) notice.decide(outcomes);
    return notice;
  };

  test('is about what is still without action, on the grounds that are for it', () => {
    const again = followUpOf(decided('removed', 'no-violation', null), counting());
    expect(again.items.map(({ url }) => url)).toEqual([B, C]);
    expect(again.content.grounds.map(({ code }) => code)).toEqual(['SR285D']);
    expect(again.content.answers.arose).toMatchObject({ as: 'follow-up', reference: 'TF-2026-000001' });
  });

  test('leaves out what was gone already, and keeps what the platform did not find', () => {
    const again = followUpOf(decided('already-removed', 'not-found', 'restricted'), counting());
    expect(again.items.map(({ url }) => url)).toEqual([B]);
  });

  test('is refused where nothing is left, of what never left, and of what was taken back', () => {
    const refused = (notice: Parameters<typeof followUpOf>[0]) => () => followUpOf(notice, counting());
    expect(refused(decided('removed', 'removed-geo', 'already-removed'))).toThrow('notice.nothing-to-follow-up');
    expect(refused(NoticeBuilder.aNotice().build())).toThrow('notice.not-sent');
    expect(refused(NoticeBuilder.aNotice().sentOn().withdrawnOn('2026-11-05T09:00:00Z').build())).toThrow(
      'notice.withdrawn',
    );
  });
});

describe('splitting a draft', () => {
  const platformOf = (url: string) => /\/\/([ab])\./.exec(url)?.[1] ?? null;
  const terms = (most: number | null = null) => ({ platformOf, mostAt: () => most });
  const draft = (platformCode: string | null, ...urls: string[]) =>
    NoticeBuilder.aNotice()
      .about(...urls)
      .saying({ platformCode, answers: ANSWERS })
      .build();
  const shape = (notice: Parameters<typeof splitParts>[0], most: number | null = null) =>
    splitParts(notice, terms(most)).map(({ platformCode, items }) => [platformCode, ...items.map(({ url }) => url)]);

  test('puts each address in exactly one part, its own platform first', () => {
    expect(shape(draft('b', A, B, C))).toEqual([
      ['b', B, C],
      ['a', A],
    ]);
    expect(shape(draft(null, A, B, C))).toEqual([
      ['a', A],
      ['b', B, C],
    ]);
    expect(shape(draft('b', A, 'https://nobody.example/9', C))).toEqual([
      ['b', 'https://nobody.example/9', C],
      ['a', A],
    ]);
  });

  test('makes no part larger than the platform takes', () => {
    const urls = Array.from({ length: 7 }, (_, n) => `https://b.example/${n}`);
    expect(shape(draft('b', ...urls), 3).map(([, ...items]) => items.length)).toEqual([3, 3, 1]);
  });

  test('keeps ids, reasons and answers, but what was ticked for one letter stays with that one', () => {
    const notice = draft('b', A, B, C);
    const { kept, others } = split(notice, splitParts(notice, terms()));
    const ids = [kept, ...others].flatMap(({ items }) => items.map(({ id }) => id));
    expect([...ids].sort()).toEqual(notice.items.map(({ id }) => id).sort());
    expect(kept.content.answers).toEqual(ANSWERS);
    expect(others[0]!.content).toMatchObject({ platformCode: 'a', channel: null });
    expect(others[0]!.content.answers).toMatchObject({
      shared: [],
      scope: null,
      channelWord: null,
      danger: 'threat-to-life',
      arose: { as: 'split' },
    });
    expect(others[0]!.content.answers.enclosed).toBeUndefined();
  });

  test('leaves nothing ticked where even the first part is for another platform', () => {
    const notice = draft('c', A, B);
    const { kept } = split(notice, splitParts(notice, terms()));
    expect([kept.content.platformCode, kept.content.answers.shared, kept.content.answers.enclosed]).toEqual([
      'a',
      [],
      undefined,
    ]);
  });

  test('keeps no word of an earlier notice for a platform that never got it', () => {
    const draftAgain = draft('c', A, B);
    const arose = { as: 'follow-up', from: uuid(9), reference: 'TF-2026-000009', sentAt: WORD.at } as const;
    draftAgain.describe(
      { ...draftAgain.content, answers: { ...ANSWERS, arose } },
      [...draftAgain.items],
      system('test'),
    );
    const { kept } = split(draftAgain, splitParts(draftAgain, terms()));
    expect(kept.content.answers.arose).toEqual({ ...arose, as: 'copy' });
  });

  test('of a follow-up that is too large makes follow-ups of all its parts', () => {
    const again = draft('b', B, C);
    const arose = { as: 'follow-up', from: uuid(9), reference: 'TF-2026-000009', sentAt: WORD.at } as const;
    again.describe({ ...again.content, answers: { ...ANSWERS, arose } }, [...again.items], system('test'));
    const { kept, others } = split(again, splitParts(again, terms(1)));
    expect([kept, ...others].map(({ content }) => content.answers.arose)).toEqual([arose, arose]);
  });

  test('is refused where there is one part, and for what is no draft', () => {
    const one = draft('b', B, C);
    expect(() => split(one, splitParts(one, terms()))).toThrow('notice.nothing-to-split');
    const sent = NoticeBuilder.aNotice().about(A, B).sentOn().build();
    expect(() => split(sent, splitParts(sent, terms()))).toThrow('notice.status-cannot-follow');
  });
});
