import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { OpenBooks } from '#application/books.js';
import { HandInForm, type HandingIn } from '#application/correspondence/hand-in-form.js';
import type { AttachFiles, ComingFile } from '#application/evidence/attach-files.js';
import { RecordChannelDefect } from '#application/provider/record-channel-defect.js';
import { FakeInstallation } from '#test/fakes/fake-installation.js';
import { TakeUpForm } from '#application/correspondence/take-up-form.js';
import { system } from '#domain/event.js';
import { EvidenceItem } from '#domain/evidence/evidence-item.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { FakeClock } from '#test/fakes/fake-clock.js';
import type { BooksUnderTest } from './books-under-test.js';
import { aForm, CASES, RECEIPT } from './shelf-examples.js';

const person = (n: number) => ({ kind: 'user', userId: uuid(n), sessionId: null }) as const;
const GAVE = { reference: '#op-2026-7', text: '', none: false };
const PICTURE = EvidenceItem.stored(
  {
    ...{ id: uuid(720), digest: RECEIPT.pictureDigest, kind: 'upload', size: 7, mediaType: 'image/png', name: 'x.png' },
    provenance: { captureId: null, url: '', madeAt: '2026-11-02T09:08:00.000Z', madeWith: 'added by hand' },
  },
  new Date('2026-11-02T09:08:00Z'),
  uuid(810),
);
/** Takes files in as the real one does, without looking at them. */
const ATTACH = { run: () => Promise.resolve([PICTURE.digest]) } as unknown as AttachFiles;

async function* none(): AsyncGenerator<ComingFile> {}
async function* one(): AsyncGenerator<ComingFile> {
  yield await Promise.resolve({ name: 'x.png', bytes: none() as never });
}

/** When somebody pressed the form's last button; the clock of these tests stands some weeks later. */
const AT = new Date('2026-11-02T09:07:00Z');

