import { system, type Actor } from '#domain/event.js';
import type { ContentItemDraft } from '#domain/notice/content-item.js';
import type { BonaFide } from '#domain/notice/bona-fide-text.js';
import { canonicalUrl } from '#domain/notice/canonical-url.js';
import { UNANSWERED, type NoticeAnswers } from '#domain/notice/notice-answers.js';
import { Notice } from '#domain/notice/notice.js';
import type { NoticeContent, NoticeIdentity } from '#domain/notice/notice-content.js';
import type { DecisionCode } from '#domain/outcome/outcome-code.js';
import { anOutcome } from './outcome.builder.js';
import { uuid } from './uuid.js';

type Step = (notice: Notice) => unknown;

interface Plan {
  readonly identity: NoticeIdentity;
  readonly content: NoticeContent;
  readonly urls: readonly string[];
  readonly item: Pick<ContentItemDraft, 'contentType' | 'locator' | 'postedOn'>;
  readonly by: Actor;
  readonly steps: readonly Step[];
}

/** What was looked at on the way to a letter: nobody in danger, public, a person to be seen, expression weighed. */
export const ANSWERED: NoticeAnswers = {
  ...UNANSWERED,
  danger: 'none',
  scope: { visibility: 'anyone', service: 'online-platform', area: 'inside', lawfulness: 'unlawful' },
  imagery: 'person',
  expression: 'No debate is served by it: a private person in a private picture.',
};

/** The same where nobody's status counts: an ordinary notice follows from it. */
const AT_A_HOST: NoticeAnswers = { ...ANSWERED, scope: { ...ANSWERED.scope!, service: 'hosting' } };

const CONTENT: NoticeContent = {
  platformCode: 'practice',
  channel: 'email',
  language: 'en',
  measure: 'remove',
  manipulated: 'none',
  category: 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
  grounds: [
    {
      code: 'AW21',
      explanation:
        'The person portrayed is recognisable by face, never agreed to publication, and is harmed by it at school.',
    },
  ],
  submitterName: 'Meldpunt Oefenlijn',
  submitterEmail: 'meldpunt@desk.practice.example',
  answers: ANSWERED,
};

const IN_GOOD_FAITH: BonaFide = { by: uuid(800), at: '2026-11-02T09:00:00.000Z', textVersion: '2026-1' };

/** The letter of a notice whose letter does not matter. */
export const LETTER = 'a'.repeat(64);

/** Why a notice is withdrawn where it does not matter. */
export const A_REASON = {
  because: 'duplicate',
  note: '',
  by: uuid(800),
  at: '2026-11-02T09:00:00.000Z',
} as const;

/** An organisation that asks for no second person. */
export const NO_APPROVAL = { rule: { always: false, grounds: [] }, inTraining: false };

/** A notice that is complete and valid; each word changes one thing, and life goes through the notice's own verbs. */
export class NoticeBuilder {
  private constructor(private readonly plan: Plan) {}

  /** The n-th notice of a test: a complete draft about one post, in case n. */
  static aNotice(n = 1): NoticeBuilder {
    const reference = `TF-2026-${String(n).padStart(6, '0')}`;
    const identity = {
      id: uuid(n),
      reference,
      caseId: uuid(500 + n),
      regime: 'article-22',
      origin: 'desk',
      line: 'helpline',
    } as const;
    const urls = [`http://127.0.0.1:3301/posts/${n}`];
    return new NoticeBuilder({
      identity,
      content: CONTENT,
      urls,
      item: { contentType: 'post', locator: '', postedOn: null },
      by: system('test'),
      steps: [],
    });
  }

  /** The draft of the n-th item of a notice. */
  static item(noticeId: string, n: number, url: string, but: Partial<ContentItemDraft> = {}): ContentItemDraft {
    const id = `${noticeId.slice(0, 19)}8${String(n).padStart(3, '0')}${noticeId.slice(23)}`;
    return { id, url, canonicalUrl: canonicalUrl(url), contentType: 'post', locator: '', postedOn: null, ...but };
  }

