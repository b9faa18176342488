import type { DomainEvent, EventFact } from '../event.js';
import type { Outcome } from '../outcome/outcome.js';
import { followUp, type FollowUpSpells } from '../statistics/spells.js';
import { RuleViolation } from '../rule-violation.js';
import { blockersOf, type Blocker } from './blockers.js';
import { isBonaFideText, type BonaFide } from './bona-fide-text.js';
import type { ChannelKind, LetterLanguage, Line, Manipulation, Measure, Origin, Regime } from './codes.js';
import { ContentItem, type ContentItemDraft, type Observation } from './content-item.js';
import { firstDecided, NOT_YET, type NoticeMoments, type PastNotice } from './notice-moments.js';
import { follow, type NoticeStatus } from './notice-status.js';

/** A legal ground relied on, with the reasons why its elements are met (Art. 16(2)(a)). */
export interface ReasonedGround {
  readonly code: string;
  readonly explanation: string;
}

/** What a person writes in a notice besides its items; nothing of it can change once it is submitted. */
export interface NoticeContent {
  readonly platformCode: string | null;
  readonly channel: ChannelKind | null;
  readonly language: LetterLanguage;
  readonly measure: Measure;
  readonly manipulated: Manipulation;
  readonly category: string | null;
  readonly grounds: readonly ReasonedGround[];
  readonly submitterName: string;
  readonly submitterEmail: string;
}

/** What a notice is from its first moment on. */
export interface NoticeIdentity {
  readonly id: string;
  readonly reference: string;
  readonly caseId: string | null;
  readonly regime: Regime;
  readonly origin: Origin;
  readonly line: Line;
}

/** Our statement to a provider that information is illegal (Art. 16 DSA), sent as trusted flagger (Art. 22). */
export class Notice {
  readonly id!: string;
  readonly reference!: string;
  readonly caseId!: string | null;
  readonly regime!: Regime;
  readonly origin!: Origin;
  readonly line!: Line;
  readonly version!: number;
  private _content!: NoticeContent;
  private _items: ContentItem[] = [];
  private _bonaFide: BonaFide | null = null;
  private _status: NoticeStatus = 'draft';
  private _moments!: NoticeMoments;

  private constructor() {}

  /** A notice begins as a draft that may lack anything. */
  static draft(identity: NoticeIdentity, content: NoticeContent, items: readonly ContentItemDraft[], at: Date): Notice {
    const notice = Object.assign(new Notice(), identity, { version: 1 });
    notice._moments = { createdAt: at, ...NOT_YET };
    notice.fill(content, items);
    return notice;
  }

