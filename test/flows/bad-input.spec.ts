import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Books } from '#application/books.js';
import { system } from '#domain/event.js';
import { UNANSWERED } from '#domain/notice/notice-answers.js';
import type { NoticeContent } from '#domain/notice/notice-content.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import type { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

jest.setTimeout(120_000);

let app: NestExpressApplication;
let scene: DeskScene;
let visitor: DeskVisit;
let numbers = 400;

beforeAll(async () => {
  ({ app, scene, visitor } = await openScene());
});
afterAll(() => app.close());

/** A draft; answers the address under which it is written. */
async function draft(content: Partial<NoticeContent> = {}, build = (one: NoticeBuilder) => one): Promise<string> {
  numbers += 1;
  await scene.notices(build(NoticeBuilder.aNotice(numbers).saying(content)).build());
  return `/notices/${uuid(numbers)}/write`;
}

/** Speaks the language from here on. */
async function speak(language: string): Promise<void> {
  await visitor.get('/work');
  await visitor.post('/language', { language, to: '/work' });
}

/** Sends a page of the wizard; answers what it says, in its summary and at the field. */
async function sent(path: string, fields: Record<string, string>) {
  const { text: before } = await visitor.get(path);
  const version = /name="version" value="(\d+)"/.exec(before)![1]!;
  const shown = /name="shown" value="([^"]*)"/.exec(before)?.[1];
  const { status, text } = await visitor.post(path, { version, ...(shown ? { shown } : {}), ...fields });
  const plain = text.replaceAll('&#x27;', "'").replaceAll('&quot;', '"');
  const summary = /id="error-summary"[^]*?<\/ul>/.exec(plain)?.[0] ?? '';
  return {
    status,
    text: plain,
    summary,
    at: (field: string) => (plain.split(`id="${field}-error"`)[1] ?? '').slice(0, 600),
  };
}

const kept = { contentType: 'recognised' };
const long = `https://www.tiktok.com/${'a'.repeat(9_977)}`;

/** What each bad line says, in both languages. */
const LINES: readonly (readonly [string, string, string, string])[] = [
  [
    'no address',
    'geen-adres',
    'Regel 1: geen-adres is geen volledig adres',
    'Line 1: geen-adres is not a full address',
  ],
  [
    'an address of a private network',
    'http://10.0.0.7/foto',
    'is een adres van een eigen netwerk',
    'is an address of a private network',
  ],
  ['10,000 characters', long, '10.000 tekens', '10,000 characters'],
  ['a right-to-left override', 'https://x.com/\u202e1', 'U+202E', 'U+202E'],
  ['a direction isolate', 'https://x.com/\u20661', 'U+2066', 'U+2066'],
];

