// com.atproto.moderation.createReport (bluesky-social/atproto @d6296a1).
import type { Identities } from '#application/identities.js';
import { LetterWriter, type LetterFacts, type WrittenLetter } from '#application/notice/letter-writer.js';
import { isForHotline } from '#domain/notice/notice-answers.js';
import { blueskyReason, type BlueskyReasons } from '#domain/provider/bluesky-reason.js';
import { blueskySubject } from '#domain/provider/report-subject.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { ReportText } from '../../letters/report-text.js';
import type { ApiCaller } from '../api-caller.js';
import { frozen } from '../frozen-report.js';
import { atUri, cidOf, didOf } from './bluesky-lookups.js';

/** Where reports go on every server. */
export const BLUESKY_REPORTS = '/xrpc/com.atproto.moderation.createReport';

/** Bluesky's own moderation (docs.bsky.app, API Hosts and Auth); without the name our server would choose for us. */
const TO_MODERATION = { 'atproto-proxy': 'did:plc:ar7c4by46qjdydhdevvrndac#atproto_labeler' } as const;

const GRAPHEMES = new Intl.Segmenter();

/** What a reason may have: graphemes as a reader counts them, and bytes. */
const MOST_GRAPHEMES = { most: 2000, length: (text: string) => [...GRAPHEMES.segment(text)].length };
const MOST_BYTES = { most: 20_000, length: (text: string) => Buffer.byteLength(text) };

/** One account, or one record with its fingerprint. */
type Subject =
  | { readonly $type: 'com.atproto.admin.defs#repoRef'; readonly did: string }
  | { readonly $type: 'com.atproto.repo.strongRef'; readonly uri: string; readonly cid: string };

/** What the writer leans on. */
export interface BlueskyDesk {
  readonly text: ReportText;
  readonly identities: Identities;
  readonly caller: ApiCaller;
  readonly reasons: BlueskyReasons;
}

/** Writes a notice as a report to Bluesky's moderation. */
export class BlueskyReportWriter extends LetterWriter {
  /** `service` is the origin of the server of our account; absent where we have none. */
  constructor(
    private readonly desk: BlueskyDesk,
    private readonly service: string | undefined,
  ) {
    super();
  }

  async write(facts: LetterFacts): Promise<WrittenLetter> {
    const origin = this.service;
    if (origin === undefined) throw new RuleViolation('bluesky.no-account');
    const { subject, place } = await this.subjectOf(facts, origin);
    const fitted = this.desk.text.of(facts, [MOST_GRAPHEMES, MOST_BYTES], place);
    const reason = fitted.text;
    const leftOut = this.desk.text.leftOut(facts, fitted);
    const reasonType = this.reasonType(facts);
    const shown = subject.$type.endsWith('repoRef')
      ? (subject as { did: string }).did
      : (subject as { uri: string }).uri;
    const fields = [
      ...[
        `reasonType: ${reasonType} (${this.desk.text.blueskyReason(facts, reasonType)})`,
        `subject: ${shown}`,
        `atproto-proxy: ${TO_MODERATION['atproto-proxy']}`,
      ],
      `reason (${MOST_GRAPHEMES.length(reason)}/${MOST_GRAPHEMES.most}):`,
    ];
    const to = { format: 'bluesky-report', origin, path: BLUESKY_REPORTS, headers: TO_MODERATION } as const;
    return frozen(
      { ...to, body: { reasonType, subject, reason }, fields, comment: reason, leftOut },
      facts,
      this.desk.identities,
    );
  }

  /** The record where its fingerprint may be asked for, else the account with the record named in the words. */
  private async subjectOf(facts: LetterFacts, origin: string): Promise<{ subject: Subject; place: string }> {
    const { actor, record } = blueskySubject(facts.notice.items);
    const did = await didOf(this.desk.caller, origin, actor);
    const account = { $type: 'com.atproto.admin.defs#repoRef', did } as const;
    if (record === null) return { subject: account, place: '' };
    const uri = atUri(did, record);
    if (!mayAskForRecord(facts)) return { subject: account, place: uri };
    const cid = await cidOf(this.desk.caller, origin, { did, record });
    return { subject: { $type: 'com.atproto.repo.strongRef', uri, cid }, place: '' };
  }

  private reasonType(facts: LetterFacts): string {
    const { reasons } = this.desk;
    return facts.purpose === 'withdrawal' ? reasons.otherwise : blueskyReason(facts, reasons);
  }
}

/** The fingerprint comes with the record's own words, so that it is asked for only where those may be captured. */
const mayAskForRecord = ({ purpose, notice, grounds }: LetterFacts): boolean =>
  purpose === 'notice' &&
  !isForHotline(notice.content.answers) &&
  grounds.every(({ capturePolicy }) => capturePolicy === 'full' || capturePolicy === 'masked');
