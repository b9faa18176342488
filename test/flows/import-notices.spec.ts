import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readHistory } from '#adapters/history/read-history.js';
import { ImportNotices, type ImportResult } from '#application/notice/import-notices.js';
import { system } from '#domain/event.js';
import { openDesk, type OpenDesk } from '#test/setup/open-desk.js';

const HEADER =
  'reference,regime,line,platform,channel,sentAt,acknowledgedAt,grounds,category,language,manipulated,url,outcome,decidedAt,basis,territory';
const good =
  'A-1,,,instagram,email,2025-08-01T10:00:00Z,,AW21,,nl,,https://a.example/1,removed,2025-08-02T10:00:00Z,terms,';
let desk: OpenDesk;
let n = 0;

const run = (text: string, options: { dryRun?: boolean; skipBad?: boolean } = {}): Promise<ImportResult> =>
  desk
    .get(ImportNotices)
    .run(readHistory(Buffer.from(text)), { dryRun: false, skipBad: false, ...options, by: system('test') });
const csv = (...rows: readonly string[]): string => [HEADER, ...rows].join('\n');
const stored = async (): Promise<number> =>
  ((await desk.db.query('select count(*)::int as n from notices')) as { n: number }[])[0]!.n;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  n = await stored();
});

describe('a notice history', () => {
  test('is taken over from CSV; rows with one reference are one notice', async () => {
    const second = good.replace('https://a.example/1,removed', 'https://a.example/2,no-violation');
    const result = await run(`\uFEFF${csv(good, second)}`);
    expect(result).toMatchObject({ notices: 1, items: 2, refused: 0 });
    expect(result.rows.map((row) => [row.line, row.reference, row.status])).toEqual([
      [2, 'A-1', 'imported'],
      [3, 'A-1', 'imported'],
    ]);
    expect(await stored()).toBe(n + 1);
  });

  test('may be written with semicolons, quotes and lists', async () => {
    const row =
      'A-2;;;facebook;;2025-08-01T10:00:00+02:00;;"AW21;AVG6";;en;;https://a.example/3;removed-geo;2025-08-03T10:00:00Z;law;"NL;BE"';
    expect(await run([HEADER.replaceAll(',', ';'), row].join('\r\n'))).toMatchObject({ notices: 1, refused: 0 });
    const rows: { codes: unknown; territory: unknown }[] = await desk.db.query(
      `select jsonb_path_query_array(n.grounds, '$[*].code') as codes, i.outcomes -> 0 -> 'territory' as territory
       from notices n join content_items i on i.notice_id = n.id where n.reference = 'A-2'`,
    );
    expect(rows).toEqual([{ codes: ['AW21', 'AVG6'], territory: ['NL', 'BE'] }]);
  });

  test('brought in twice at once is taken over once, and the other is told that it is there already', async () => {
    const rows = [1, 2, 3].map((i) => good.replace('A-1', `AT-ONCE-${i}`));
    const results = await Promise.all([rows, rows.toReversed()].map((some) => run(csv(...some), { skipBad: true })));
    expect(results.map((result) => result.notices).sort()).toEqual([0, 3]);
    const codes = results.flatMap((result) => result.rows.flatMap((row) => row.errors.map((error) => error.code)));
    expect(codes).toEqual(['already-there', 'already-there', 'already-there']);
    expect(await stored()).toBe(n + 3);
  });

  test('gets a reference of the year it was sent where it has none, and never one that is taken', async () => {
    const anonymous = {
      platform: 'x',
      sentAt: '2024-02-29T23:30:00Z',
      grounds: ['SR285'],
      items: [{ url: 'https://x.example/1' }],
    };
    const taken = { ...anonymous, reference: 'TF-2024-000001' };
    const result = await run(JSON.stringify([anonymous, taken, anonymous]));
    expect(result.rows.map((row) => row.reference)).toEqual(['TF-2024-000002', 'TF-2024-000001', 'TF-2024-000003']);
  });

  test.each<[string, string, string, string]>([
    ['an unknown platform', good.replace('instagram', 'myspace'), 'platform', 'unknown-code'],
    ['an unknown ground', good.replace('AW21', 'AW99'), 'grounds', 'unknown-code'],
    ['an unknown outcome', good.replace(',removed,', ',gone,'), 'outcome', 'unknown-code'],
    ['an unknown basis', good.replace(',terms,', ',mood,'), 'basis', 'unknown-code'],
    ['an unknown territory', `${good}QQ`, 'territory', 'unknown-code'],
    ['a decision date without an outcome', good.replace(',removed,', ',,'), 'decidedAt', 'without-outcome'],
    ['a decision date with only silence', good.replace(',removed,', ',no-response,'), 'decidedAt', 'without-outcome'],
    ['a moment without a zone', good.replace('10:00:00Z,,AW21', '10:00:00,,AW21'), 'sentAt', 'not-an-instant'],
    ['a moment in the future', good.replace('2025-08-01', '2199-08-01'), 'sentAt', 'in-the-future'],
    ['a moment before platforms were', good.replace('2025-08-01', '0001-01-01'), 'sentAt', 'too-early'],
    ['a NUL in the address', good.replace('a.example/1', 'a.example/\0'), 'url', 'control-character'],
    ['an address that is not http', good.replace('https://a.example/1', 'ftp://a.example/1'), 'url', 'not-http'],
    ['a missing ground', good.replace('AW21', ''), 'grounds', 'missing'],
    ['a ground without category and no category', good.replace('AW21', 'BW6_162'), 'category', 'missing'],
    ['too few fields', good.slice(0, good.lastIndexOf(',terms')), 'row', 'wrong-number-of-fields'],
  ])('is refused with %s, and nothing is written', async (_, row, field, code) => {
    const bad = row.replace('A-1', `B-${field}`);
    const result = await run(csv(good.replace('A-1', 'C-1'), bad));
    expect(result).toMatchObject({ notices: 0, items: 0, refused: 1 });
    expect(result.rows).toMatchObject([
      { line: 2, status: 'skipped', errors: [] },
      { line: 3, status: 'refused', errors: [{ field, code }] },
    ]);
    expect(await stored()).toBe(n);
  });

  test('leaves out what is bad when asked to, and takes the rest', async () => {
    const result = await run(csv(good.replace('A-1', 'D-1'), good.replace('instagram', 'myspace')), { skipBad: true });
    expect(result).toMatchObject({ notices: 1, refused: 1 });
    expect(result.rows.map((row) => row.status)).toEqual(['imported', 'refused']);
    expect(await stored()).toBe(n + 1);
  });

  test('may hold no notice at all', async () => {
    for (const nothing of ['[]', HEADER])
      expect(await run(nothing)).toMatchObject({ notices: 0, refused: 0, rows: [] });
  });

  test('is only judged in a dry run', async () => {
    expect(await run(csv(good.replace('A-1', 'E-1')), { dryRun: true })).toMatchObject({ dryRun: true, notices: 1 });
    expect(await stored()).toBe(n);
  });

  test('is refused where rows of one notice disagree, at the row that differs', async () => {
    const other = good.replace('instagram', 'tiktok').replace('/1', '/9');
    const result = await run(csv(good.replace('A-1', 'F-1'), other.replace('A-1', 'F-1')));
    expect(result.rows[1]).toMatchObject({
      line: 3,
      status: 'refused',
      errors: [{ field: 'platform', code: 'disagrees' }],
    });
  });

  test('is refused where JSON names a reference twice', async () => {
    const one = {
      reference: 'G-1',
      platform: 'x',
      sentAt: '2025-08-01T10:00:00Z',
      grounds: 'SR285',
      items: [{ url: 'https://x.example/2' }],
    };
    const result = await run(JSON.stringify([one, one]));
    expect(result.rows.map((row) => row.status)).toEqual(['skipped', 'refused']);
  });

  test('warns where something was decided before it was sent', async () => {
    const result = await run(csv(good.replace('A-1', 'H-1').replace('2025-08-02', '2025-07-02')));
    expect(result).toMatchObject({ notices: 1, warnings: ['line 2: decided before it was sent'] });
  });

  test.each<[string, string, string]>([
    ['a header it does not know', 'reference,colour\nA,B', 'import.bad-header'],
    ['no JSON array', '{"reference": "A"}', 'import.not-an-array'],
    ['broken JSON', '[{"reference": ', 'import.bad-json'],
    ['an open quote', csv('"A-1,oops'), 'import.bad-csv'],
    ['nothing', '', 'import.empty'],
  ])('is refused whole with %s', async (_, text, code) => {
    await expect(async () => run(text)).rejects.toMatchObject({ code });
  });
});
