import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { formOf } from '#test/visits/form-of.js';
import { openScene } from '#test/visits/open-scene.js';

const HOST = 'oefen.social.example';

let app: NestExpressApplication;
let open: Awaited<ReturnType<typeof openScene>>;
let caseworker: DeskVisit;
let supervisor: DeskVisit;

beforeAll(async () => {
  open = await openScene();
  ({ app, visitor: caseworker } = open);
  supervisor = new DeskVisit(app);
  await supervisor.signIn('supervisor');
});
afterAll(() => app.close());

const missing = (text: string, parts: readonly string[]): string[] => parts.filter((part) => !text.includes(part));

/** The page of addresses of a notice about one. */
async function wizard(n: number, url: string): Promise<string> {
  const notice = NoticeBuilder.aNotice(n).about(url).build();
  await open.scene.notices(notice);
  return (await caseworker.get(`/notices/${notice.id}/write/content`)).text;
}

describe('an instance of Mastodon that nobody added', () => {
  test.each([
    [41, `https://${HOST}/@oefen/112233`],
    [42, `https://${HOST}/users/oefen/statuses/112233`],
    [43, `https://${HOST}/@oefen`],
  ])('is met in the wizard with what to do about it: %s %s', async (n, url) => {
    const page = await wizard(n, url);
    const link = `href="/platforms/mastodon?instance=${HOST}#instances"`;
    expect(missing(page.replaceAll('&#x3D;', '='), [link])).toEqual([]);
    expect(
      missing(page, [`${HOST} kan er een zijn`, 'Zo voegt u een server van Mastodon toe', '/platforms/new?host']),
    ).toEqual([]);
  });

  test('is not suspected behind any other address', async () => {
    const page = await wizard(44, `https://${HOST}/users/oefen`);
    expect([page.includes('kan er een zijn'), page.includes('Dit adres hoort bij geen platform')]).toEqual([
      false,
      true,
    ]);
  });

  test('has its steps on the page of Mastodon, with what to ask of the administrator, and on no other', async () => {
    const { text } = await caseworker.get(`/platforms/mastodon?instance=${HOST}`);
    const says = [
      `U wilt ${HOST} toevoegen`,
      'read:accounts en write:reports',
      `eerst ${HOST}, dan een spatie`,
      'mastodon.social',
    ];
    expect(missing(text, [...says, 'SEINPOST_MASTODON_TOKENS_FILE', 'seinpost doctor'])).toEqual([]);
    expect(text).not.toContain('/platforms/mastodon/edit');
    expect((await caseworker.get('/platforms/bluesky')).text).not.toContain('id="instances"');
    const wrong = (await caseworker.get('/platforms/mastodon?instance=%3Cscript%3E')).text;
    expect([wrong.includes('U wilt'), wrong.includes('eerst mastodon.example')]).toEqual([false, true]);
  });

  test('is added by a supervisor where the address leads, and recognised from then on', async () => {
    const { text } = await supervisor.get(`/platforms/mastodon?instance=${HOST}`);
    const edit = `/platforms/mastodon/edit?host=${HOST}`;
    expect(text.replaceAll('&#x3D;', '=')).toContain(`href="${edit}"`);
    const form = await formOf(supervisor, edit);
    expect(form['hosts']!.split('\n')).toContain(HOST);
    const kept = await supervisor.post('/platforms/mastodon/edit', { ...form, reason: 'Een server erbij.' });
    expect(kept.status).toBe(303);
    expect(missing(await wizard(45, `https://${HOST}/@oefen/112233`), ['Herkend', 'Mastodon', '112233'])).toEqual([]);
    expect((await caseworker.get(`/platforms/mastodon?instance=${HOST}`)).text).toContain(`${HOST} staat er al bij`);
  });

  test('is told of in English too', async () => {
    await caseworker.get('/account');
    await caseworker.post('/account', { language: 'en', theme: 'auto' });
    const { text } = await caseworker.get(`/platforms/mastodon?instance=${HOST}`);
    expect(missing(text, ['Add a new server (instance)', 'Will you set a token for', 'Do not mail the token'])).toEqual(
      [],
    );
  });
});
