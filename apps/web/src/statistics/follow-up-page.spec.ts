import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { parse } from 'csv-parse/sync';
import { FollowUp } from '#application/statistics/follow-up.js';
import { EVERYTHING } from '#domain/access/reach.js';
import type { FollowUpFigures } from '#domain/statistics/figures.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

const PERIOD = 'from=2026-10-01&to=2026-10-31&asOf=2026-11-20&by=platform&unit=notice&line=';
const SENT = '2026-10-02T09:00:00Z';
const DECIDED = '2026-10-05T09:00:00Z';

let app: NestExpressApplication;
let visitor: DeskVisit;
let figures: FollowUpFigures;

beforeAll(async () => {
  const open = await openScene();
  ({ app, visitor } = open);
  const sent = (n: number, platform: string) =>
    NoticeBuilder.aNotice(n).saying({ platformCode: platform }).sentOn(SENT);
  await open.scene.notices(
    ...[1, 2, 3].map((n) => sent(n, 'practice').decidedOn(DECIDED, 'removed').build()),
    sent(4, 'practice').decidedOn(DECIDED, 'no-violation').build(),
    sent(5, 'instagram').decidedOn(DECIDED, 'not-found').build(),
    sent(6, 'instagram').build(),
    sent(7, 'instagram').decidedOn(DECIDED, 'removed-geo').build(),
  );
  figures = await app.get(FollowUp).run({
    ...{ from: '2026-10-01', to: '2026-10-31', asOf: new Date('2026-11-20T22:59:59.999Z') },
    ...{ regimes: ['article-22'], line: null, by: 'platform', unit: 'notice', reach: EVERYTHING, language: 'nl' },
  });
});
afterAll(() => app.close());

