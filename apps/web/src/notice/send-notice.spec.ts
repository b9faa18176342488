import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NoticeFile } from '#application/notice/notice-file.js';
import { Books } from '#application/books.js';
import { system } from '#domain/event.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

const POST = 'http://127.0.0.1:3301/posts/901';

let app: NestExpressApplication;
let scene: DeskScene;
let visitor: DeskVisit;

beforeAll(async () => {
  ({ app, scene, visitor } = await openScene());
});
afterAll(() => app.close());

const page = (n: number) => `/notices/${uuid(n)}`;
const whole = (n: number) => app.get(NoticeFile).whole(uuid(n));
const versionOf = async (n: number) => String((await whole(n)).notice.version);

/** The page on which the letter is read. */
async function toCheck(n: number): Promise<string> {
  await visitor.get(page(n));
  const done = await visitor.post(`${page(n)}/prepare`, { version: await versionOf(n) });
  expect(done.status).toBe(303);
  return String(done.headers['location']);
}

const stated = async (n: number) => ({ version: await versionOf(n), bonaFide: 'yes' });

async function send(n: number) {
  const check = await toCheck(n);
  await visitor.get(check);
  return visitor.post(check, await stated(n));
}

describe('the letter before it is sent', () => {
  test('is shown word for word, with what is stated and how long it can be called back', async () => {
    await scene.notices(NoticeBuilder.aNotice(901).build());
    const { status, text } = await visitor.get(await toCheck(901));
    expect(status).toBe(200);
    expect(text).toContain(POST);
    expect(text).toContain('TF-2026-000901');
    expect(text).toContain('Te goeder trouw');
    expect(text).toContain('type="checkbox" id="bonaFide" name="bonaFide" value="yes">');
  });

  test('is not sent without the statement of good faith', async () => {
    const check = await toCheck(901);
    await visitor.get(check);
    const refused = await visitor.post(check, { version: await versionOf(901) });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('<a href="#bonaFide">Bevestig dat u te goeder trouw meldt</a>');
    expect(refused.text).toContain('id="bonaFide-error"');
    const { notice, deliveries } = await whole(901);
    expect([notice.status, deliveries]).toEqual(['ready', []]);
  });

  test('of a notice that was changed meanwhile is refused in words, and the page says so beforehand', async () => {
    const check = await toCheck(901);
    const seen = await versionOf(901);
    await app
      .get(Books)
      .change('notices', { id: uuid(901), by: system('test') }, (notice) =>
        notice.describe(
          { ...notice.content, measure: 'restrict' },
          [NoticeBuilder.item(uuid(901), 1, POST)],
          system('test'),
        ),
      );
    expect((await visitor.get(check)).text).toContain('utrecht-alert--warning');
    expect((await visitor.post(check, { version: seen, bonaFide: 'yes' })).status).toBe(409);
    const anew = { version: await versionOf(901), bonaFide: 'yes' };
    expect((await visitor.post(check, anew)).status).not.toBe(303);
    await toCheck(901);
    const late = await visitor.post(check, await stated(901));
    expect(late.status).toBe(422);
    expect(late.text).toContain('De melding is veranderd sinds u de brief las');
    expect((await whole(901)).deliveries).toEqual([]);
  });

  test.each(['0'.repeat(64), 'x', '%00', '../../x'])('that nobody wrote (%s) is not found', async (digest) => {
    expect((await visitor.get(`${page(901)}/check/${digest}`)).status).toBe(404);
    expect((await visitor.post(`${page(901)}/check/${digest}`, { version: '1' })).status).toBe(404);
  });

  test('is not written for a version that is past, nor without one', async () => {
    await visitor.get(page(901));
    const past = await visitor.post(`${page(901)}/prepare`, { version: '1' });
    expect(past.status).toBe(409);
    expect(past.text).toContain('Iemand heeft dit intussen veranderd');
    for (const version of ['', 'x', '1e3'])
      expect((await visitor.post(`${page(901)}/prepare`, { version })).status).toBe(422);
  });
});

