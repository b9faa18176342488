import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Books } from '#application/books.js';
import { PreviewNotice } from '#application/notice/preview-notice.js';
import { Users } from '#application/access/users.js';
import { system, type Actor } from '#domain/event.js';

import { ANSWERED, NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { accountOf, DeskVisit } from '#test/visits/desk-visit.js';
import { aWaitingForm, GAVE, nowHere } from '#test/visits/form-visit.js';
import { openScene } from '#test/visits/open-scene.js';

let app: NestExpressApplication;
let visitor: DeskVisit;
let open: Awaited<ReturnType<typeof openScene>>;
let me: Actor & { kind: 'user' };

beforeAll(async () => {
  open = await openScene();
  ({ app, visitor } = open);
  const user = await app.get(Users).byEmail(accountOf('caseworker').email);
  me = { kind: 'user', userId: user!.id, sessionId: null };
});
afterAll(() => app.close());

const waiting = (n: number): Promise<string> => aWaitingForm(open, n);
const statusOf = async (n: number): Promise<string> =>
  (await app.get(Books).together(system('test'), (books) => books.notices.get(uuid(n)))).status;

describe('the page of a form', () => {
  test('shows each field with its text, what the form asks, and where it is', async () => {
    const page = await visitor.get(await waiting(901));
    expect(page.status).toBe(200);
    expect(page.text).toContain('http://127.0.0.1:3301/posts/901');
    expect(page.text).toMatch(/href="http:\/\/127\.0\.0\.1:3301\/melden" target="_blank" rel="noopener noreferrer"/);
    expect(page.text.match(/<li class="sheet__field"/g)).toHaveLength(4);
    expect(page.text).toContain('TF-2026-000901');
    expect(page.text).toMatch(/\d+ van hoogstens 4\.?000 tekens/);
  });

  test('is where a notice that waits for it leads, and it can be called back there', async () => {
    const path = await waiting(902);
    const page = await visitor.get(`/notices/${uuid(902)}`);
    expect(page.text).toContain(`href="${path}"`);
    const [, delivery] = /hand-in\/(.*)/.exec(path)!;
    const version = /name="version" value="(\d+)"/.exec((await visitor.get(path)).text)![1]!;
    await visitor.post(`/notices/${uuid(902)}/recall`, { version, delivery: delivery! });
    expect(await statusOf(902)).toBe('ready');
    expect((await visitor.get(path)).headers['location']).toBe(`/notices/${uuid(902)}`);
  });

  test('comes after the page on which the sheet is read as it will be taken over', async () => {
    await open.scene.notices(NoticeBuilder.aNotice(909).saying({ channel: 'web-form', answers: ANSWERED }).build());
    const { digest } = await app.get(PreviewNotice).run({ id: uuid(909), by: me });
    const check = await visitor.get(`/notices/${uuid(909)}/check/${digest}`);
    expect(check.text).toContain('Verder naar het formulier');
    expect(check.text).toContain('http://127.0.0.1:3301/melden');
    const version = /name="version" value="(\d+)"/.exec(check.text)![1]!;
    const sent = await visitor.post(`/notices/${uuid(909)}/check/${digest}`, { version, bonaFide: 'yes' });
    expect(sent.headers['location']).toMatch(/\/hand-in\/[0-9a-f-]{36}$/);
  });

  test('stands on My work, for whoever has it to do', async () => {
    await waiting(908);
    const work = await visitor.get('/work?show=forms');
    expect(work.text).toContain('Formulieren om in te dienen');
    expect(work.text).toContain('TF-2026-000908');
    expect(work.text).toContain('Wacht sinds');
  });

  test('does not let a notice count as sent without a receipt, and loses nothing that was typed', async () => {
    const path = await waiting(903);
    await visitor.get(path);
    const nothing = await visitor.upload(path, [], { ...GAVE, reference: '', at: nowHere() });
    expect(nothing.status).toBe(422);
    expect(nothing.text).toContain('Vul in wat het formulier teruggaf');
    const early = await visitor.upload(path, [], { ...GAVE, text: 'Dank u wel', at: '2026-01-01T10:00' });
    expect(early.status).toBe(422);
    expect(early.text).toContain('nog niet ingediend');
    expect(early.text).toContain('Dank u wel');
    const late = await visitor.upload(path, [], { ...GAVE, at: '2036-01-01T10:00' });
    expect(late.text).toContain('nog niet geweest');
    expect(await statusOf(903)).toBe('submitted');
  });

  test('takes a number, and the notice is sent from that moment on; a second time is told', async () => {
    const path = await waiting(904);
    await visitor.get(path);
    const done = await visitor.upload(path, [], { ...GAVE, at: nowHere() });
    expect([done.status, done.headers['location']]).toEqual([303, `/notices/${uuid(904)}`]);
    expect(await statusOf(904)).toBe('sent');
    const again = await visitor.upload(path, [], { ...GAVE, at: nowHere() });
    expect(again.status).toBe(409);
    expect(again.text).toContain('intussen al ingediend');
    expect((await visitor.get(`/notices/${uuid(904)}`)).text).toContain('OP-2026-7');
  });

  test('takes a picture as the receipt, which then stands beside the notice', async () => {
    const path = await waiting(905);
    await visitor.get(path);
    const png = { name: 'bewijs.png', bytes: ONE_PIXEL };
    const done = await visitor.upload(path, [png], { ...GAVE, reference: '', at: nowHere() });
    expect(done.status).toBe(303);
    expect(await statusOf(905)).toBe('sent');
    expect((await visitor.get(`/notices/${uuid(905)}`)).text).toContain('De schermafdruk staat bij het bewijs');
  });

  test('records that no receipt was given', async () => {
    const path = await waiting(906);
    await visitor.get(path);
    await visitor.upload(path, [], { gave: 'none', reference: '', text: '', at: nowHere() });
    expect(await statusOf(906)).toBe('sent');
    expect((await visitor.get(`/notices/${uuid(906)}`)).text).toContain('Geen ontvangstbewijs gekregen');
  });

  test('tells a colleague who is busy with it, and lets them take it over', async () => {
    const path = await waiting(907);
    const colleague = new DeskVisit(app);
    await colleague.signIn('supervisor');
    expect((await colleague.get(path)).text).toContain('is met dit formulier bezig');
    const refused = await colleague.upload(path, [], { ...GAVE, at: nowHere() });
    expect([refused.status, await statusOf(907)]).toEqual([409, 'submitted']);
    await colleague.get(path);
    await colleague.post(`${path}/take-up`, { over: 'yes' });
    expect((await colleague.get(path)).text).not.toContain('is met dit formulier bezig');
    expect((await visitor.get(path)).text).toContain('is met dit formulier bezig');
    await colleague.get(path);
    await colleague.upload(path, [], { ...GAVE, at: nowHere() });
    expect(await statusOf(907)).toBe('sent');
  });
});

test('a colleague neither recalls nor withdraws what somebody fills in, and is told why; having taken it over, they may', async () => {
  const path = await waiting(921);
  const delivery = path.split('/').at(-1)!;
  const colleague = new DeskVisit(app);
  await colleague.signIn('supervisor');
  const BUSY = 'Terughalen of intrekken kan pas';
  const RECALL = `action="/notices/${uuid(921)}/recall"`;
  for (const page of [path, `/notices/${uuid(921)}`]) {
    const theirs = (await colleague.get(page)).text;
    const mine = (await visitor.get(page)).text;
    expect([theirs.includes(BUSY), theirs.includes(RECALL)]).toEqual([true, false]);
    expect([mine.includes(BUSY), mine.includes(RECALL)]).toEqual([false, true]);
  }
  const withdraw = await colleague.get(`/notices/${uuid(921)}/withdraw`);
  expect([withdraw.text.includes(BUSY), withdraw.text.includes('name="because"')]).toEqual([true, false]);
  const version = /name="version" value="(\d+)"/.exec((await visitor.get(path)).text)![1]!;
  expect((await colleague.post(`/notices/${uuid(921)}/recall`, { version, delivery })).status).toBe(409);
  await colleague.get('/work');
  const why = { version, because: 'duplicate' };
  expect((await colleague.post(`/notices/${uuid(921)}/withdraw`, why)).status).toBe(409);
  expect(await statusOf(921)).toBe('submitted');
  await colleague.get(path);
  await colleague.post(`${path}/take-up`, { over: 'yes' });
  await colleague.get(path);
  expect((await colleague.post(`/notices/${uuid(921)}/recall`, { version, delivery })).status).toBe(303);
  expect(await statusOf(921)).toBe('ready');
});

describe('a form that does not take the notice', () => {
  test('is a defect on record, and the notice is ready for another channel', async () => {
    const path = await waiting(911);
    await visitor.get(`${path}/defect`);
    const wordless = await visitor.upload(`${path}/defect`, [], { kind: 'other', note: '' });
    expect([wordless.status, wordless.text.includes('Beschrijf wat er mis is')]).toEqual([422, true]);
    const png = { name: 'formulier.png', bytes: ONE_PIXEL };
    const done = await visitor.upload(`${path}/defect`, [png], { kind: 'captcha', note: '=Foto’s van stoplichten' });
    expect([done.status, done.headers['location']]).toEqual([303, `/notices/${uuid(911)}/write/channel`]);
    expect(await statusOf(911)).toBe('ready');
    const again = await visitor.upload(`${path}/defect`, [], { kind: 'captcha', note: '' });
    expect(again.status).toBe(409);
    expect((await visitor.get(`/notices/${uuid(911)}`)).text).toContain('Controle of u een robot bent lukt niet');
  });

  test('is listed with its picture, told as CSV, and resolved with a day', async () => {
    const page = await visitor.get('/follow-up/defects');
    expect(page.text).toContain('Foto’s van stoplichten');
    expect(page.text).toContain('TF-2026-000911');
    const csv = await visitor.get('/follow-up/defects/defects.csv');
    expect(csv.text).toContain(`captcha,'=Foto’s van stoplichten`);
    expect(csv.text).toContain('yes,,,TF-2026-000911');
    const supervisor = new DeskVisit(app);
    await supervisor.signIn('supervisor');
    const [, id] = /defects\/([0-9a-f-]{36})\/resolve/.exec((await supervisor.get('/follow-up/defects')).text)!;
    await supervisor.get('/follow-up/defects');
    expect((await supervisor.post(`/follow-up/defects/${id}/resolve`, { on: '2036-01-01' })).status).toBe(422);
    await supervisor.get('/follow-up/defects');
    expect((await supervisor.post(`/follow-up/defects/${id}/resolve`, { on: nowHere().slice(0, 10) })).status).toBe(
      303,
    );
    expect((await supervisor.get('/follow-up/defects')).text).toContain('0 gebreken staan open');
  });

  test('and forms that give no receipt are counted per platform', async () => {
    const csv = await visitor.get('/follow-up/defects/receipts.csv');
    expect(csv.text).toBe('platform,handed-in,without-receipt\r\nOefenplatform,4,1\r\n');
  });
});

const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
