import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Page } from 'puppeteer';
import { openZip } from '#adapters/bag/open-zip.js';
import { giveToBrowser } from '#adapters/browser/dropped-user.js';
import { readSettings } from '#adapters/settings/settings.js';
import { signInBrowser } from '#test/visits/browser-sign-in.js';
import { deskBrowser, toNextPage, type DeskBrowser } from '#test/visits/desk-browser.js';
import { WizardWalk } from '#test/visits/wizard-walk.js';
import { COMMANDS } from '../../apps/console/src/commands/all.js';
import { Desk } from '../../apps/console/src/desk.js';
import { runCommand } from '../../apps/console/src/frame.js';
import { PracticeDesk } from './loop/practice-desk.js';
import { until } from './sending/worker-process.js';

jest.setTimeout(90_000);
const PREPARED = {
  ground: 'Portretrecht',
  reasons: 'De afgebeelde persoon gaf geen toestemming en heeft een redelijk belang.',
  expression: 'Een eigen tekening; geen debat is ermee gediend.',
};
const DAY_MS = 24 * 3600 * 1000;

let desk: PracticeDesk;
let chromium: DeskBrowser;
let page: Page;
let downloads: string;
/** A post the platform removes, and one it finds no fault with. */
let removed: string;
let kept: string;
let notice: string;
let reference: string;
let shown: Buffer;

beforeAll(async () => {
  desk = await PracticeDesk.open();
  chromium = await deskBrowser();
  page = await chromium.browser.newPage();
  downloads = await mkdtemp(join(tmpdir(), 'seinpost-downloads-'));
  await giveToBrowser(downloads);
  [removed, kept] = [`${desk.platform.address}/p/kat-op-het-dak`, `${desk.platform.address}/p/fiets-zoekt-slot`];
});

afterAll(async () => {
  await chromium?.end();
  await desk?.close();
  if (downloads) await rm(downloads, { recursive: true, force: true });
});

describe('the loop, from a post to a file that can be checked', () => {
  test('a caseworker signs in, opens a case and writes a notice about two posts', async () => {
    await signInBrowser(page, desk);
    await open('/cases/new');
    await page.type('#summary', 'Een eigen tekening staat zonder toestemming online.');
    await press('form[action="/cases/new"] button');
    await press('form[action$="/notices/begin"] button');
    await new WizardWalk(page).toLetter({ ...PREPARED, addresses: `${removed}\n${kept}` });
    notice = new URL(page.url()).pathname.split('/').slice(0, 3).join('/');
    await open(notice);
    reference = /TF-\d{4}-\d+/.exec(await text('h1'))![0];
    expect(await text('#next-step')).toContain('Lees de brief en verstuur');
  });

  test('both posts are captured in a browser, and their pictures stay hidden', async () => {
    for (const post of [removed, kept]) await press(await captureOf(post));
    await onNotice(async () => (await page.$$('article.capture')).length === 2);
    expect(await text('article.capture h3')).toContain('Volledig vastgelegd');
    expect(await all('.ladder', 'open')).toEqual([false, false, false, false]);
  });

  test('the letter is read as it will leave, stated to be in good faith, and sent', async () => {
    await press('form[action$="/prepare"] button');
    shown = Buffer.from((await text('.letter--raw', false)).replaceAll('\n', '\r\n'));
    expect(await text('details.more code')).toBe(sha256(shown));
    await page.click('#bonaFide');
    await press('main form.form button[type=submit]');
    expect(await text('.page__status')).toContain('wordt verstuurd');
    await onNotice(async () => (await standing()) === 'Verstuurd');
  });

  test('the platform got those very bytes, once', () => {
    expect(desk.platform.received()).toMatchObject([{ digest: sha256(shown), reference, urls: [removed, kept] }]);
  });

  test('its receipt comes in, and a person confirms it', async () => {
    await onNotice(async () => (await page.$('.next-step a[href^="/inbox/"]')) !== null);
    await press('.next-step a[href^="/inbox/"]');
    expect(await text('#next-step')).toBe('Dit lijkt een ontvangstbevestiging');
    await press('form[action$="/receipt"] button');
    await onNotice(async () => (await standing()) === 'Ontvangst bevestigd');
  });

  test('its decision comes in, is read address by address, and the person confirms that', async () => {
    expect(await followUp()).toMatchObject({ sent: 1, pending: 1, followUpPercentage: null });
    await desk.platform.answerNow(1);
    await onNotice(async () => (await page.$('.next-step a[href^="/inbox/"]')) !== null);
    await press('.next-step a[href^="/inbox/"]');
    expect(await text('#next-step')).toBe('Wat besloot het platform?');
    expect(await all('select[name^=code]', 'value')).toEqual(['removed', 'no-violation']);
    await press('form[action$="/outcome"] button[type=submit]');
    expect(await standing()).toBe('Beslist');
  });

  test('what the platform said can be seen: one post is gone, the other stands', async () => {
    expect([(await fetch(removed)).status, (await fetch(kept)).status]).toEqual([410, 200]);
    await press(await captureOf(removed));
    await onNotice(async () => (await text('tbody tr td:nth-of-type(2)')).includes('410'));
  });

  test('the figures of follow-up have moved', async () => {
    const figures = await followUp();
    expect(figures).toMatchObject({ sent: 1, pending: 0, total: 1, followUpPercentage: 100 });
    expect(figures.classes[0]).toMatchObject({ class: 'action-taken', count: 1, partly: 1 });
    await open(`/follow-up?${period()}`);
    expect(await text('#figures-title')).toContain('100,0%');
  });

  test('a supervisor exports a dossier from its page, which holds the mails byte for byte, and verifies', async () => {
    await signInBrowser(page, desk, 'supervisor');
    await open('/dossiers');
    await page.select('#about', 'practice');
    for (const [field, day] of new URLSearchParams(period())) {
      await page.evaluate(`document.getElementById('${field}').value = '${day}'`);
    }
    await press('form[action="/dossiers"] button[type=submit]');
    const file = await downloaded('form[action$="/file"] button[type=submit]');

    expect(await verified(file)).toMatchObject({ code: 0, json: { ok: true, kind: 'bag', fault: null } });
    const zip = await openZip(file);
    const mails = [...zip.files].filter(([path]) => path.startsWith(`data/correspondence/${reference}/`));
    const digests = await Promise.all(mails.map(async ([, mail]) => sha256(await buffer(await mail.open()))));
    const captures = [...zip.files.keys()].filter((path) => /^data\/evidence\/.*\/manifest\.json$/.test(path));
    zip.close();
    expect([mails.length, digests.includes(sha256(shown)), captures.length]).toEqual([3, true, 3]);
  });
});

