import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { Books } from '#application/books.js';
import type { CaseAccess } from '#domain/case/case-file.js';
import { system } from '#domain/event.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { anotherVisit, colleague, type ColleagueVisit } from '#test/visits/colleague.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import type { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

let app: NestExpressApplication;
let scene: DeskScene;
let worker: ColleagueVisit;
let other: ColleagueVisit;
let supervisor: ColleagueVisit;
let auditor: ColleagueVisit;
let n = 0;
let file: string;
let notice: string;

beforeAll(async () => {
  ({ app, scene } = await openScene());
  worker = await colleague(app);
  other = await colleague(app);
  supervisor = await colleague(app, { role: 'supervisor', lines: ['helpline'] });
  auditor = await colleague(app, { role: 'auditor', lines: ['hotline'] });
});
afterAll(() => app.close());
beforeEach(async () => {
  n += 1;
  await scene.notices(NoticeBuilder.aNotice(n).sentOn().build());
  [file, notice] = [`/cases/${uuid(500 + n)}`, `/notices/${uuid(n)}`];
});

const restrict = (access: CaseAccess) =>
  app.get(Books).change('cases', { id: uuid(500 + n), by: system('test') }, (one) => one.restrict(access, null));
const sealed = (...named: ColleagueVisit[]) =>
  restrict({ confidentiality: 'sealed', named: named.map(({ userId }) => userId) });
const statuses = (visit: DeskVisit) =>
  Promise.all([file, notice, `${file}/access`].map(async (path) => (await visit.get(path)).status));
const post = async (who: ColleagueVisit, path: string, fields: Record<string, string>) =>
  (await who.visit.post(`${file}${path}`, fields)).status;
/** What somebody reads of a page, but for what is anew on each. */
const read = async (visit: DeskVisit, path: string): Promise<string> =>
  (await visit.get(path)).text.replaceAll(/[2-9A-Z]{4}-[2-9A-Z]{4}|value="[^"]*"/g, '');

describe('a restricted case', () => {
  test('is made by who works on it, who stays on it, and is gone for colleagues who are not named', async () => {
    expect(await statuses(other.visit)).toEqual([200, 200, 200]);
    expect(await post(worker, '/access', { confidentiality: 'restricted' })).toBe(303);
    expect(await statuses(worker.visit)).toEqual([200, 200, 200]);
    expect((await worker.visit.get(file)).text).toContain('Vertrouwelijk');
    expect(await statuses(other.visit)).toEqual([404, 404, 404]);
    expect((await other.visit.get('/cases?status=all')).text).not.toContain(file);
    expect(await statuses(supervisor.visit)).toEqual([200, 200, 200]);
  });

  test('opens to a colleague who is named, and closes when they are named no longer', async () => {
    await post(worker, '/access', { confidentiality: 'restricted' });
    expect((await worker.visit.get(`${file}/access`)).text).toContain(other.userId);
    expect(await post(worker, '/access/people', { colleague: other.userId })).toBe(303);
    expect(await statuses(other.visit)).toEqual([200, 200, 200]);
    expect(await post(worker, '/access/people/remove', { colleague: other.userId })).toBe(303);
    expect(await statuses(other.visit)).toEqual([404, 404, 404]);
    expect(await post(worker, '/access/people/remove', { colleague: worker.userId })).toBe(422);
  });

  test('names nobody of another line, and nobody whose role sees it anyway', async () => {
    await post(worker, '/access', { confidentiality: 'restricted' });
    const elsewhere = await colleague(app, { lines: ['hotline'] });
    for (const { userId } of [elsewhere, supervisor, auditor]) {
      expect(await post(worker, '/access/people', { colleague: userId })).toBe(422);
    }
    expect(await statuses(elsewhere.visit)).toEqual([404, 404, 404]);
  });

  test('is sealed or shown to everybody again by a supervisor alone', async () => {
    await post(worker, '/access', { confidentiality: 'restricted' });
    for (const confidentiality of ['sealed', 'normal']) {
      expect(await post(worker, '/access', { confidentiality })).toBe(422);
    }
    expect(await post(supervisor, '/access', { confidentiality: 'normal' })).toBe(303);
    expect(await statuses(other.visit)).toEqual([200, 200, 200]);
  });
});

