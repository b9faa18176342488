import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NoticeFile } from '#application/notice/notice-file.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import type { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

const DECIDED = '2026-11-05T09:00:00Z';

let app: NestExpressApplication;
let visitor: DeskVisit;

beforeAll(async () => {
  const open = await openScene();
  ({ app, visitor } = open);
  await open.scene.notices(
    NoticeBuilder.aNotice(901).build(),
    NoticeBuilder.aNotice(902).sentOn().build(),
    NoticeBuilder.aNotice(903).sentOn().decidedOn(DECIDED).build(),
    NoticeBuilder.aNotice(905).sentOn().build(),
    NoticeBuilder.aNotice(904).identifiedAs({ caseId: null, origin: 'imported' }).sentOn().decidedOn(DECIDED).build(),
  );
});
afterAll(() => app.close());

const page = (n: number, act = '') => `/notices/${uuid(n)}${act}`;
const whole = (n: number) => app.get(NoticeFile).whole(uuid(n));
const seen = async (n: number) => ({ version: String((await whole(n)).notice.version) });

/** Why a withdrawal was refused. */
async function refusal(n: number, form: Record<string, string>): Promise<string> {
  await visitor.get('/work');
  const refused = await visitor.post(page(n, '/withdraw'), form);
  expect([409, 422]).toContain(refused.status);
  return refused.text;
}

describe('withdrawing a notice', () => {
  test('that never left asks for no letter, and nothing leaves', async () => {
    const { text } = await visitor.get(page(901, '/withdraw'));
    expect(text).toContain('nog niet verstuurd');
    expect(text).not.toContain('class="letter"');
    const version = await seen(901);
    const unsaid = await refusal(901, version);
    expect(unsaid).toContain('Kies waarom u de melding intrekt');
    expect(await refusal(901, { ...version, because: 'other' })).toContain('Schrijf bij “Iets anders”');
    const form = { ...version, because: 'person-asked', note: 'Zij belde vanmorgen.' };
    expect((await visitor.post(page(901, '/withdraw'), form)).headers['location']).toBe(page(901));
    const { notice, deliveries } = await whole(901);
    expect([notice.status, deliveries]).toEqual(['withdrawn', []]);
    expect(notice.content.answers.withdrawal).toMatchObject({ because: 'person-asked', note: 'Zij belde vanmorgen.' });
    expect((await visitor.get(page(901))).text).toContain('De hulpvrager wil het niet meer');
    expect(await refusal(901, form)).toContain('al ingetrokken');
  });

  test('that was sent shows the letter to the platform, and that letter is the one that waits', async () => {
    expect((await visitor.get(page(902, '/withdraw'))).text).not.toContain('class="letter"');
    const why = { because: 'wrong-platform', note: 'Alleen voor ons.' };
    const written = await visitor.post(page(902, '/withdraw/letter'), { ...(await seen(902)), ...why });
    const path = String(written.headers['location']);
    const { text } = await visitor.get(path);
    const letter = path.split('/').at(-1)!;
    expect(text).toContain('TF-2026-000902');
    expect(text).toContain('staat op een ander platform');
    const sentence = 'the content is not on your service';
    expect([text.includes(sentence), /class="letter"[^]*Alleen voor ons/.test(text)]).toEqual([true, false]);
    const form = await seen(902);
    expect((await visitor.post(path, form)).status).toBe(303);
    const { notice, deliveries } = await whole(902);
    expect([notice.status, deliveries.map((one) => [one.purpose, one.letterDigest])]).toEqual([
      'withdrawn',
      [['withdrawal', letter]],
    ]);
    expect((await whole(902)).notice.content.answers.withdrawal).toMatchObject(why);
    expect(await refusal(902, { ...form, because: 'duplicate' })).toContain('al ingetrokken');
    expect((await whole(902)).deliveries).toHaveLength(1);
  });

  test('that was sent is refused without its letter, or with another', async () => {
    await visitor.get(page(905));
    const why = { because: 'not-illegal' };
    expect((await visitor.post(page(905, '/withdraw'), { ...(await seen(905)), ...why })).status).toBe(422);
    for (const letter of ['0'.repeat(64), 'x'])
      expect([404, 422]).toContain((await visitor.post(page(905, `/withdraw/${letter}`), await seen(905))).status);
    expect((await whole(905)).notice.status).toBe('sent');
    for (const digest of ['0'.repeat(64), 'x', '%00'])
      expect((await visitor.get(page(905, `/withdraw/${digest}`))).status).toBe(404);
  });

  test('for another reason than its letter says asks for a new letter', async () => {
    await visitor.get(page(905, '/withdraw'));
    const first = { ...(await seen(905)), because: 'wrong-address' };
    const path = String((await visitor.post(page(905, '/withdraw/letter'), first)).headers['location']);
    await visitor.get(page(905, '/withdraw'));
    const second = { ...(await seen(905)), because: 'person-asked' };
    const other = await visitor.get(
      String((await visitor.post(page(905, '/withdraw/letter'), second)).headers['location']),
    );
    expect(other.text).not.toContain('The reason:');
    expect((await visitor.post(path, await seen(905))).status).toBe(422);
    expect((await whole(905)).notice.status).toBe('sent');
  });

  test('that was decided is refused in words, also when somebody types the address', async () => {
    expect((await visitor.get(page(903))).text).not.toContain('/withdraw"');
    expect((await visitor.get(page(903, '/withdraw'))).text).toContain('al beslist');
    expect(await refusal(903, await seen(903))).toContain('al beslist');
    const why = { ...(await seen(903)), because: 'duplicate' };
    expect((await visitor.post(page(903, '/withdraw/letter'), why)).text).toContain('al beslist');
    expect((await whole(903)).notice.status).toBe('decided');
  });

  test.each([uuid(999), 'x', '%00'])('that nobody knows (%s) is not found', async (id) => {
    await visitor.get('/work');
    expect((await visitor.get(`/notices/${id}/withdraw`)).status).toBe(404);
    expect((await visitor.post(`/notices/${id}/withdraw`, { version: '1' })).status).toBe(404);
  });
});

describe('being done with a notice', () => {
  test('closes it once it is decided, and reopens it', async () => {
    await visitor.get(page(903));
    expect((await visitor.post(page(903, '/close'), await seen(903))).status).toBe(303);
    expect((await visitor.post(page(903, '/close'), await seen(903))).status).toBe(409);
    expect((await visitor.get(page(903))).text).toContain('Melding heropenen');
    expect((await visitor.post(page(903, '/reopen'), await seen(903))).status).toBe(303);
    expect((await whole(903)).notice.status).toBe('decided');
  });

  test('is refused for a version that is past', async () => {
    const refused = await visitor.post(page(903, '/close'), { version: '1' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Iemand heeft dit intussen veranderd');
  });
});

test('a notice taken over from before says so, and its page offers no case', async () => {
  const { status, text } = await visitor.get(page(904));
  expect(status).toBe(200);
  expect(text).not.toContain('href="/cases/null"');
  expect(text).toContain('Overgenomen uit');
});