const open = (path: string) => page.goto(`${desk.address}${path}`);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const standing = (): Promise<string> => text('.page__head .badge');

async function text(selector: string, trimmed = true): Promise<string> {
  const [whole = ''] = await all<string>(selector, 'textContent');
  return trimmed ? whole.trim() : whole;
}

/** One property of everything on the page that matches. */
async function all<T>(selector: string, property: string): Promise<T[]> {
  const found = `[...document.querySelectorAll(${JSON.stringify(selector)})]`;
  return (await page.evaluate(`${found}.map((one) => one.${property})`)) as T[];
}

/** Presses something that leads to a page, which must be a good one. */
async function press(selector: string): Promise<void> {
  const status = await toNextPage(page, () => page.click(selector));
  if (status >= 400) throw new Error(`${selector} on ${page.url()} gave ${status}: ${await text('main')}`);
}

/** Looks at the notice again and again until it is so. */
async function onNotice(isSo: () => Promise<boolean>): Promise<void> {
  const look = async () => {
    await open(notice);
    return isSo();
  };
  await until(look, 60_000, 300).catch(async (trouble: Error) => {
    throw new Error(`${trouble.message}: ${await text('main')}\n${desk.said}`);
  });
}

/** The button that captures an address of the notice. */
async function captureOf(post: string): Promise<string> {
  const row = (await all<string>('tbody th .address', 'textContent')).indexOf(post) + 1;
  return `tbody tr:nth-of-type(${row}) form[action$="/capture"] button`;
}

/** Yesterday up to tomorrow, so that midnight does no harm. */
function period(): string {
  const [from, to] = [-DAY_MS, DAY_MS].map((more) => new Date(Date.now() + more).toISOString().slice(0, 10));
  return `from=${from}&to=${to}`;
}

interface Figures {
  readonly classes: readonly object[];
}

/** The figures as the page hands them over for other programs. */
async function followUp(): Promise<Figures> {
  await open(`/follow-up?${period()}`);
  const figures = `fetch('/follow-up/figures.json?${period()}').then((answer) => answer.json())`;
  return (await page.evaluate(figures)) as Figures;
}

/** Presses what gives a file and answers where the browser put it. */
async function downloaded(selector: string): Promise<string> {
  const session = await chromium.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: downloads,
    eventsEnabled: true,
  });
  const whole = new Promise<void>((resolve) => {
    session.on('Browser.downloadProgress', ({ state }) => state === 'completed' && resolve());
  });
  await page.click(selector);
  await whole;
  const [name] = await readdir(downloads);
  return join(downloads, name!);
}

/** What an operator's console says of a file. */
async function verified(file: string): Promise<{ code: number; json: unknown }> {
  let out = '';
  const code = await runCommand(['verify', file, '--json'], {
    commands: COMMANDS,
    settings: () => readSettings({}),
    openDesk: (settings) => new Desk(settings),
    out: (text) => void (out += text),
    err: () => undefined,
  });
  return { code, json: JSON.parse(out) as unknown };
}
