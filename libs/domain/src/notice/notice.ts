import { system, type Actor, type DomainEvent, type EventFact } from '../event.js';
import type { Outcome } from '../outcome/outcome.js';
import * as approvals from './approval.js';
import { blockersOf, refuseWhile, statementMissing, type Blocker } from './blockers.js';
import type { BonaFide } from './bona-fide-text.js';
import type { Line, Origin, Regime } from './codes.js';
import { ContentItem, type ItemDrafts, type Observation } from './content-item.js';
import { rewritten, type Begun, type NoticeContent, type NoticeIdentity } from './notice-content.js';
import { firstDecided, NOT_YET, pastStations, refuseUndecidable, refuseUnsent } from './notice-moments.js';
import type { NoticeMoments, PastNotice } from './notice-moments.js';
import { regimeUnder } from './scope.js';
import { setAside, type SetAsideTopic } from './set-aside.js';
import { cannotFollow, follow, followOnly, type NoticeStatus } from './notice-status.js';
import { withdrawalFacts, withdrawnBecause } from './withdrawal.js';
import type { WithdrawalReason } from './withdrawal-reason.js';

/** Our statement to a provider that information is illegal (Art. 16 DSA), sent as trusted flagger (Art. 22). */
export class Notice {
  readonly id!: string;
  readonly reference!: string;
  readonly caseId!: string | null;
  readonly origin!: Origin;
  readonly line!: Line;
  readonly version!: number;
  private _regime!: Regime;
  private _content!: NoticeContent;
  private _items: ContentItem[] = [];
  private _bonaFide: BonaFide | null = null;
  private _approval: approvals.Approval = approvals.NOT_WRITTEN;
  private _status: NoticeStatus = 'draft';
  private _moments!: NoticeMoments;

  private constructor() {}

  /** A notice begins as a draft that may lack anything. */
  static draft(of: NoticeIdentity, content: NoticeContent, items: ItemDrafts, { at, by }: Begun): Notice {
    const { regime, ...identity } = of;
    const notice = Object.assign(new Notice(), identity, { version: 1 });
    notice._regime = regime;
    notice._moments = { createdAt: at, ...NOT_YET };
    notice.fill(content, items);
    notice._approval = approvals.writtenBy(notice._approval, by);
    return notice;
  }

  /** Takes over a notice sent before this desk existed; no letter of ours ever follows from it. */
  static record(identity: NoticeIdentity, content: NoticeContent, items: ItemDrafts, past: PastNotice): Notice {
    const notice = Notice.draft(identity, content, items, { at: past.sentAt, by: system('import') });
    notice._items.forEach((item, index) => past.outcomes[index]?.forEach((outcome) => item.decide(outcome)));
    const { status, moments } = pastStations(notice._items, past);
    notice._status = status;
    notice.reach(moments);
    return notice;
  }

  /** While it is written it follows from the scope, so that what our status does not cover is counted apart. */
  get regime(): Regime {
    return this._regime;
  }

  get content(): NoticeContent {
    return this._content;
  }

  get items(): readonly ContentItem[] {
    return this._items;
  }

  get bonaFide(): BonaFide | null {
    return this._bonaFide;
  }

  get status(): NoticeStatus {
    return this._status;
  }

  /** Who wrote it and what a second person said of it. */
  get approval(): approvals.Approval {
    return this._approval;
  }

  get moments(): NoticeMoments {
    return this._moments;
  }

  /** What is still missing before it can be made ready. */
  blockers(): Blocker[] {
    return blockersOf(this);
  }

  /** Writes the content; a ready or approved notice becomes a draft again, so that nobody sends what nobody read. */
  describe(content: NoticeContent, items: ItemDrafts, by: Actor): DomainEvent[] {
    if (this._status !== 'draft') this._status = follow(this._status, 'draft');
    this.fill(content, items);
    this._approval = approvals.writtenBy(this._approval, by);
    return [this.happened('notice-described'), ...this.voidApproval()];
  }

  prepare(by: Actor, around: readonly Blocker[] = []): DomainEvent {
    refuseWhile([...this.blockers(), ...around]);
    this._status = followOnly('draft', this._status, 'ready');
    this._approval = approvals.writtenBy(this._approval, by);
    return this.happened('notice-prepared');
  }

  /** Lays its letter before a second person, in place of an earlier one; who does so counts as an author. */
  askApproval(asked: approvals.ApprovalAsked): DomainEvent {
    if (this._status !== 'ready') cannotFollow(this._status, 'approved');
    this._approval = approvals.askedFor(this._approval, asked);
    return this.happened('notice-approval-asked');
  }

  /** A second person approves exactly the letter that was laid before them; an author cannot. */
  approve(word: approvals.Word): DomainEvent {
    this.judge({ ...word, kind: 'given' }, 'approved');
    return this.happened('notice-approved');
  }

  /** A second person gives it back to its authors, saying why. */
  return(word: approvals.Word & { readonly reason: string }): DomainEvent {
    this.judge({ ...word, kind: 'returned' }, 'draft');
    return this.happened('notice-returned');
  }

  /** Takes back what was asked or given, to write or send it otherwise. */
  takeBackApproval(): DomainEvent {
    if (approvals.standingLetter(this) === null) cannotFollow(this._status, 'draft');
    this._status = follow(this._status, 'draft');
    this._approval = approvals.voided(this._approval);
    return this.happened('notice-approval-taken-back');
  }

