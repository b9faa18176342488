import { describe, expect, test } from '@jest/globals';
import { aLetter } from '#test/builders/letter.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { Delivery } from './delivery.js';
import type { Receipt } from './receipt.js';

const at = (time: string): Date => new Date(`2026-11-21T${time}Z`);
const SUBMITTED = at('10:00:30');
const NUMBER: Receipt = { reference: ' OP-1 ', text: '', pictureDigest: null, none: false };
const LETTER = aLetter(NoticeBuilder.aNotice().ready().build(), {
  format: 'form-sheet',
  recipient: 'https://platform.example/form',
});
const [ME, OTHER] = [uuid(801), uuid(802)];

const waiting = (): Delivery => Delivery.queue({ id: uuid(600), letter: LETTER, createdAt: SUBMITTED }, SUBMITTED);
const hand = (
  delivery: Delivery,
  receipt: Partial<Receipt> = {},
  given = at('10:05:00'),
  by = ME,
  now = at('10:06:00'),
) => delivery.handIn({ ...NUMBER, ...receipt }, given, { by, at: now });

describe('handing a form in', () => {
  test('makes it sent at that moment, with the number it gave', () => {
    const delivery = waiting();
    const event = hand(delivery);
    expect(delivery).toMatchObject({ state: 'sent', theirReference: 'OP-1', finishedAt: at('10:05:00') });
    expect(delivery.receipt).toMatchObject({ reference: 'OP-1', by: ME, at: '2026-11-21T10:05:00.000Z' });
    expect(event).toMatchObject({
      kind: 'delivery-handed-in',
      facts: { reference: true, text: false, picture: false, none: false },
    });
  });

  test('demands a number, a text or a picture, or the word that the form gave nothing', () => {
    const nothing = { reference: ' ', text: '\n' };
    expect(() => hand(waiting(), nothing)).toThrow('receipt.missing');
    expect(() => hand(waiting(), { none: true })).toThrow('receipt.both');
    for (const gave of [{ text: 'Thank you' }, { pictureDigest: 'a'.repeat(64) }, { none: true }]) {
      const delivery = waiting();
      hand(delivery, { ...nothing, ...gave });
      expect(delivery.state).toBe('sent');
    }
  });

  test('was not in the future, nor before the notice was submitted', () => {
    expect(() => hand(waiting(), {}, at('10:07:00'))).toThrow('receipt.in-the-future');
    expect(() => hand(waiting(), {}, at('09:59:00'))).toThrow('receipt.before-submit');
    const sameMinute = waiting();
    hand(sameMinute, {}, at('10:00:00'));
    expect(sameMinute.finishedAt).toEqual(SUBMITTED);
  });

  test('of two people at once, one does; the other is told', () => {
    const delivery = waiting();
    hand(delivery);
    expect(() => hand(delivery, {}, at('10:05:00'), OTHER)).toThrow('delivery.handed-in-already');
  });

  test('waits for whoever has it before them, for an hour, or until somebody takes it over', () => {
    const delivery = waiting();
    delivery.takeUp(ME, at('10:01:00'));
    expect(() => delivery.takeUp(OTHER, at('10:59:00'))).toThrow('delivery.in-other-hands');
    expect(() => hand(delivery, {}, at('10:05:00'), OTHER)).toThrow('delivery.in-other-hands');
    delivery.takeUp(OTHER, at('10:02:00'), true);
    expect(() => hand(delivery)).toThrow('delivery.in-other-hands');
    delivery.takeUp(ME, at('11:02:00'));
    expect(delivery.inHands).toEqual({ by: ME, since: '2026-11-21T11:02:00.000Z' });
  });

  test('that the form did not take leaves nothing sent', () => {
    const delivery = waiting();
    delivery.takeUp(ME, at('10:01:00'));
    const event = delivery.refuseByForm('captcha', at('10:06:00'));
    expect(delivery).toMatchObject({ state: 'failed', serverAnswer: 'form.captcha', receipt: null, inHands: null });
    expect(event.facts).toMatchObject({ defect: 'captcha' });
    expect(() => hand(delivery)).toThrow('delivery.refused-by-form-already');
  });

  test('can be called back as long as it waits', () => {
    const delivery = waiting();
    delivery.callBack(at('10:01:00'), null);
    expect(delivery.state).toBe('called-back');
    expect(() => hand(delivery)).toThrow('delivery.called-back-meanwhile');
  });

  test('cannot be called back while somebody else has it before them, for they may have handed it in', () => {
    const delivery = waiting();
    delivery.takeUp(OTHER, at('10:01:00'));
    expect(() => delivery.callBack(at('10:59:00'), ME)).toThrow('delivery.in-other-hands');
    expect(delivery.state).toBe('queued');
    delivery.takeUp(ME, at('10:59:00'), true);
    delivery.callBack(at('10:59:30'), ME);
    expect(delivery.state).toBe('called-back');
  });

  test('can be called back by anybody after an hour, and at once by who has it and by the machine', () => {
    const taken = (): Delivery => {
      const delivery = waiting();
      delivery.takeUp(OTHER, at('10:01:00'));
      return delivery;
    };
    expect(taken().callBack(at('11:01:00'), ME).kind).toBe('delivery-called-back');
    expect(taken().callBack(at('10:02:00'), OTHER).kind).toBe('delivery-called-back');
    expect(taken().callBack(at('10:02:00'), null).kind).toBe('delivery-called-back');
  });

  test('is nothing for a mail', () => {
    const mail = Delivery.queue(
      { id: uuid(601), letter: aLetter(NoticeBuilder.aNotice(2).ready().build()), createdAt: SUBMITTED },
      SUBMITTED,
    );
    expect(() => hand(mail)).toThrow('delivery.no-form');
    expect(() => mail.takeUp(ME, SUBMITTED)).toThrow('delivery.no-form');
  });
});
