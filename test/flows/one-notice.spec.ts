import { beforeEach, describe, expect, test } from '@jest/globals';
import { SettleDelivery } from '#application/correspondence/settle-delivery.js';
import { PreviewNotice } from '#application/notice/preview-notice.js';
import { PreviewWithdrawal } from '#application/notice/preview-withdrawal.js';
import { RecallNotice } from '#application/notice/recall-notice.js';
import { RenderLetter } from '#application/notice/render-letter.js';
import { SubmitNotice } from '#application/notice/submit-notice.js';
import { WithdrawNotice } from '#application/notice/withdraw-notice.js';
import { system, type Actor } from '#domain/event.js';
import { BONA_FIDE_TEXT_VERSION } from '#domain/notice/bona-fide-text.js';
import type { Notice } from '#domain/notice/notice.js';
import { HbsLetterWriter } from '#adapters/letters/hbs-letter-writer.js';
import { projectPath } from '#adapters/settings/project.js';
import { CountingIdentities } from '#test/builders/letter-facts.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { FakeBooks } from '#test/fakes/fake-books.js';
import { FakeClock } from '#test/fakes/fake-clock.js';
import { FakeInstallation } from '#test/fakes/fake-installation.js';
import { gatherLetter } from '#test/fakes/gather-letter.js';
import { leavingTerms, noticeBlockers } from '#test/fakes/leaving-terms.js';

const BY: Actor & { kind: 'user' } = { kind: 'user', userId: uuid(800), sessionId: null };
const AT = new Date('2026-11-21T12:00:00Z');
const DUPLICATE = { because: 'duplicate', note: '' } as const;

/** A desk with real letters and everything else in memory. */
function aDesk() {
  const [books, clock, identities, installation] = [
    new FakeBooks(),
    new FakeClock(AT),
    new CountingIdentities(),
    new FakeInstallation(),
  ];
  const writer = new HbsLetterWriter(projectPath('templates', 'letters'), identities);
  const render = new RenderLetter(gatherLetter(installation), writer, identities);
  return {
    books,
    preview: new PreviewNotice(books, render, clock, noticeBlockers()),
    previewWithdrawal: new PreviewWithdrawal(books, render, clock),
    submit: new SubmitNotice(books, clock, identities, leavingTerms(installation)),
    recall: new RecallNotice(books, clock),
    withdraw: new WithdrawNotice(books, clock, identities),
    settle: new SettleDelivery(books, clock),
  };
}

