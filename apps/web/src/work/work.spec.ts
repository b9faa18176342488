import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Books } from '#application/books.js';
import { system } from '#domain/event.js';
import { Delivery } from '#domain/correspondence/delivery.js';
import { aLetter } from '#test/builders/letter.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { LINES } from '#domain/notice/codes.js';
import { uuid } from '#test/builders/uuid.js';
import { colleague } from '#test/visits/colleague.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

let app: NestExpressApplication;
let scene: DeskScene;
let visitor: DeskVisit;

beforeAll(async () => {
  ({ app, scene, visitor } = await openScene());
});
afterAll(() => app.close());

/** A notice whose letter left and of which nobody knows whether it arrived. */
async function lostFromSight(n: number): Promise<void> {
  const ready = NoticeBuilder.aNotice(n).ready().build();
  const letter = aLetter(ready);
  await scene.notices(NoticeBuilder.aNotice(n).submittedOn().build());
  const at = new Date('2026-11-02T09:00:00Z');
  const delivery = Delivery.queue({ id: uuid(600 + n), letter, createdAt: at }, at);
  await app.get(Books).together(system('test'), async (books) => {
    await books.letters.add(letter);
    await books.deliveries.add(delivery, undefined);
    await books.deliveries.change({ id: delivery.id }, (one) => [
      one.lease(at),
      one.reach('body-offered', 1, at),
      one.loseSight(1, '', at),
    ]);
  });
}

describe('my work', () => {
  test('on the first day shows where to begin', async () => {
    const { text } = await visitor.get('/work');
    expect(text).toContain('Er wacht niets op u');
    expect(text).toContain('Open een zaak om uw eerste melding te maken.');
  });

  test('lists what waits, each kind apart, and nothing that does not', async () => {
    const long = NoticeBuilder.aNotice(1).sentOn('2026-01-02T09:00:00Z').build();
    const decided = NoticeBuilder.aNotice(2).sentOn('2026-01-02T09:00:00Z').decidedOn('2026-01-03T09:00:00Z').build();
    await scene.notices(long, decided, NoticeBuilder.aNotice(3).build(), NoticeBuilder.aNotice(4).ready().build());
    await lostFromSight(5);
    await scene.mail({ subject: 'Re: TF-2026-000001', text: 'We have received your report.' });
    await scene.mail({ subject: 'Re: TF-2026-000001', text: 'We need more information: please send us the original.' });
    await scene.mail({ subject: 'Iets anders', text: 'Good morning.' });
    const { text } = await visitor.get('/work');
    const parts = [...text.matchAll(/id="work-(\w+)">[^<]*<span class="tabs__count">(\d+)</g)].map((found) =>
      found.slice(1),
    );
    expect(parts).toEqual([
      ['unknown', '1'],
      ['tasks', '1'],
      ['answers', '1'],
      ['silent', '1'],
      ['untold', '2'],
      ['drafts', '2'],
    ]);
    expect(text).toContain('1 bericht in het postvak hoort nog bij geen melding.');
    expect(text.match(/TF-2026-000002/g)).toHaveLength(1);
  });

  test('beside the rail stands how much of it presses', async () => {
    const { text } = await visitor.get('/work');
    const counts = [...text.matchAll(/class="rail__count"><span aria-hidden="true">(\d+)</g)].map((found) => found[1]);
    expect(counts).toEqual(['2', '3']);
  });

  test('a long list is cut short and has a page of its own', async () => {
    for (let n = 10; n < 16; n += 1) await scene.notices(NoticeBuilder.aNotice(n).build());
    expect((await visitor.get('/work')).text).toContain('href="/work?show&#x3D;drafts">Alles tonen (8)');
    const whole = await visitor.get('/work?show=drafts');
    expect(whole.text).toContain('Toont 1–8 van 8');
    expect(whole.text).not.toContain('id="work-silent"');
    expect((await visitor.get('/work?show=nonsense&page=x')).text).toContain('id="work-silent"');
  });

  test('an administrator arrives too, and reads nothing of it', async () => {
    const administrator = new DeskVisit(app);
    await administrator.signIn('administrator');
    const { status, text } = await administrator.get('/work?show=drafts');
    expect([status, text.includes('TF-2026')]).toEqual([200, false]);
  });
});

describe('whose work it is', () => {
  test('leaves out what belongs to a case of somebody else, unless everybody’s is asked for', async () => {
    const me = await colleague(app);
    const other = await colleague(app);
    const theirs = { userId: other.userId, role: 'caseworker', lines: LINES } as const;
    await scene.notices(NoticeBuilder.aNotice(40).sentOn('2026-01-02T09:00:00Z').build());
    await app.get(Books).change('cases', { id: uuid(540), by: system('test') }, (one) => one.assign(theirs));
    const seen = async (who: typeof me, path: string) => (await who.visit.get(path)).text.includes('TF-2026-000040');
    expect([await seen(me, '/work'), await seen(me, '/work?whose=all'), await seen(other, '/work')]).toEqual([
      ...[false, true, true],
    ]);
    expect((await other.visit.get('/work')).text).toContain('Mijn zaken');
    expect((await me.visit.get('/work')).text).toContain('zaken zijn van niemand');
  });
});