describe.each(['nl', 'en'])('bad input, in %s,', (language) => {
  const says = (nl: string, en: string): string => (language === 'nl' ? nl : en);
  beforeAll(() => speak(language));

  test.each(LINES)('%s is refused with a sentence of its own, and stays typed', async (_what, line, nl, en) => {
    const path = `${await draft({}, (one) => one.withoutLocation())}/content`;
    const answer = await sent(path, { ...kept, addresses: `${line}\nhttps://www.tiktok.com/@voorbeeld/video/1` });
    expect(answer.status).toBe(422);
    expect(answer.summary).toContain(says(nl, en));
    expect(answer.summary).toContain('href="#addresses"');
    expect(answer.at('addresses')).not.toBe('');
    expect(answer.text).toContain(line.slice(0, 60));
    expect(answer.text).toContain('@voorbeeld/video/1</textarea>');
  });

  test('text that turns the direction of reading is refused at its own field, and stays typed', async () => {
    const turned = 'foto \u202egpj.exe';
    const at = await draft();
    const empty = await draft({}, (one) => one.withoutLocation());
    const placed = { ...kept, addresses: 'https://example.org/x', locator: turned };
    const tries: readonly (readonly [path: string, field: string, fields: Record<string, string>])[] = [
      [`${empty}/content`, 'addresses', placed],
      [`${at}/grounds`, 'expression', { ground1: 'AW21', expression: turned }],
      [`${at}/person`, 'username', { ownReport: 'unknown', username: turned, shareUsername: 'yes' }],
      [at.replace('/write', '/grounds/AW21/reword'), 'text', { text: `Een reden van genoeg tekens. ${turned}` }],
    ];
    for (const [path, field, fields] of tries) {
      const answer = await sent(path, fields);
      expect([path, answer.status, answer.summary.includes(`href="#${field}"`)]).toEqual([path, 422, true]);
      expect(answer.summary).toContain(says('de leesrichting omkeert (U+202E)', 'direction of reading (U+202E)'));
      expect([answer.at(field) !== '', answer.text.includes(turned)]).toEqual([true, true]);
    }
  });

  test('500 addresses are kept within seconds, and 501 are not', async () => {
    const path = `${await draft({}, (one) => one.withoutLocation())}/content`;
    const addresses = Array.from({ length: 501 }, (_, n) => `https://www.tiktok.com/@voorbeeld/video/${n}`);
    const over = await sent(path, { ...kept, addresses: addresses.join('\n') });
    expect([over.status, over.summary.includes('501'), over.text.includes('video/500</textarea>')]).toEqual([
      422,
      true,
      true,
    ]);
    const fits = await sent(path, { ...kept, addresses: addresses.slice(1).join('\n') });
    expect(fits.status).toBe(303);
  });

  test('rows of a CSV that say nothing clear are named by line', async () => {
    const path = `${await draft({}, (one) => one.withoutLocation())}/content`;
    const rows = [
      'url,plaats,geplaatst',
      'https://example.org/1,"open',
      ',zonder adres,',
      'https://example.org/2,,gisteren',
    ];
    const { status, summary } = await sent(path, { ...kept, addresses: rows.join('\n') });
    expect(status).toBe(422);
    for (const line of [2, 3, 4]) expect(summary).toContain(says(`Regel ${line}:`, `Line ${line}:`));
  });

  test('signs that nobody sees are taken out, and it is said which', async () => {
    const path = `${await draft({}, (one) => one.withoutLocation())}/content`;
    expect((await sent(path, { ...kept, addresses: 'https://example.org/\u200bzacht\u00ad' })).status).toBe(303);
    const after = (await visitor.get(path)).text;
    expect(after).toContain('U+200B, U+00AD');
    expect(after).toContain('https://example.org/zacht</textarea>');
  });

  test('look-alikes in letters of another script are kept, with a warning beside them', async () => {
    const path = `${await draft({}, (one) => one.withoutLocation())}/content`;
    expect(
      (await sent(path, { ...kept, addresses: 'https://xn--nstagram-b2h.com/p/1\nhttps://inst\u0430gram.com/p/2' }))
        .status,
    ).toBe(303);
    const after = (await visitor.get(path)).text;
    expect(
      after.match(new RegExp(says('Lijkt op een platform', 'Looks like a platform'), 'g'))!.length,
    ).toBeGreaterThan(0);
  });

  test('a ground that ended before the content was posted names its successor', async () => {
    const path = `${await draft({ grounds: [] }, (one) => one.postedOn('2025-03-04'))}/grounds`;
    const { status, summary, text } = await sent(path, { ground1: 'SR248_OLD', expression: 'Blijft staan.' });
    expect(status).toBe(422);
    for (const part of [
      says('gold al niet meer toen', 'was no longer in force when'),
      'SR252',
      says('4 maart 2025', '4 March 2025'),
      'href="#ground1"',
    ]) {
      expect(summary).toContain(part);
    }
    expect(text).toContain('Blijft staan.');
    const early = `${await draft({ grounds: [] }, (one) => one.postedOn('2023-03-04'))}/grounds`;
    expect((await sent(early, { ground1: 'SR285D', expression: 'x' })).summary).toContain(
      says('geldt pas vanaf', 'is in force only from'),
    );
  });

  test('reasons that are too long, and an answer on expression, each say so at their field', async () => {
    const write = await draft();
    const reword = write.replace('/write', '/grounds/AW21/reword');
    const reasons = await sent(reword, { text: 'x'.repeat(10_001) });
    expect([reasons.status, reasons.at('text') !== '', reasons.summary.includes(says('10.001', '10,001'))]).toEqual([
      422,
      true,
      true,
    ]);
    const weighed = await sent(`${write}/grounds`, { ground1: 'AW21', expression: 'y'.repeat(2001) });
    expect([weighed.status, weighed.at('expression') !== '', weighed.text.includes('yyyy</textarea>')]).toEqual([
      422,
      true,
      true,
    ]);
  });

  test('a mandate that ended yesterday says since when', async () => {
    const write = await draft({ answers: { ...UNANSWERED, ownReport: { result: 'not-made', on: null } } });
    const caseId = /\/cases\/([0-9a-f-]{36})/.exec((await visitor.get(write.replace('/write', ''))).text)![1]!;
    await app
      .get(Books)
      .change('cases', { id: caseId, by: system('test') }, (file) =>
        file.describe({ ...file.content, mandate: 'lawyer', mandateValidUntil: '2025-11-20' }),
      );
    const { text } = await visitor.get(`${write}/person`);
    expect(text).toContain(says('liep af op 20 november 2025', 'ended on 20 November 2025'));
  });

  test('a platform without a usable channel, and reasons over the limit of a channel, say so at the channel', async () => {
    const form = { measure: 'remove', language: 'en' };
    const nowhere = `${await draft({ platformCode: 'xvideos' })}/channel`;
    expect((await visitor.get(nowhere)).text).toContain(says('heeft geen bruikbaar kanaal', 'has no usable channel'));
    const grounds = [{ code: 'AW21', explanation: 'Herkenbaar in beeld. '.repeat(250) }];
    const channel = 'web-form http://127.0.0.1:3301/melden';
    const over = await sent(`${await draft({ grounds })}/channel`, { ...form, platform: 'practice', channel });
    expect([over.status, over.at('channel') !== '']).toEqual([422, true]);
    expect(over.summary).toContain(says('hier passen er', 'fit here'));
  });

  test('a datum ticked and left empty, and a day that is none, are said at their fields', async () => {
    const path = `${await draft()}/person`;
    const empty = await sent(path, { shareName: 'yes', ownReport: 'refused', username: '@blijft' });
    expect([empty.status, empty.at('name') !== '', empty.text.includes('value="@blijft"')]).toEqual([422, true, true]);
    const day = await sent(path, { ownReport: 'refused', ownReportOn: '2025-02-31' });
    expect([day.status, day.at('ownReportOn') !== '']).toEqual([422, true]);
  });

  test('pages on which nothing was chosen say so at each question', async () => {
    const write = await draft();
    for (const [page, field] of [
      ['danger', 'danger'],
      ['scope', 'visibility'],
      ['imagery', 'imagery'],
      ['grounds', 'ground1'],
    ] as const) {
      const { status, summary } = await sent(`${write}/${page}`, {});
      expect([page, status, summary.includes(`href="#${field}"`)]).toEqual([page, 422, true]);
    }
  });
});
