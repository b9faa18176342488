import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPracticePlatform, type PracticePlatform } from '../../apps/practice/src/platform.js';
import { DeskMailbox } from './practice-platform/desk-mailbox.js';

let desk: DeskMailbox;
let platform: PracticePlatform;
let stateFolder: string;

beforeAll(async () => {
  stateFolder = await mkdtemp(join(tmpdir(), 'practice-pages-'));
  desk = await DeskMailbox.open();
  const deskMail = { host: '127.0.0.1', port: desk.port };
  platform = await startPracticePlatform({ port: 0, smtpPort: 0, deskMail, stateFolder });
});

afterAll(async () => {
  await platform.close();
  await desk.close();
  await rm(stateFolder, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${platform.address}${path}`, { headers, redirect: 'manual' });

const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${platform.address}${path}`, { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' });

const complete = {
  explanation: 'Portret zonder toestemming <script>alert(1)</script>',
  reference: 'TF-2026-000777',
  email: 'meldingen@desk.example',
  bonaFide: 'ja',
};

describe('The pages of the practice platform', () => {
  test.each(['/', '/oefengids', '/melden', '/postvak', '/p/zonsondergang', '/u/duinwandelaar'])(
    '%s says in both languages that it is practice, and runs no script',
    async (path) => {
      const [dutch, english] = [
        await get(path, { 'Accept-Language': 'nl' }),
        await get(path, { 'Accept-Language': 'en' }),
      ];
      const [nl, en] = [await dutch.text(), await english.text()];
      expect(nl).toMatch(/<html lang="nl">[^]*Oefenplatform \/ practice platform[^]*Alles hier is verzonnen/);
      expect(en).toMatch(/<html lang="en">[^]*Oefenplatform \/ practice platform[^]*Everything here is invented/);
      expect(nl + en).not.toContain('<script');
      expect(dutch.headers.get('content-security-policy')).toContain("default-src 'none'");
    },
  );

  test('a post has its picture and says what it is to other programs', async () => {
    const page = await (await get('/p/harbour-light')).text();
    expect(page).toContain(`<meta property="og:url" content="${platform.address}/p/harbour-light" />`);
    const picture = await get('/p/harbour-light/beeld.svg');
    expect(picture.headers.get('content-type')).toContain('image/svg+xml');
    expect(await picture.text()).toMatch(/^<svg .*<title>Harbour light<\/title>/);
  });

  test('the language can be chosen, and leads back on this platform only', async () => {
    const chosen = await get('/taal/en?terug=%2Fmelden');
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/melden']);
    expect(chosen.headers.get('set-cookie')).toContain('taal=en');
    expect(await (await get('/melden', { Cookie: 'taal=en' })).text()).toContain('Report illegal content');
    expect((await get('/taal/en?terug=%2F%2Felsewhere.example')).headers.get('location')).toBe('/');
  });

  test('what is not there is not found', async () => {
    expect((await get('/p/no-such-post')).status).toBe(404);
    expect((await get('/postvak/99')).status).toBe(404);
    expect((await get('/bevestig/unknown')).status).toBe(404);
    expect((await get('/l?u=https%3A%2F%2Felsewhere.example%2F')).status).toBe(404);
  });

  test('another host name is refused, and a form sent by another site', async () => {
    const { port } = new URL(platform.address);
    const status = await new Promise((resolve) => {
      request({ port, host: '127.0.0.1', path: '/', headers: { Host: 'rebound.example' } }, (r) =>
        resolve(r.statusCode),
      ).end();
    });
    expect(status).toBe(421);
    expect((await post('/oefengids/bospad/terug', {}, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
  });
});

describe('The notice form', () => {
  test('too much of it is refused with a page, not with a stack', async () => {
    const answer = await post('/melden', { explanation: 'x'.repeat(100_000) });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toMatch(/<h1>Dat ging niet<\/h1>/);
  });

  test('says at the top and at each field what is still wrong, and keeps what was filled in', async () => {
    const answer = await post('/melden', { urls: 'https://elsewhere.example/p/x', explanation: 'Omdat.' });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toMatch(/<a href="#urls">Vul ten minste één adres/);
    expect(page).toMatch(/aria-describedby="hint-urls error-urls"\s+aria-invalid="true"/);
    expect(page).toContain('https://elsewhere.example/p/x</textarea>');
    expect(page).not.toContain('<a href="#explanation">');
    expect(platform.received()).toEqual([]);
  });

  test('takes a notice, gives its number, and shows it in the inbox without running what is in it', async () => {
    const answer = await post('/melden', { ...complete, urls: `${platform.address}/p/bospad` });
    const received = await (await get(answer.headers.get('location') ?? '')).text();
    const [notice] = platform.received();
    expect(notice).toMatchObject({
      channel: 'web-form',
      reference: 'TF-2026-000777',
      replyTo: 'meldingen@desk.example',
    });
    expect(received).toContain(notice?.ticket);
    const page = await (await get('/postvak/1')).text();
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(await (await get('/postvak')).text()).toContain('Melding TF-2026-000777');
  });

  test('lets a person steer the answer, and put the post back', async () => {
    await post('/postvak/1/antwoord', { kind: 'removed-law' });
    const answer = await desk.next();
    expect(answer.mail.text).toMatch(/verwijderd|illegale inhoud/);
    await desk.settled(() => platform.standing('bospad') === 'gone');
    expect((await get('/p/bospad')).status).toBe(410);
    await post('/oefengids/bospad/terug', {});
    expect((await get('/p/bospad')).status).toBe(200);
    expect((await post('/postvak/1/antwoord', { kind: 'no-such-kind' })).status).toBe(404);
  });
});