  /** Takes over a notice sent before this desk existed; no letter of ours ever follows from it. */
  static record(
    identity: NoticeIdentity,
    content: NoticeContent,
    items: readonly ContentItemDraft[],
    past: PastNotice,
  ): Notice {
    const notice = Notice.draft(identity, content, items, past.sentAt);
    for (const [index, item] of notice._items.entries())
      past.outcomes[index]?.forEach((outcome) => item.decide(outcome));
    const decided = notice._items.every((item) => item.latest !== null);
    notice._status = decided ? 'decided' : past.acknowledgedAt === null ? 'sent' : 'acknowledged';
    notice.reach({ sentAt: past.sentAt, acknowledgedAt: past.acknowledgedAt });
    notice.reach({ decidedAt: decided ? firstDecided(notice._items) : null });
    return notice;
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

  get moments(): NoticeMoments {
    return this._moments;
  }

  /** What is still missing before it can be made ready. */
  blockers(): Blocker[] {
    return blockersOf(this);
  }

  /** Writes the content; a ready or approved notice becomes a draft again, so that nobody sends what nobody read. */
  describe(content: NoticeContent, items: readonly ContentItemDraft[]): DomainEvent {
    if (this._status !== 'draft') this._status = follow(this._status, 'draft');
    this.fill(content, items);
    return this.happened('notice-described');
  }

  prepare(): DomainEvent {
    this.refuseWhileBlocked(this.blockers());
    this.moveFrom('draft', 'ready');
    return this.happened('notice-prepared');
  }

  approve(): DomainEvent {
    this._status = follow(this._status, 'approved');
    return this.happened('notice-approved');
  }

  /** Puts the notice in the sender's hands, with the person's statement of good faith. */
  submit(bonaFide: BonaFide, at: Date): DomainEvent {
    const stated = bonaFide.by.trim() !== '' && isBonaFideText(bonaFide.textVersion);
    const statement = stated ? [] : ['bona-fide-missing' as const];
    this.refuseWhileBlocked([...this.blockers(), ...statement]);
    this._status = follow(this._status, 'submitted');
    this._bonaFide = bonaFide;
    this.reach({ submittedAt: at });
    return this.happened('notice-submitted', { textVersion: bonaFide.textVersion });
  }

  /** Takes a submitted notice back before it left, or after the platform's server refused it. */
  recall(cause: 'called-back' | 'refused-by-server'): DomainEvent {
    this.moveFrom('submitted', 'ready');
    this._bonaFide = null;
    this.reach({ submittedAt: null });
    return this.happened('notice-recalled', { cause });
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
    else this.refuseUnlessSent();
    const earlier = this._moments.acknowledgedAt;
    if (earlier === null || at < earlier) this.reach({ acknowledgedAt: at });
    return this.happened('notice-acknowledged', { acknowledgedAt: at.toISOString() });
  }

  /** Records what the platform decided about items (Art. 16(5)); the notice is decided when every item has an outcome. */
  decide(outcomes: readonly { readonly itemId: string; readonly outcome: Outcome }[]): DomainEvent {
    this.refuseUnlessSent();
    if (outcomes.length === 0) throw new RuleViolation('notice.no-outcome-given');
    if (this._status === 'withdrawn') throw new RuleViolation('notice.withdrawn');
    for (const { itemId, outcome } of outcomes) this.item(itemId).decide(outcome);
    if (this._items.every((item) => item.latest !== null)) {
      this._status = follow(this._status, 'decided');
      this.reach({ decidedAt: firstDecided(this._items), closedAt: null });
    }
    return this.happened('notice-decided', {
      codes: outcomes.map(({ outcome }) => outcome.code),
      complete: this._status === 'decided',
    });
  }

  withdraw(at: Date): DomainEvent {
    const wasSent = this._moments.sentAt !== null;
    this._status = follow(this._status, 'withdrawn');
    this.reach({ withdrawnAt: at });
    return this.happened('notice-withdrawn', { wasSent });
  }

  close(at: Date): DomainEvent {
    this._status = follow(this._status, 'closed');
    this.reach({ closedAt: at });
    return this.happened('notice-closed');
  }

  reopen(): DomainEvent {
    this.moveFrom('closed', 'decided');
    this.reach({ closedAt: null });
    return this.happened('notice-reopened');
  }

  /** Keeps what we saw ourselves at an item's address. */
  observe(itemId: string, observation: Observation): DomainEvent {
    this.item(itemId).observe(observation);
    return this.happened('item-observed', { itemId, seen: observation.seen });
  }

  /** The dated spells of its follow-up, or null while it has not been sent. */
  followUp(allowedUntil: (sentAt: Date) => Date): FollowUpSpells | null {
    const { sentAt, withdrawnAt } = this._moments;
    return sentAt && followUp({ sentAt, allowedUntil: allowedUntil(sentAt), withdrawnAt, items: this._items });
  }

  item(itemId: string): ContentItem {
    const found = this._items.find((item) => item.id === itemId);
    if (!found) throw new RuleViolation('notice.no-such-item', { itemId });
    return found;
  }

  private fill(content: NoticeContent, items: readonly ContentItemDraft[]): void {
    this._content = content;
    const present = this._items;
    this._items = items.map((item, index) =>
      ContentItem.at(
        this.id,
        index + 1,
        item,
        present.find((one) => one.id === item.id),
      ),
    );
  }

  /** For verbs that stand for one arrow of the table, where another arrow leads to the same status. */
  private moveFrom(only: NoticeStatus, to: NoticeStatus): void {
    if (this._status !== only) throw new RuleViolation('notice.status-cannot-follow', { from: this._status, to });
    this._status = follow(this._status, to);
  }

  private reach(moments: Partial<NoticeMoments>): void {
    this._moments = { ...this._moments, ...moments };
  }

  private refuseWhileBlocked(blockers: readonly Blocker[]): void {
    if (blockers.length > 0) throw new RuleViolation('notice.incomplete', { blockers });
  }

  private refuseUnlessSent(): void {
    if (this._moments.sentAt === null) throw new RuleViolation('notice.not-sent', { status: this._status });
  }

  private happened(kind: string, facts: Record<string, EventFact> = {}): DomainEvent {
    return { kind, subject: 'notice', subjectId: this.id, facts };
  }
}