/** The cells of a table of the page, row by row, without marks. */
function table(html: string, n: number): string[][] {
  const body = [...html.matchAll(/<tbody[^>]*>([\s\S]*?)<\/tbody>/g)][n]?.[1] ?? '';
  const rows = [...body.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map((row) => row[1]!);
  return rows.map((row) => [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map((cell) => bare(cell[1]!)));
}

const bare = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
const percent = (share: number | null): string => (share === null ? '–' : `${share.toFixed(1).replace('.', ',')}%`);

describe('the figures of follow-up', () => {
  test('are the same in the tables of the page', async () => {
    const { text } = await visitor.get(`/follow-up?${PERIOD}`);
    expect(figures).toMatchObject({ sent: 7, followUpPercentage: 57.14 });
    expect(table(text, 0).map(([, count, share]) => [count, share])).toEqual(
      figures.classes.map(({ count, percentage }) => [String(count), percent(percentage)]),
    );
    expect(table(text, 1).map(([label, sent]) => [label, sent])).toEqual(
      figures.groups.map(({ label, sent }) => [label, String(sent)]),
    );
    expect(table(text, 1).map((row) => row.slice(2, 7))).toEqual(
      figures.groups.map(({ classes }) => classes.map(({ count, percentage }) => `${count} ${percent(percentage)}`)),
    );
    expect(text).toContain('Bij 57,1% nam het platform een maatregel');
  });

  test('are the same in the chart', async () => {
    const { text } = await visitor.get(`/follow-up?${PERIOD}`);
    const chart = /<svg[\s\S]*?<\/svg>/g;
    const shown = (text.match(chart) ?? []).find((svg) => svg.includes('groups-chart')) ?? '';
    for (const { label } of figures.groups) expect(shown).toContain(label);
    const widths = [...shown.matchAll(/<rect[^>]*width="([\d.]+)"/g)].map((rect) => Number(rect[1]));
    const shares = figures.groups.flatMap(({ classes }) =>
      classes.filter(({ count }) => count > 0).map(({ percentage }) => percentage ?? 0),
    );
    const whole = Math.max(...widths) / Math.max(...shares);
    expect(widths.filter((width) => width > 0).map((width) => Math.round(width / whole))).toEqual(
      shares.map(Math.round),
    );
  });

  test('are the same in the JSON and in the CSV', async () => {
    const json = await visitor.get(`/follow-up/figures.json?${PERIOD}`);
    expect(json.body).toEqual(JSON.parse(JSON.stringify(figures)));
    expect(json.headers['content-disposition']).toBe('attachment; filename="follow-up.json"');
    const csv = await visitor.get(`/follow-up/figures.csv?${PERIOD}`);
    const rows: Record<string, string>[] = parse(csv.text, { columns: true });
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(rows.map(({ key, sent }) => [key, Number(sent)])).toEqual([
      ['all', figures.sent],
      ...figures.groups.map(({ key, sent }) => [key, sent]),
    ]);
    for (const [index, of] of [figures, ...figures.groups].entries())
      for (const { class: name, count, percentage } of of.classes) {
        expect(Number(rows[index]?.[name])).toBe(count);
        expect(rows[index]?.[`${name}-percentage`]).toBe(percentage === null ? '' : String(percentage));
      }
  });
});

describe('the figures of one platform', () => {
  const ONE = `${PERIOD}&platform=instagram`;

  test('count its notices alone, on the page and in the files, and the address keeps the choice', async () => {
    const { text } = await visitor.get(`/follow-up?${ONE}`);
    const instagram = figures.groups.find(({ key }) => key === 'instagram')!;
    expect(table(text, 0).map(([, count]) => count)).toEqual(instagram.classes.map(({ count }) => String(count)));
    expect(table(text, 1).map(([label, sent]) => [label, sent])).toEqual([['Instagram', '3']]);
    expect(text).toContain('<option value="instagram" selected>Instagram</option>');
    expect(text.replaceAll('&#x3D;', '=')).toMatch(/figures\.csv\?[^"]*platform=instagram/);
    const json = await visitor.get(`/follow-up/figures.json?${ONE}`);
    expect(json.body).toMatchObject({ sent: 3, groups: [{ key: 'instagram', sent: 3 }] });
    expect(json.headers['content-disposition']).toBe('attachment; filename="follow-up-instagram.json"');
    const csv = await visitor.get(`/follow-up/figures.csv?${ONE}`);
    const rows: Record<string, string>[] = parse(csv.text, { columns: true });
    expect(rows.map(({ key, sent }) => [key, sent])).toEqual([
      ['all', '3'],
      ['instagram', '3'],
    ]);
  });

  test('are broken down by anything else too, and say so where there is nothing', async () => {
    const { text } = await visitor.get(`/follow-up?${ONE.replace('by=platform', 'by=month')}`);
    expect(table(text, 1).map(([label, sent]) => [label, sent])).toEqual([['2026-10', '3']]);
    expect((await visitor.get(`/follow-up?${PERIOD}&platform=fok`)).text).toContain('is niets verzonden');
  });
});

describe('what is asked of follow-up', () => {
  test('with a last day before the first is refused in words, and the days stay', async () => {
    const wrong = 'from=2026-12-31&to=2026-01-01';
    const { status, text } = await visitor.get(`/follow-up?${wrong}`);
    expect(status).toBe(422);
    expect(text).toContain('<a href="#to">De einddag ligt voor de begindag</a>');
    expect(text).toContain('value="2026-12-31"');
    for (const file of ['csv', 'json'])
      expect((await visitor.get(`/follow-up/figures.${file}?${wrong}`)).status).toBe(422);
  });

  test('about a period without notices says so', async () => {
    expect((await visitor.get('/follow-up?from=2020-01-01&to=2020-12-31')).text).toContain('is niets verzonden');
  });

  test.each([
    'by=__proto__',
    'by=%00',
    'from=2026-02-31',
    'from=9999-99-99',
    'unit=x&line=y',
    'asOf=never',
    'from=a&from=b',
    'platform=nobody',
    'platform=practice&platform=x',
  ])('that means nothing (%s) is left at the usual', async (query) => {
    expect((await visitor.get(`/follow-up?${query}`)).status).toBe(200);
    expect((await visitor.get(`/follow-up/figures.json?${query}`)).status).toBe(200);
  });

  test.each(['platform', 'provider', 'ground', 'category', 'channel', 'month'])('is broken down by %s', async (by) => {
    for (const unit of ['notice', 'item'])
      expect((await visitor.get(`/follow-up?${PERIOD}&by=${by}&unit=${unit}`)).status).toBe(200);
  });
});

test.each([
  ['auditor', 200],
  ['reviewer', 200],
  ['administrator', 403],
] as const)('a person with the role %s gets %i', async (role, status) => {
  const person = new DeskVisit(app);
  await person.signIn(role);
  for (const page of ['/follow-up', '/follow-up/figures.csv', '/follow-up/figures.json'])
    expect((await person.get(page)).status).toBe(status);
});