describe('sending', () => {
  test('keeps the very letter that was read, once, however often the button is pressed', async () => {
    const check = await toCheck(901);
    const form = await stated(901);
    const pressed = await Promise.all([1, 2, 3].map(() => visitor.post(check, form)));
    expect(pressed.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    const { notice, deliveries } = await whole(901);
    expect(notice.status).toBe('submitted');
    expect(deliveries.map(({ letterDigest }) => letterDigest)).toEqual([check.split('/').at(-1)]);
    expect((await visitor.get(page(901))).text).toContain('De melding gaat zo weg');
  });

  test('can be called back until the letter leaves, and only once', async () => {
    const { text } = await visitor.get(page(901));
    const delivery = /name="delivery" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const form = { version: await versionOf(901), delivery };
    expect((await visitor.post(`${page(901)}/recall`, form)).status).toBe(303);
    const { notice, deliveries } = await whole(901);
    expect([notice.status, deliveries[0]?.state]).toEqual(['ready', 'called-back']);
    expect((await visitor.get(page(901))).text).toContain('Er is niets verstuurd');
    expect((await visitor.post(`${page(901)}/recall`, form)).status).toBe(409);
  });

  test.each(['', 'x', '-'.repeat(36), uuid(998)])(
    'of a delivery nobody knows (%s) is not called back',
    async (delivery) => {
      if ((await whole(901)).notice.status === 'ready') expect((await send(901)).status).toBe(303);
      const { status, text } = await visitor.post(`${page(901)}/recall`, { version: await versionOf(901), delivery });
      expect([404, 422]).toContain(status);
      expect(text).not.toContain('onverwacht');
      expect((await whole(901)).notice.status).toBe('submitted');
    },
  );

  test('of what is incomplete lists everything that is missing', async () => {
    await scene.notices(NoticeBuilder.aNotice(902).withoutLocation().withoutExplanation().build());
    const { text } = await visitor.get(page(902));
    for (const missing of ['Leg bij elke rechtsgrond', 'Vul ten minste één adres in']) expect(text).toContain(missing);
    const refused = await visitor.post(`${page(902)}/prepare`, { version: await versionOf(902) });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Vul ten minste één adres in');
  });
});

describe('an earlier notice about the same address', () => {
  test('is told on the page and again before sending: which, when, and how it ended', async () => {
    await scene.notices(
      NoticeBuilder.aNotice(910).about('http://127.0.0.1:3301/p/x').sentOn('2026-11-02T09:00:00Z').build(),
      NoticeBuilder.aNotice(911)
        .about('http://127.0.0.1:3301/p/x')
        .sentOn('2026-10-02T09:00:00Z')
        .decidedOn('2026-10-05T09:00:00Z', 'no-violation')
        .build(),
      NoticeBuilder.aNotice(912).about('http://127.0.0.1:3301/p/x', 'http://127.0.0.1:3301/p/y').build(),
    );
    await scene.notices(NoticeBuilder.aNotice(914).about('http://127.0.0.1:3301/p/y').build());
    expect((await send(914)).status).toBe(303);
    await app.get(Books).change('notices', { id: uuid(914), by: system('test') }, (one) => one.send(new Date()));
    for (const where of [page(912), await toCheck(912)]) {
      const { text } = await visitor.get(where);
      for (const said of [
        'al eerder gemeld',
        'TF-2026-000910',
        'TF-2026-000911',
        'TF-2026-000914',
        '2 okt',
        'door Oefenmedewerker',
        'Geen actie',
      ])
        expect(text).toContain(said);
    }
  });

  test('that is a mere draft is told apart, with the way to it', async () => {
    const address = 'http://127.0.0.1:3301/p/drafted';
    await scene.notices(...[915, 916].map((n) => NoticeBuilder.aNotice(n).about(address).build()));
    for (const where of [page(915), await toCheck(915)]) {
      const { text } = await visitor.get(where);
      expect(text).toContain('Er staat al een concept klaar over deze inhoud');
      expect(text).toContain(`href="/notices/${uuid(916)}"`);
      expect(text).not.toContain('al eerder gemeld');
    }
  });

  test('is not told where there is none', async () => {
    await scene.notices(NoticeBuilder.aNotice(913).build());
    expect((await visitor.get(page(913))).text).not.toContain('al eerder gemeld');
  });
});

test.each([uuid(999), 'x', '%00'])('nothing is sent of a notice nobody knows: %s', async (id) => {
  await visitor.get('/work');
  for (const act of ['prepare', 'recall', 'close', 'reopen', `deliveries/${uuid(998)}/settle`]) {
    const form = {
      version: '1',
      ...(act === 'recall' ? { delivery: uuid(998) } : {}),
      ...(/settle/.test(act) ? { arrived: 'yes', version: '' } : {}),
    };
    const { status } = await visitor.post(`/notices/${id}/${act}`, form);
    expect([act, status]).toEqual([act, 404]);
  }
});

test.each(['auditor', 'reviewer', 'administrator'] as const)(
  'a person with the role %s sends nothing',
  async (role) => {
    const person = new DeskVisit(app);
    await person.signIn(role);
    const check = await toCheck(913);
    expect((await person.get(check)).status).toBe(403);
    for (const path of [
      `${page(913)}/prepare`,
      check,
      `${page(901)}/recall`,
      `${page(913)}/withdraw`,
      `${page(913)}/close`,
    ])
      expect((await person.post(path, await stated(913))).status).toBe(403);
  },
);