describe('a sealed case', () => {
  test('asks why at each opening, and opens in that session alone', async () => {
    await sealed(worker);
    const asked = await worker.visit.get(notice);
    expect([asked.status, asked.get('Location')]).toEqual([303, `${file}/open?to=${encodeURIComponent(notice)}`]);
    expect((await worker.visit.get(asked.get('Location')!)).text).toContain('Waarom opent u deze zaak?');
    expect(await post(worker, '/open', { reason: '   ', to: notice })).toBe(422);
    const opened = await worker.visit.post(`${file}/open`, { reason: 'Terugbelverzoek beantwoorden', to: notice });
    expect([opened.status, opened.get('Location')]).toEqual([303, notice]);
    expect(await statuses(worker.visit)).toEqual([200, 200, 200]);
    expect((await (await anotherVisit(app, worker.email)).get(file)).status).toBe(303);
    expect((await other.visit.get(`${file}/open`)).status).toBe(404);
  });

  test('that closed while somebody typed gives back what was typed', async () => {
    await sealed(worker);
    const late = await worker.visit.post(`${notice}/outcome`, { reason: 'Een lang verhaal' });
    expect(late.status).toBe(403);
    expect(late.text).toContain('<pre class="letter given-back">Een lang verhaal</pre>');
    expect(late.text).toContain(`href="${file}/open"`);
  });

  test('keeps the reason, and leaves its words out of the log', async () => {
    await sealed(worker);
    await post(worker, '/open', { reason: 'Een heel eigen reden', to: '//elsewhere.test' });
    const db = app.get(DataSource);
    const [kept] = (await db.query('select reason from sealed_openings where case_id = $1', [
      uuid(500 + n),
    ])) as object[];
    expect(kept).toEqual({ reason: 'Een heel eigen reden' });
    const [events] = (await db.query(`select string_agg(kind || facts::text, ' ') as said from event_log`)) as [
      { said: string },
    ];
    expect([events.said.includes('sealed-case-opened'), events.said.includes('eigen reden')]).toEqual([true, false]);
    await expect(db.query('delete from sealed_openings')).rejects.toThrow();
  });

  test('stands in the list of who may open it, with nothing of what is in it', async () => {
    await sealed(worker);
    const list = (search: string) => worker.visit.get(`/cases?status=all&search=${search}`);
    expect((await list(`Z-2026-${String(n).padStart(5, '0')}`)).text).toContain('Verzegeld');
    expect((await list(`TF-2026-${String(n).padStart(6, '0')}`)).text).not.toContain(file);
    await post(worker, '/open', { reason: 'Nagaan', to: file });
    expect((await list(`TF-2026-${String(n).padStart(6, '0')}`)).text).toContain(file);
  });

  test('keeps a dossier about its notices from being made until it is open', async () => {
    await sealed();
    const scope = { about: 'practice', from: '2026-10-01', to: '2026-11-30' };
    const made = (await supervisor.visit.post('/dossiers', scope)).get('Location')!;
    const refused = await supervisor.visit.post(`${made}/file`, { version: 'public' });
    expect([refused.status, /die u niet mag openen/.test(refused.text)]).toEqual([422, true]);
  });
});

describe('an auditor', () => {
  test('knows that a restricted or sealed case exists, and reads nothing of it', async () => {
    for (const confidentiality of ['restricted', 'sealed'] as const) {
      await restrict({ confidentiality, named: [] });
      const sent = await auditor.visit.get(file);
      expect([sent.status, sent.get('Location')]).toEqual([303, `${file}/outline`]);
      const { text } = await auditor.visit.get(`${file}/outline`);
      expect(text).toContain('U mag weten dat deze zaak er is');
      expect(text).not.toContain('Portrait published');
      expect((await auditor.visit.get(notice)).status).toBe(404);
      expect((await auditor.visit.get('/cases?status=all')).text).toContain(file);
    }
    expect((await other.visit.get(`${file}/outline`)).status).toBe(404);
  });
});

describe('what may not be seen', () => {
  test('cannot be told from what does not exist, by its page or by what is asked of the database', async () => {
    await restrict({ confidentiality: 'restricted', named: [worker.userId] });
    const asked = jest.spyOn(PostgresQueryRunner.prototype, 'query');
    const looked = async (path: string): Promise<[string, unknown[]]> => {
      asked.mockClear();
      const page = await read(other.visit, path);
      return [page, asked.mock.calls.map(([sql]) => sql)];
    };
    for (const [hidden, missing] of [
      [file, `/cases/${uuid(77_001)}`],
      [file, '/cases/no-such-id'],
      [notice, `/notices/${uuid(77_001)}`],
    ] as const) {
      expect(await looked(hidden)).toEqual(await looked(missing));
    }
    asked.mockRestore();
  });

  test('is known to the log: who asked, by which right, and that it was refused', async () => {
    await restrict({ confidentiality: 'restricted', named: [] });
    await other.visit.get(notice);
    await supervisor.visit.get(notice);
    const select = `select kind, actor, facts from event_log where facts ->> 'thingId' = $1 or subject_id = $1
                    and kind = 'notice-read'`;
    const events: { kind: string; actor: string }[] = await app.get(DataSource).query(select, [uuid(n)]);
    expect(events.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['access-denied', other.userId],
      ['notice-read', supervisor.userId],
    ]);
  });
});