/** What handing a form in promises on any `Books`: the notice is sent then, once, and never without a receipt. */
export function handingInContract(name: string, open: () => Promise<BooksUnderTest>): void {
  describe(`handing a form in on ${name}`, () => {
    let under: BooksUnderTest;
    const { letter, delivery } = aForm(4);
    const together = <T>(work: (books: OpenBooks) => Promise<T>) => under.books.together(system('test'), work);
    const handIn = (but: Partial<HandingIn> = {}) =>
      new HandInForm(under.books, new FakeClock(), ATTACH).run({
        ...{ noticeId: uuid(4), deliveryId: delivery.id, at: AT, receipt: GAVE, picture: null, by: person(810) },
        ...{ files: none(), stillAllowed: () => Promise.resolve() },
        ...but,
      });
    const kinds = async () => (await under.events()).map(({ kind }) => kind).sort();

    beforeEach(async () => {
      under = await open();
      await together(async (books) => {
        for (const one of CASES) await books.cases.add(one, undefined);
        await books.notices.add(NoticeBuilder.aNotice(4).submittedOn('2026-11-02T09:00:00Z').build(), undefined);
        await books.letters.add(letter);
        await books.deliveries.add(delivery, undefined);
      });
    });
    afterEach(() => under.close());

    test('the notice is sent at that moment, and its receipt is kept', async () => {
      await handIn();
      const notice = await together((books) => books.notices.get(uuid(4)));
      expect(notice).toMatchObject({ status: 'sent', moments: { sentAt: AT } });
      const { theirReference, state } = await together(({ deliveries }) => deliveries.get(delivery.id));
      expect({ state, theirReference }).toEqual({ state: 'sent', theirReference: 'OP-2026-7' });
      expect(await kinds()).toEqual(['delivery-handed-in', 'notice-sent']);
    });

    test('a picture of what came back is one that stands beside this notice', async () => {
      await expect(handIn({ picture: 'f'.repeat(64) })).rejects.toMatchObject({ code: 'receipt.picture-unknown' });
      await expect(handIn({ files: one() })).rejects.toMatchObject({ code: 'receipt.picture-unknown' });
      await together((books) => books.evidence.attach(uuid(4), PICTURE));
      await handIn({ files: one(), receipt: { ...GAVE, reference: '' } });
      const { receipt } = await together(({ deliveries }) => deliveries.get(delivery.id));
      expect(receipt).toMatchObject({ pictureDigest: PICTURE.digest, reference: '', none: false });
    });

    test('two at once: one does, the other is told that it was done, and it is sent once', async () => {
      const results = await Promise.allSettled([handIn(), handIn(), handIn()]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
      for (const result of results) {
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'delivery.handed-in-already' });
      }
      expect(await kinds()).toEqual(['delivery-handed-in', 'notice-sent']);
    });

    test('a colleague cannot, until they took it over', async () => {
      const late = { by: person(811), at: AT };
      await together(({ deliveries }) =>
        deliveries.change({ id: delivery.id }, (one) => one.takeUp(uuid(810), new Date('2026-11-21T11:59:00Z'))),
      );
      await expect(handIn(late)).rejects.toMatchObject({ code: 'delivery.in-other-hands' });
      const takeUp = new TakeUpForm(under.books, new FakeClock());
      const asked = { noticeId: uuid(4), deliveryId: delivery.id, by: person(811) };
      await expect(takeUp.run({ ...asked, over: false })).rejects.toMatchObject({ code: 'delivery.in-other-hands' });
      await takeUp.run({ ...asked, over: true });
      await handIn(late);
      expect((await together((books) => books.notices.get(uuid(4)))).status).toBe('sent');
    });

    test('a form that does not take it leaves a defect on record, and the notice ready for another channel', async () => {
      const record = new RecordChannelDefect(under.books, new FakeClock(), new FakeInstallation(), ATTACH);
      const met = { noticeId: uuid(4), deliveryId: delivery.id, note: ' “=1” ', files: none(), by: person(810) };
      await record.run({ ...met, kind: 'captcha', capture: false, stillAllowed: () => Promise.resolve() });
      expect((await together((books) => books.notices.get(uuid(4)))).status).toBe('ready');
      const defect = await together(({ defects }) => defects.get(delivery.id));
      expect(defect).toMatchObject({ kind: 'captcha', note: '“=1”', seenOn: '2026-11-21', resolvedOn: null });
      const resolve = (one: typeof defect) => one.resolve('2026-11-22', uuid(811), '2026-11-22');
      const changed = await together(({ defects }) => defects.change({ id: delivery.id }, resolve));
      expect(await together(({ defects }) => defects.get(delivery.id))).toStrictEqual(changed);
      await expect(handIn()).rejects.toMatchObject({ code: 'delivery.refused-by-form-already' });
      expect(await kinds()).toEqual([
        ...['channel-defect-recorded', 'channel-defect-resolved', 'delivery-failed', 'notice-recalled'],
      ]);
    });

    test('without a receipt nothing is sent, and nothing recorded', async () => {
      await expect(handIn({ receipt: { ...GAVE, reference: ' ' } })).rejects.toMatchObject({ code: 'receipt.missing' });
      await expect(handIn({ noticeId: uuid(5) })).rejects.toMatchObject({ code: 'delivery.of-another-notice' });
      expect((await together((books) => books.notices.get(uuid(4)))).status).toBe('submitted');
      expect(await kinds()).toEqual([]);
    });

    test('what somebody has before them, and what it gave back, come back as they were', async () => {
      expect(await together(({ deliveries }) => deliveries.get(delivery.id))).toStrictEqual(delivery);
      const changed = await together(({ deliveries }) =>
        deliveries.change({ id: delivery.id }, (one) => one.handIn(RECEIPT, AT, { by: uuid(810), at: AT })),
      );
      expect(await together(({ deliveries }) => deliveries.get(delivery.id))).toStrictEqual(changed);
      expect(await together((books) => books.openDeliveries(uuid(4)))).toEqual([]);
    });
  });
}
