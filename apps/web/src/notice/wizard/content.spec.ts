import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Books } from '#application/books.js';
import { system } from '#domain/event.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import type { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

let app: NestExpressApplication;
let scene: DeskScene;
let visitor: DeskVisit;
let numbers = 300;

beforeAll(async () => {
  ({ app, scene, visitor } = await openScene());
});
afterAll(() => app.close());

/** A notice about these addresses, as a draft. */
async function about(...addresses: string[]): Promise<string> {
  numbers += 1;
  await scene.notices(
    NoticeBuilder.aNotice(numbers)
      .about(...addresses)
      .build(),
  );
  return `/notices/${uuid(numbers)}/write/content`;
}

/** The fields of the page as a browser would send them back. */
async function formAt(path: string): Promise<Record<string, string>> {
  const page = (await visitor.get(path)).text;
  const text = /<form class="form"[^]*?<\/form>/.exec(page)![0];
  const inputs = [...text.matchAll(/<input[^>]* name="(\w+)"[^>]* value="([^"]*)"/g)].map(([, name, value]) => [
    name,
    value,
  ]);
  const hidden = [...text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
    name,
    value,
  ]);
  const selects = [...text.matchAll(/<select[^>]* name="(\w+)"[^]*?<\/select>/g)].map(([all, name]) => [
    name,
    /value="([^"]*)" selected/.exec(all)?.[1] ?? '',
  ]);
  const addresses = /<textarea[^>]*name="addresses"[^>]*>([^<]*)</.exec(text)![1]!;
  const { _csrf, _once, ...fields } = Object.fromEntries([...inputs, ...hidden, ...selects]) as Record<string, string>;
  return { ...fields, addresses };
}

const A = ['https://example.org/1', 'https://example.org/2', 'https://example.org/3'];
const order = async (path: string) => (await formAt(path))['addresses']!.split('\n');

describe('the addresses of a notice', () => {
  test('each have fields of their own: kind, place and day', async () => {
    const path = await about(...A);
    const form = {
      ...(await formAt(path)),
      kind2: 'video',
      locator2: '1:23',
      posted2: '2025-03-04',
      posted3: '4-3-2025',
    };
    expect((await visitor.post(path, form)).status).toBe(303);
    expect(await formAt(path)).toMatchObject({
      kind2: 'video',
      locator2: '1:23',
      posted2: '2025-03-04',
      posted3: '2025-03-04',
    });
    expect((await visitor.get(path)).text).toContain('Op welk tijdstip in de video?');
  });

  test('move by buttons, take what is said of them along, and can be taken away; typing meanwhile is kept', async () => {
    const path = await about(...A);
    const up = await visitor.post(path, { ...(await formAt(path)), locator3: 'reactie 7', move: 'up-3' });
    expect(up.headers['location']).toBe(`${path}#lines`);
    expect(await order(path)).toEqual([A[0], A[2], A[1]]);
    expect((await formAt(path))['locator2']).toBe('reactie 7');
    await visitor.post(path, { ...(await formAt(path)), move: 'down-1' });
    expect(await order(path)).toEqual([A[2], A[0], A[1]]);
    await visitor.post(path, { ...(await formAt(path)), move: 'remove-2' });
    expect(await order(path)).toEqual([A[2], A[1]]);
  });

  test('are typed anew among those that stand, whose fields stay theirs', async () => {
    const path = await about(A[0]!, A[1]!);
    const form = await formAt(path);
    const addresses = `${A[2]}\n${A[1]}`;
    await visitor.post(path, { ...form, addresses, locator1: 'van 1', locator2: 'van 2' });
    expect(await formAt(path)).toMatchObject({ addresses, locator1: '', locator2: 'van 2' });
  });

  test('say at the field that a day is none or has yet to come, and lose nothing', async () => {
    const path = await about(...A);
    const form = await formAt(path);
    const unclear = await visitor.post(path, { ...form, locator1: 'blijft staan', posted2: '31-2-2025' });
    expect([unclear.status, unclear.text.includes('href="#posted2"'), unclear.text.includes('blijft staan')]).toEqual([
      422,
      true,
      true,
    ]);
    const later = await visitor.post(path, { ...form, posted3: '2090-01-01' });
    expect([later.status, later.text.includes('1 januari 2090 moet nog komen')]).toEqual([422, true]);
  });

  test('that were notified before say so beside them, with the outcome and how long ago', async () => {
    const old = NoticeBuilder.aNotice(290).about('https://example.org/eerder').sentOn('2025-11-02T09:00:00Z');
    await scene.notices(old.decidedOn('2025-11-03T09:00:00Z', 'no-violation').build());
    const text = (await visitor.get(await about('https://example.org/eerder', A[0]!))).text;
    const line = /<li class="lines__one">[^]*?<\/li>/.exec(text)![0];
    expect(line).toContain('Al gemeld');
    expect(line).toMatch(/één jaar geleden|\d+ jaar geleden|\d+ maanden geleden/);
    expect(line).toContain('datetime="2025-11-02');
    expect(line).toContain('Geen actie');
  });

  test('that stand in a case somebody may not know of say nothing of it', async () => {
    const hidden = NoticeBuilder.aNotice(291)
      .about('https://example.org/geheim')
      .sentOn('2025-11-02T09:00:00Z')
      .build();
    await scene.notices(hidden);
    const path = await about('https://example.org/geheim');
    expect((await visitor.get(path)).text).toContain('TF-2026-000291');
    await app
      .get(Books)
      .change('cases', { id: hidden.caseId!, by: system('test') }, (file) =>
        file.restrict({ confidentiality: 'restricted', named: [uuid(950)] }, null),
      );
    const text = (await visitor.get(path)).text;
    expect([text.includes('TF-2026-000291'), text.includes('Al gemeld')]).toEqual([false, false]);
  });

  test('on several platforms are told to be several notices', async () => {
    const path = await about('https://www.instagram.com/p/abc/', 'https://www.tiktok.com/@voorbeeld/video/1');
    expect((await visitor.get(path)).text).toMatch(/Deze adressen staan op 2 platforms:[^]*Instagram, TikTok/);
  });

  test('lose what nobody sees in them, and the page says what that was', async () => {
    const path = await about(A[0]!);
    const form = await formAt(path);
    await visitor.post(path, { ...form, addresses: `${A[0]}\u200b\n\u00a0${A[1]}` });
    expect((await visitor.get(path)).text).toContain('Uit één regel zijn tekens gehaald die niemand ziet (U+200B)');
    expect(await order(path)).toEqual([A[0], A[1]]);
  });

  test('are at most 500; as CSV they say of themselves where and when, also more than have fields', async () => {
    const path = await about(A[0]!);
    const form = await formAt(path);
    const rows = Array.from({ length: 501 }, (_, n) => `https://example.org/c/${n},plek ${n},2025-01-02`);
    const many = await visitor.post(path, { ...form, addresses: ['url,plaats,geplaatst', ...rows].join('\n') });
    expect([many.status, many.text.includes('Dit zijn 501 adressen')]).toEqual([422, true]);
    await visitor.get(path);
    const before = performance.now();
    const kept = await visitor.post(path, {
      ...form,
      addresses: ['url,plaats,geplaatst', ...rows.slice(1)].join('\n'),
    });
    expect(kept.status).toBe(303);
    expect(performance.now() - before).toBeLessThan(10_000);
    const again = await formAt(path);
    expect(again['addresses']).toContain('url,locator,posted\nhttps://example.org/c/1,plek 1,2025-01-02\n');
    expect(again['kind1']).toBeUndefined();
  });
});