  /** Puts the notice in the sender's hands, with the person's statement of good faith and the letter they read. */
  submit(bonaFide: BonaFide, letterDigest: string, terms: approvals.ApprovalTerms, at: Date): DomainEvent {
    refuseWhile([...this.blockers(), ...statementMissing(bonaFide)]);
    approvals.refuseUnapproved(this, letterDigest, terms);
    this._status = follow(this._status, 'submitted');
    this._bonaFide = bonaFide;
    this.reach({ submittedAt: at });
    return this.happened('notice-submitted', { textVersion: bonaFide.textVersion });
  }

  /** Takes a submitted notice back before it left, or after the platform refused it; its letter is spent. */
  recall(cause: 'called-back' | 'refused-by-server' | 'refused-by-form'): DomainEvent[] {
    this._status = followOnly('submitted', this._status, 'ready');
    this._bonaFide = null;
    this.reach({ submittedAt: null });
    return [this.happened('notice-recalled', { cause }), ...this.voidApproval()];
  }

  /** The platform's mail server, or its form, has taken the notice. */
  send(at: Date): DomainEvent {
    this._status = follow(this._status, 'sent');
    this.reach({ sentAt: at });
    return this.happened('notice-sent', { sentAt: at.toISOString() });
  }

  /** Art. 16(4): the provider confirmed receipt. After a decision only the moment is kept. */
  acknowledge(at: Date): DomainEvent {
    if (this._status === 'sent') this._status = follow(this._status, 'acknowledged');
    else refuseUnsent(this);
    const earlier = this._moments.acknowledgedAt;
    if (earlier === null || at < earlier) this.reach({ acknowledgedAt: at });
    return this.happened('notice-acknowledged', { acknowledgedAt: at.toISOString() });
  }

  /** Records what the platform decided about items (Art. 16(5)); the notice is decided when every item has an outcome. */
  decide(outcomes: readonly { readonly itemId: string; readonly outcome: Outcome }[]): DomainEvent {
    refuseUndecidable(this, outcomes);
    for (const { itemId, outcome } of outcomes) this.item(itemId).decide(outcome);
    if (this._items.every((item) => item.latest !== null)) {
      this._status = follow(this._status, 'decided');
      this.reach({ decidedAt: firstDecided(this._items), closedAt: null });
    }
    const codes = outcomes.map(({ outcome }) => outcome.code);
    return this.happened('notice-decided', { codes, complete: this._status === 'decided' });
  }

  /** Says why it will be withdrawn, so that the letter that tells the platform can be written. */
  explainWithdrawal(reason: WithdrawalReason): DomainEvent {
    follow(this._status, 'withdrawn');
    this._content = withdrawnBecause(this._content, reason);
    return this.happened('withdrawal-explained', { because: reason.because });
  }

  /** Takes it back, for the reason given now or explained before. */
  withdraw(at: Date, reason: WithdrawalReason | null = null): DomainEvent {
    this._status = follow(this._status, 'withdrawn');
    this._content = withdrawnBecause(this._content, reason);
    this.reach({ withdrawnAt: at });
    return this.happened('notice-withdrawn', withdrawalFacts(this));
  }

  /** Ends a draft that its own scope says cannot be reported under the DSA; the reason is counted. */
  setAside(topic: SetAsideTopic, by: string, at: Date): DomainEvent {
    this._status = followOnly('draft', this._status, 'withdrawn');
    this._content = setAside(this._content, topic, { by, at: at.toISOString() });
    this.reach({ withdrawnAt: at });
    return this.happened('notice-set-aside', { because: this._content.answers.setAside!.because });
  }

  close(at: Date): DomainEvent {
    this._status = follow(this._status, 'closed');
    this.reach({ closedAt: at });
    return this.happened('notice-closed');
  }

  reopen(): DomainEvent {
    this._status = followOnly('closed', this._status, 'decided');
    this.reach({ closedAt: null });
    return this.happened('notice-reopened');
  }

  /** Keeps what we saw ourselves at an item's address. */
  observe(itemId: string, observation: Observation): DomainEvent {
    this.item(itemId).observe(observation);
    return this.happened('item-observed', { itemId, seen: observation.seen });
  }

  item(itemId: string): ContentItem {
    return ContentItem.among(this._items, itemId);
  }

  private fill(content: NoticeContent, items: ItemDrafts): void {
    this._content = rewritten(this, { content, items });
    this._regime = regimeUnder(this._content.answers.scope, this._regime);
    this._items = ContentItem.inOrder(this.id, items, this._items);
  }

  private judge(judgement: approvals.Judgement, to: 'approved' | 'draft'): void {
    if (this._status !== 'ready') cannotFollow(this._status, to);
    this._approval = approvals.judged(this._approval, judgement);
    this._status = follow(this._status, to);
  }

  /** What was asked or said of an earlier letter says nothing of the next. */
  private voidApproval(): DomainEvent[] {
    if (this._approval.asked === null) return [];
    this._approval = approvals.voided(this._approval);
    return [this.happened('notice-approval-voided')];
  }

  private reach(moments: Partial<NoticeMoments>): void {
    this._moments = { ...this._moments, ...moments };
  }

  private happened(kind: string, facts: Record<string, EventFact> = {}): DomainEvent {
    return { kind, subject: 'notice', subjectId: this.id, facts };
  }
}