  identifiedAs(identity: Partial<NoticeIdentity>): NoticeBuilder {
    const other = new NoticeBuilder({ ...this.plan, identity: { ...this.plan.identity, ...identity } });
    return identity.regime === 'ordinary' ? other.saying({ answers: AT_A_HOST }) : other;
  }

  saying(content: Partial<NoticeContent>): NoticeBuilder {
    return new NoticeBuilder({ ...this.plan, content: { ...this.plan.content, ...content } });
  }

  about(...urls: string[]): NoticeBuilder {
    return new NoticeBuilder({ ...this.plan, urls });
  }

  locatedBy(contentType: ContentItemDraft['contentType'], locator: string): NoticeBuilder {
    return new NoticeBuilder({ ...this.plan, item: { ...this.plan.item, contentType, locator } });
  }

  /** Its content was put there on that day (ISO). */
  postedOn(day: string): NoticeBuilder {
    return new NoticeBuilder({ ...this.plan, item: { ...this.plan.item, postedOn: day } });
  }

  withoutLocation(): NoticeBuilder {
    return this.about();
  }

  withoutGround(): NoticeBuilder {
    return this.saying({ grounds: [] });
  }

  withoutExplanation(): NoticeBuilder {
    return this.saying({ grounds: this.plan.content.grounds.map((ground) => ({ ...ground, explanation: '' })) });
  }

  /** Begun by this person. */
  writtenBy(userId: string): NoticeBuilder {
    return new NoticeBuilder({ ...this.plan, by: { kind: 'user', userId, sessionId: null } });
  }

  ready(): NoticeBuilder {
    return this.then((notice) => notice.prepare(this.plan.by));
  }

  /** A second person is asked about this letter. */
  asked(letterDigest = LETTER, at = '2026-11-02T08:00:00.000Z'): NoticeBuilder {
    return this.ready().then((notice) =>
      notice.askApproval({ by: uuid(800), at, letterDigest, version: notice.version }),
    );
  }

  /** By uuid(801). */
  approved(letterDigest = LETTER): NoticeBuilder {
    const word = { by: uuid(801), at: '2026-11-02T08:30:00.000Z', letterDigest };
    return this.asked(letterDigest).then((notice) => notice.approve(word));
  }

  /** By uuid(801). */
  returned(reason: string): NoticeBuilder {
    const word = { by: uuid(801), at: '2026-11-02T08:30:00.000Z', letterDigest: LETTER, reason };
    return this.asked().then((notice) => notice.return(word));
  }

  submittedOn(at = '2026-11-02T09:00:00Z'): NoticeBuilder {
    return this.ready().then((notice) =>
      notice.submit({ ...IN_GOOD_FAITH, at: new Date(at).toISOString() }, LETTER, NO_APPROVAL, new Date(at)),
    );
  }

  sentOn(at = '2026-11-02T09:00:00Z'): NoticeBuilder {
    return this.submittedOn(at).then((notice) => notice.send(new Date(at)));
  }

  acknowledgedOn(at: string): NoticeBuilder {
    return this.then((notice) => notice.acknowledge(new Date(at)));
  }

  /** Every item decided the same way. */
  decidedOn(at: string | null, code: DecisionCode = 'removed'): NoticeBuilder {
    return this.then((notice) =>
      notice.decide(notice.items.map((item) => ({ itemId: item.id, outcome: anOutcome(code, at) }))),
    );
  }

  closedOn(at: string): NoticeBuilder {
    return this.then((notice) => notice.close(new Date(at)));
  }

  withdrawnOn(at: string): NoticeBuilder {
    return this.then((notice) => notice.withdraw(new Date(at), A_REASON));
  }

  /** Any other verb. */
  then(step: Step): NoticeBuilder {
    return new NoticeBuilder({ ...this.plan, steps: [...this.plan.steps, step] });
  }

  build(): Notice {
    const { identity, content, urls, item, by, steps } = this.plan;
    const items = urls.map((url, index) => NoticeBuilder.item(identity.id, index + 1, url, item));
    const notice = Notice.draft(identity, content, items, { at: new Date('2026-11-01T08:00:00Z'), by });
    steps.forEach((step) => step(notice));
    return notice;
  }
}
