import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Books } from '#application/books.js';
import type { Happened } from '#application/books.js';
import { CaseList } from '#application/case/case-list.js';
import type { CaseFile } from '#domain/case/case-file.js';
import { system } from '#domain/event.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { colleague, type ColleagueVisit } from '#test/visits/colleague.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import { openScene } from '#test/visits/open-scene.js';

let app: NestExpressApplication;
let scene: DeskScene;
let me: ColleagueVisit;
let other: ColleagueVisit;
let n = 0;

beforeAll(async () => {
  ({ app, scene } = await openScene());
  me = await colleague(app);
  other = await colleague(app);
});
afterAll(() => app.close());
/** Two cases whose notices are over, and one in which a notice still runs. */
beforeEach(async () => {
  n += 10;
  const over = (k: number) =>
    NoticeBuilder.aNotice(n + k)
      .sentOn()
      .decidedOn('2026-11-05T09:00:00Z', 'removed')
      .build();
  await scene.notices(
    over(1),
    over(2),
    NoticeBuilder.aNotice(n + 3)
      .sentOn()
      .build(),
  );
});

const id = (k: number): string => uuid(500 + n + k);
const file = (k: number): Promise<CaseFile> => app.get(CaseList).one(id(k));
const change = (k: number, verb: (one: CaseFile) => Happened) =>
  app.get(Books).change('cases', { id: id(k), by: system('test') }, verb);
const preview = (query: string) =>
  me.visit.get(`/cases/together?${query}${[1, 2, 3].map((k) => `&chosen=${id(k)}`).join('')}`);
const fieldIn = (text: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)![1]!;
/** Presses the button of a preview, and answers the page with the result. */
async function go(act: string, fields: Record<string, string>): Promise<{ path: string; text: string }> {
  const done = await me.visit.post(`/cases/together/${act}`, fields);
  expect(done.status).toBe(303);
  const path = String(done.headers['location']);
  return { path, text: (await me.visit.get(path)).text };
}

describe('closing several cases at once', () => {
  test('first shows what changes and what stays and why, and changes nothing yet', async () => {
    const { text } = await preview('act=close');
    expect(text).toContain('Er is nog niets veranderd. 2 zaken kunnen veranderen.');
    expect(text).toContain('Er loopt nog een melding');
    expect((await file(1)).status).toBe('open');
  });

  test('closes what the preview showed, and can be undone once', async () => {
    const { text, path } = await go('close', { cases: fieldIn((await preview('act=close')).text, 'cases') });
    expect(text).toContain('2 zaken zijn veranderd.');
    expect([(await file(1)).status, (await file(2)).status, (await file(3)).status]).toEqual([
      'closed',
      'closed',
      'open',
    ]);
    expect((await me.visit.post(`${path}/undo`, {})).status).toBe(303);
    expect((await me.visit.get(path)).text).toContain('2 zaken staan weer zoals ze stonden.');
    expect((await file(1)).status).toBe('open');
    expect((await me.visit.post(`${path}/undo`, {})).status).toBe(422);
  });

  test('leaves out what somebody changed since the preview, and what is over already', async () => {
    const cases = fieldIn((await preview('act=close')).text, 'cases');
    await change(1, (one) => one.describe({ ...one.content, summary: 'Intussen anders' }));
    await change(2, (one) => one.close(new Date()));
    const { text } = await go('close', { cases });
    expect(text).toContain('0 zaken zijn veranderd.');
    expect(text).toContain('Iemand veranderde de zaak nadat u keek');
    expect((await file(1)).status).toBe('open');
  });

  test('says nothing of a case that was sealed since the preview', async () => {
    const cases = fieldIn((await preview('act=close')).text, 'cases');
    await change(1, (one) => one.restrict({ confidentiality: 'sealed', named: [other.userId] }, null));
    const { text } = await go('close', { cases });
    expect(text).toContain('1 zaak is veranderd.');
    expect(text).not.toContain(id(1));
    expect(text).not.toContain('Dit blijft zoals het is');
    expect((await file(1)).status).toBe('open');
  });

  test('is done once by two who press at the same time', async () => {
    const [mine, theirs] = await Promise.all([
      preview('act=close'),
      other.visit.get(`/cases/together?act=close&chosen=${id(1)}&chosen=${id(2)}`),
    ]);
    const both = await Promise.all([
      me.visit.post('/cases/together/close', { cases: fieldIn(mine.text, 'cases') }),
      other.visit.post('/cases/together/close', { cases: fieldIn(theirs.text, 'cases') }),
    ]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    const rows: { n: number }[] = await changedBy();
    expect(rows.map((row) => row.n).sort()).toEqual([0, 2]);
  });
});

async function changedBy(): Promise<{ n: number }[]> {
  const { DataSource } = await import('typeorm');
  return app.get(DataSource).query(
    `select jsonb_array_length(result -> 'changed') as n from case_batches
     where result::text like $1 order by at desc limit 2`,
    [`%${id(1)}%`],
  );
}

describe('assigning several cases at once', () => {
  test('asks to whom, shows whose they are now, and assigns back when undone', async () => {
    await change(1, (one) => one.assign({ userId: me.userId, role: 'caseworker', lines: ['helpline'] }));
    expect((await preview('act=assign')).text).toContain('Van wie worden de zaken?');
    const shown = await preview(`act=assign&to=${me.userId}`);
    expect(shown.text).toContain('De zaak staat al op deze naam');
    const { text } = await preview(`act=assign&to=${other.userId}`);
    const { path } = await go('assign', { cases: fieldIn(text, 'cases'), to: other.userId });
    expect([(await file(1)).assignee, (await file(3)).assignee]).toEqual([other.userId, other.userId]);
    await me.visit.post(`${path}/undo`, {});
    expect([(await file(1)).assignee, (await file(3)).assignee]).toEqual([me.userId, null]);
  });

  test('leaves out a case the colleague may not see', async () => {
    await change(2, (one) => one.restrict({ confidentiality: 'restricted', named: [me.userId] }, null));
    expect((await preview(`act=assign&to=${other.userId}`)).text).toContain('Deze collega mag deze zaak niet zien');
  });

  test('takes all that the filter holds', async () => {
    const { text } = await me.visit.get(`/cases/together?act=assign&all=yes&search=TF-2026-0000${n + 1}&to=nobody`);
    expect(text).toContain('Dit blijft zoals het is: 1 zaak');
  });
});

describe('several cases at once', () => {
  test('are nobody’s business but theirs who did it, and no reviewer’s', async () => {
    const { path } = await go('close', { cases: fieldIn((await preview('act=close')).text, 'cases') });
    expect((await other.visit.get(path)).status).toBe(404);
    expect((await other.visit.post(`${path}/undo`, {})).status).toBe(404);
    const { visit } = await colleague(app, { role: 'reviewer' });
    expect((await visit.get('/cases/together')).status).toBe(403);
  });

  test.each(['', 'x', `${uuid(1)}:1 ${uuid(2)}`, Array.from({ length: 501 }, (_, k) => `${uuid(k)}:1`).join(' ')])(
    'that make no sense are refused',
    async (cases) => {
      await me.visit.get('/cases');
      expect((await me.visit.post('/cases/together/close', { cases })).status).toBe(422);
    },
  );

  test('that nobody chose lead back to the list', async () => {
    expect((await me.visit.get('/cases/together?act=close&urgency=now')).text).toContain(
      'href="/cases?urgency&#x3D;now"',
    );
  });
});