describe('one notice, from draft to letter', () => {
  let desk: ReturnType<typeof aDesk>;
  const id = uuid(1);
  const notice = () => desk.books.together(BY, (books) => books.notices.get(id));
  const deliveryOf = (deliveryId: string) => desk.books.together(BY, (books) => books.deliveries.get(deliveryId));
  const keep = (...notices: Notice[]) =>
    desk.books.together(system('test'), async (books) => {
      for (const one of notices) await books.notices.add(one, undefined);
    });
  const submitted = async () => {
    const letter = await desk.preview.run({ id, by: BY });
    return desk.submit.run({ id, by: BY, letterDigest: letter.digest, bonaFideText: BONA_FIDE_TEXT_VERSION });
  };
  /** The sender lost its line after the letter was offered. */
  const lostFromSight = async (deliveryId: string) => {
    const later = new Date(AT.getTime() + 60_000);
    await desk.books.change('deliveries', { id: deliveryId, by: system('send') }, (one) => [
      one.lease(later),
      one.reach('body-offered', 1, later),
      one.loseSight(1, '', later),
    ]);
  };

  beforeEach(async () => {
    desk = aDesk();
    await keep(NoticeBuilder.aNotice(1).build(), NoticeBuilder.aNotice(2).build());
  });

  test('the letter a person saw is the one that waits to leave', async () => {
    const letter = await desk.preview.run({ id, by: BY });
    expect((await notice()).status).toBe('ready');
    expect(letter.subject).toBe('[TF-2026-000001] Notice of illegal content (DSA Art. 16/22) – Oefenplatform');
    const delivery = await desk.submit.run({
      id,
      by: BY,
      letterDigest: letter.digest,
      bonaFideText: BONA_FIDE_TEXT_VERSION,
    });
    expect(delivery).toMatchObject({
      state: 'queued',
      letterDigest: letter.digest,
      recipient: 'notices@practice.example',
    });
    expect((await notice()).status).toBe('submitted');
  });

  test('of two previews only the last can be submitted', async () => {
    const first = await desk.preview.run({ id, by: BY });
    await desk.preview.run({ id, by: BY });
    const late = desk.submit.run({ id, by: BY, letterDigest: first.digest, bonaFideText: BONA_FIDE_TEXT_VERSION });
    await expect(late).rejects.toMatchObject({ code: 'letter.changed-since-preview' });
  });

  test('once submitted it gets no further letter, and its version stays what the person saw', async () => {
    await submitted();
    const { version } = await notice();
    await expect(desk.preview.run({ id, by: BY })).rejects.toMatchObject({ code: 'notice.status-cannot-follow' });
    expect((await notice()).version).toBe(version);
  });

  test('a draft that lacks something gets no letter', async () => {
    await keep(NoticeBuilder.aNotice(3).withoutLocation().build());
    await expect(desk.preview.run({ id: uuid(3), by: BY })).rejects.toMatchObject({
      facts: { blockers: ['location-missing'] },
    });
  });

  test('called back in time it never leaves, and needs a new preview to leave after all', async () => {
    const delivery = await submitted();
    await desk.recall.run({ id, deliveryId: delivery.id, by: BY });
    expect([(await notice()).status, (await deliveryOf(delivery.id)).state]).toEqual(['ready', 'called-back']);
    const again = desk.submit.run({
      id,
      by: BY,
      letterDigest: delivery.letterDigest,
      bonaFideText: BONA_FIDE_TEXT_VERSION,
    });
    await expect(again).rejects.toMatchObject({ code: 'letter.changed-since-preview' });
    expect((await submitted()).letterDigest).not.toBe(delivery.letterDigest);
  });

  test('nobody calls back the delivery of another notice', async () => {
    const delivery = await submitted();
    const other = await desk.preview.run({ id: uuid(2), by: BY });
    await desk.submit.run({ id: uuid(2), by: BY, letterDigest: other.digest, bonaFideText: BONA_FIDE_TEXT_VERSION });
    const mistaken = desk.recall.run({ id: uuid(2), deliveryId: delivery.id, by: BY });
    await expect(mistaken).rejects.toMatchObject({ code: 'delivery.of-another-notice' });
    expect((await deliveryOf(delivery.id)).state).toBe('queued');
  });

  test('withdrawn after it was sent, the platform is told by a letter of its own', async () => {
    await submitted();
    await desk.books.change('notices', { id, by: system('send') }, (one) => one.send(AT));
    const letter = await desk.previewWithdrawal.run({ id, by: BY, reason: DUPLICATE });
    expect(letter.subject).toBe('[TF-2026-000001] Withdrawal of a notice – Oefenplatform');
    await expect(desk.withdraw.run({ id, letterDigest: null, by: BY, reason: DUPLICATE })).rejects.toMatchObject({
      code: 'notice.withdrawal-letter-missing',
    });
    expect((await notice()).status).toBe('sent');
    await desk.withdraw.run({ id, letterDigest: letter.digest, by: BY });
    expect((await notice()).status).toBe('withdrawn');
    expect(desk.books.jobs.map((job) => job.startAfterSeconds)).toEqual([10, 0]);
  });

  test('withdrawn before it was sent, nobody is told', async () => {
    await expect(desk.previewWithdrawal.run({ id, by: BY, reason: DUPLICATE })).rejects.toMatchObject({
      code: 'notice.nothing-to-withdraw-by-letter',
    });
    await desk.withdraw.run({ id, letterDigest: null, by: BY, reason: DUPLICATE });
    expect((await notice()).status).toBe('withdrawn');
    expect(desk.books.jobs).toEqual([]);
  });

  test.each([
    [true, 'sent', 'sent'],
    [false, 'failed', 'ready'],
  ])('a person finds out what became of a letter lost from sight: arrived %s', async (arrived, state, status) => {
    const { id: deliveryId } = await submitted();
    await lostFromSight(deliveryId);
    expect((await notice()).status).toBe('submitted');
    await desk.settle.run({ deliveryId, arrived, by: BY });
    expect([(await deliveryOf(deliveryId)).state, (await notice()).status]).toEqual([state, status]);
    await expect(desk.settle.run({ deliveryId, arrived, by: BY })).rejects.toMatchObject({
      code: 'delivery.state-cannot-follow',
    });
  });

  test('withdrawn while its letter waits, the letter is called back', async () => {
    const delivery = await submitted();
    await desk.withdraw.run({ id, letterDigest: null, by: BY, reason: DUPLICATE });
    expect([(await deliveryOf(delivery.id)).state, (await notice()).status]).toEqual(['called-back', 'withdrawn']);
  });

  test('while its letter is under way or lost from sight it cannot be withdrawn: the platform might never be told', async () => {
    const { id: deliveryId } = await submitted();
    const tooLate = () =>
      expect(desk.withdraw.run({ id, letterDigest: null, by: BY, reason: DUPLICATE })).rejects.toMatchObject({
        code: 'delivery.state-cannot-follow',
      });
    await desk.books.change('deliveries', { id: deliveryId, by: BY }, (one) =>
      one.lease(new Date(AT.getTime() + 60_000)),
    );
    await tooLate();
    await desk.books.change('deliveries', { id: deliveryId, by: BY }, (one) => one.loseSight(1, '', AT));
    await tooLate();
    await desk.settle.run({ deliveryId, arrived: true, by: BY });
    const letter = await desk.previewWithdrawal.run({ id, by: BY, reason: DUPLICATE });
    await desk.withdraw.run({ id, letterDigest: letter.digest, by: BY });
    expect((await notice()).status).toBe('withdrawn');
  });
});
