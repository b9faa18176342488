import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { Books } from '#application/books.js';
import { Delivery } from '#domain/correspondence/delivery.js';
import { system } from '#domain/event.js';
import { RecordedDefect } from '#domain/provider/channel-defect.js';
import { aLetter } from '#test/builders/letter.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

const AT = new Date('2026-11-02T09:00:00Z');

let app: NestExpressApplication;
let scene: DeskScene;
let caseworker: DeskVisit;
let databaseUrl: string;

beforeAll(async () => {
  ({ app, scene, visitor: caseworker, databaseUrl } = await openScene());
});
afterAll(() => app.close());

const missing = (text: string, parts: readonly string[]): string[] => parts.filter((part) => !text.includes(part));

/** A notice of which the letter went as said. */
async function delivered(n: number, end: 'sent' | 'failed' | 'unknown'): Promise<void> {
  const letter = aLetter(NoticeBuilder.aNotice(n).ready().build());
  await scene.notices(NoticeBuilder.aNotice(n).submittedOn().build());
  const delivery = Delivery.queue({ id: uuid(700 + n), letter, createdAt: AT }, AT);
  await app.get(Books).together(system('test'), async (books) => {
    await books.letters.add(letter);
    await books.deliveries.add(delivery, undefined);
  });
  const db = await openDataSource(databaseUrl, 1);
  await db.query(`update deliveries set state = $2, next_try_at = null, finished_at = $3 where id = $1`, [
    delivery.id,
    end,
    AT,
  ]);
  await db.destroy();
}

describe('how a channel fares', () => {
  test('is nothing yet while nothing went by it', async () => {
    const { text } = await caseworker.get('/platforms/practice');
    expect(missing(text, ['Hiermee is nog niets verstuurd', 'geen bekend'])).toEqual([]);
  });

  test('counts what was sent, refused, lost from sight and came back', async () => {
    await delivered(51, 'sent');
    await delivered(52, 'failed');
    await delivered(53, 'unknown');
    const mail = await scene.mail({ subject: 'Undelivered', text: 'Komt terug.' });
    const db = await openDataSource(databaseUrl, 1);
    await db.query(
      `update messages set notice_id = (select id from notices where reference = 'TF-2026-000051'),
              reading = reading || '{"meaning": "undelivered"}' where id = $1`,
      [mail],
    );
    await db.destroy();
    const { text } = await caseworker.get('/platforms/practice');
    const says = ['1 melding verstuurd', '1 keer geweigerd', '1 keer teruggekomen', 'van 1 weten wij niet'];
    expect(missing(text, says)).toEqual([]);
  });

  test('shows an open defect that we met, and no figures to who may not count', async () => {
    const address = 'notices@practice.example';
    const defect = RecordedDefect.record({
      ...{ id: uuid(751), platformCode: 'practice', channel: 'email', address, kind: 'wrong-language' },
      ...{ note: 'Alleen Engels.', noticeId: uuid(51), pictureDigest: null, seenOn: '2026-11-03', by: uuid(3) },
      recordedAt: AT,
    });
    await app.get(Books).together(system('test'), (books) => books.defects.add(defect, undefined));
    expect(
      missing((await caseworker.get('/platforms/practice')).text, ['Werkt niet in onze taal', 'Alleen Engels.']),
    ).toEqual([]);
    const administrator = new DeskVisit(app);
    await administrator.signIn('administrator');
    const { text } = await administrator.get('/platforms/practice');
    expect(missing(text, ['Alleen Engels.', '1 melding verstuurd', 'Ik zag dit kanaal werken'])).toHaveLength(3);
  });

  test('of a case out of reach is counted for nobody who may not know it', async () => {
    const db = await openDataSource(databaseUrl, 1);
    await db.query(
      `update case_files set confidentiality = 'sealed' where id in (select case_id from notices where reference = 'TF-2026-000052')`,
    );
    await db.destroy();
    expect(missing((await caseworker.get('/platforms/practice')).text, ['1 keer geweigerd'])).toHaveLength(1);
    const supervisor = new DeskVisit(app);
    await supervisor.signIn('supervisor');
    expect(missing((await supervisor.get('/platforms/practice')).text, ['1 keer geweigerd'])).toEqual([]);
  });
});
