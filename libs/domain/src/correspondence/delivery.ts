import type { DomainEvent, EventFact } from '../event.js';
import { RuleViolation } from '../rule-violation.js';
import { isInOtherHands, type InHands } from './in-hands.js';
import type { Letter, LetterFormat, LetterPurpose } from './letter.js';
import { handingInMoment, receiptNumber, refuseUnlessWaiting, tidyReceipt } from './receipt.js';
import type { HandedIn, Receipt } from './receipt.js';
import { secondsToWait } from './retry-schedule.js';

/** How far one attempt got with the platform's mail server; `body-offered` is on record before a byte of the letter leaves. */
export const STAGES = ['none', 'connected', 'recipient-accepted', 'body-offered'] as const;
export type Stage = (typeof STAGES)[number];

/** `unknown`: the line broke after the letter was offered, so only a person can say whether it arrived (RFC 1047). */
export const DELIVERY_STATES = ['queued', 'sending', 'sent', 'deferred', 'failed', 'unknown', 'called-back'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Seconds a sender may hold a delivery without a sign of life. */
export const LEASE_SECONDS = 120;

/** One bringing of a notice to a platform: which letter, how far it got and what the other side said. */
export class Delivery {
  readonly id!: string;
  readonly noticeId!: string;
  readonly purpose!: LetterPurpose;
  readonly format!: LetterFormat;
  readonly letterDigest!: string;
  readonly messageId!: string;
  readonly replyToken!: string;
  readonly sender!: string;
  readonly recipient!: string;
  readonly createdAt!: Date;
  readonly version!: number;
  private _state: DeliveryState = 'queued';
  private _stage: Stage = 'none';
  private _attempts = 0;
  private _fence = 0;
  private _leasedUntil: Date | null = null;
  private _nextTryAt!: Date | null;
  private _serverAnswer = '';
  private _theirReference = '';
  private _inHands: InHands | null = null;
  private _receipt: HandedIn | null = null;
  private _finishedAt: Date | null = null;

  private constructor() {}

  /** Queues the letter; it may leave from `notBefore` on, until when it can be called back. */
  static queue(
    about: { readonly id: string; readonly letter: Letter; readonly createdAt: Date },
    notBefore: Date,
  ): Delivery {
    const { noticeId, purpose, format, digest, messageId, replyToken, sender, recipient } = about.letter;
    const facts = { noticeId, purpose, format, letterDigest: digest, messageId, replyToken, sender, recipient };
    const { id, createdAt } = about;
    return Object.assign(new Delivery(), { id, createdAt, ...facts, version: 1, _nextTryAt: notBefore });
  }

  /** The word that it waits to be sent; the sender is woken when it may leave. */
  announce(wakeAfterSeconds: number): DomainEvent {
    return this.happened('delivery-queued', { purpose: this.purpose, wakeAfterSeconds });
  }

  get state(): DeliveryState {
    return this._state;
  }
  get stage(): Stage {
    return this._stage;
  }
  get attempts(): number {
    return this._attempts;
  }
  /** The number of the lease; whoever holds an older one may no longer write or send. */
  get fence(): number {
    return this._fence;
  }
  get leasedUntil(): Date | null {
    return this._leasedUntil;
  }
  get nextTryAt(): Date | null {
    return this._nextTryAt;
  }
  get serverAnswer(): string {
    return this._serverAnswer;
  }
  /** What the platform calls it, as numbers are compared (`receiptNumber`); empty where it gave none. */
  get theirReference(): string {
    return this._theirReference;
  }
  /** Who is filling in the form; null where nobody is, and for what the machine sends. */
  get inHands(): InHands | null {
    return this._inHands;
  }
  /** What the form gave back; null until it was handed in. */
  get receipt(): HandedIn | null {
    return this._receipt;
  }
  get finishedAt(): Date | null {
    return this._finishedAt;
  }

  /** Takes the delivery for one attempt; a form is filled in by a person, never by the machine. */
  lease(at: Date): DomainEvent {
    if (this.format === 'form-sheet') throw this.refusal('lease');
    if (this._state !== 'queued' && this._state !== 'deferred') throw this.refusal('lease');
    if (this._nextTryAt !== null && this._nextTryAt > at) throw new RuleViolation('delivery.not-yet-due');
    Object.assign(this, { _state: 'sending', _stage: 'none', _fence: this._fence + 1, _attempts: this._attempts + 1 });
    Object.assign(this, { _leasedUntil: new Date(at.getTime() + LEASE_SECONDS * 1000), _nextTryAt: null });
    return this.happened('delivery-leased', { attempt: this._attempts, fence: this._fence });
  }

  /** Puts on record how far the attempt got; refused for whoever lost the lease. */
  reach(stage: Stage, fence: number, at: Date): DomainEvent {
    this.refuseStranger(fence);
    this._stage = stage;
    this._leasedUntil = new Date(at.getTime() + LEASE_SECONDS * 1000);
    return this.happened('delivery-stage-reached', { stage, fence });
  }

  /** A sign of life while the server takes its time (up to ten minutes after the dot, RFC 5321 §4.5.3.2.6). */
  holdOn(fence: number, at: Date): void {
    this.refuseStranger(fence);
    this._leasedUntil = new Date(at.getTime() + LEASE_SECONDS * 1000);
  }

  /** The other side took the letter; `reference` is what it calls it, where it said so at once. */
  accept(fence: number, answer: string, at: Date, reference = ''): DomainEvent {
    this.refuseStranger(fence);
    this._theirReference = reference;
    return this.finish('sent', answer, at);
  }

  /** The server refused for good. */
  refuse(fence: number, answer: string, at: Date): DomainEvent {
    this.refuseStranger(fence);
    return this.finish('failed', answer, at);
  }

  /**
   * A failure of which it is certain that the letter was not taken: again later, or failed when the schedule is used up.
   * `asked` is how many seconds the other side wants us to wait; up to a day of it counts.
   */
  defer(fence: number, answer: string, at: Date, asked = 0): DomainEvent {
    this.refuseStranger(fence);
    const wakeAfterSeconds = secondsToWait(this._attempts, asked);
    if (wakeAfterSeconds === null) return this.finish('failed', answer, at);
    Object.assign(this, { _state: 'deferred', _leasedUntil: null, _serverAnswer: answer });
    this._nextTryAt = new Date(at.getTime() + wakeAfterSeconds * 1000);
    return this.happened('delivery-deferred', { attempt: this._attempts, wakeAfterSeconds });
  }

  /** The line broke after the letter was offered: nobody here can know. */
  loseSight(fence: number, answer: string, at: Date): DomainEvent {
    this.refuseStranger(fence);
    return this.finish('unknown', answer, at);
  }

  /** Settles what a sender that died left behind, once its lease is over: before the offer it is queued again, after it unknown. */
  expire(at: Date): DomainEvent {
    if (this._state !== 'sending' || this._leasedUntil === null || this._leasedUntil > at) throw this.refusal('expire');
    if (this._stage === 'body-offered') return this.finish('unknown', this._serverAnswer, at);
    Object.assign(this, { _state: 'queued', _leasedUntil: null, _nextTryAt: at });
    return this.happened('delivery-handed-back', { attempt: this._attempts });
  }

  /** A person found out that an unknown delivery did arrive, or did not. */
  settle(arrived: boolean, at: Date): DomainEvent {
    if (this._state !== 'unknown') throw this.refusal('settle');
    return this.finish(arrived ? 'sent' : 'failed', this._serverAnswer, at);
  }

  /** Takes the letter back before anybody tried to send it; a form in other hands may have been handed in. `by` null: machine. */
  callBack(at: Date, by: string | null): DomainEvent {
    if (this._state !== 'queued' && this._state !== 'deferred') throw this.refusal('call-back');
    if (by !== null) this.refuseOtherHands(by, at);
    return this.finish('called-back', this._serverAnswer, at);
  }

  /** A person takes a form before them, so that no second one hands it in too; `over` takes it out of other hands. */
  takeUp(by: string, at: Date, over = false): DomainEvent {
    refuseUnlessWaiting(this);
    if (!over) this.refuseOtherHands(by, at);
    this._inHands = { by, since: at.toISOString() };
    return this.happened('delivery-taken-up', { over });
  }

  /** A person handed the form in at `given` and says what came back; from then on the platform has the notice. */
  handIn(receipt: Receipt, given: Date, { by, at }: { readonly by: string; readonly at: Date }): DomainEvent {
    refuseUnlessWaiting(this);
    this.refuseOtherHands(by, at);
    const moment = handingInMoment(given, this.createdAt, at);
    this._receipt = { ...tidyReceipt(receipt), by, at: moment.toISOString() };
    this._theirReference = receiptNumber(this._receipt.reference);
    this.finish('sent', '', moment);
    const { reference, text, pictureDigest, none } = this._receipt;
    const gave = { reference: reference !== '', text: text !== '', picture: pictureDigest !== null };
    return this.happened('delivery-handed-in', { ...gave, none });
  }

  /** The form did not take it, for a reason of `DEFECTS`. */
  refuseByForm(defect: string, at: Date): DomainEvent {
    refuseUnlessWaiting(this);
    this.finish('failed', `form.${defect}`, at);
    return this.happened('delivery-failed', { attempt: this._attempts, defect });
  }

  private finish(state: DeliveryState, answer: string, at: Date): DomainEvent {
    Object.assign(this, {
      _state: state,
      _serverAnswer: answer,
      _leasedUntil: null,
      _nextTryAt: null,
      _inHands: null,
      _finishedAt: at,
    });
    return this.happened(`delivery-${state}`, { attempt: this._attempts });
  }

  /** Refuses whoever means a delivery of another notice. */
  refuseUnlessOf(noticeId: string): void {
    if (this.noticeId !== noticeId) throw new RuleViolation('delivery.of-another-notice', { deliveryId: this.id });
  }

  private refuseStranger(fence: number): void {
    if (this._state !== 'sending' || this._fence !== fence) throw new RuleViolation('delivery.lease-lost', { fence });
  }

  private refuseOtherHands(by: string, at: Date): void {
    const isRefused = isInOtherHands(this._inHands, by, at);
    if (isRefused) throw new RuleViolation('delivery.in-other-hands', { deliveryId: this.id });
  }

  private refusal(verb: string): RuleViolation {
    return new RuleViolation('delivery.state-cannot-follow', { state: this._state, verb });
  }

  private happened(kind: string, facts: Record<string, EventFact> = {}): DomainEvent {
    return { kind, subject: 'delivery', subjectId: this.id, facts: { noticeId: this.noticeId, ...facts } };
  }
}
