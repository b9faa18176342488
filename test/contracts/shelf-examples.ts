import { createHash } from 'node:crypto';
import { FactorReset } from '#domain/access/factor-reset.js';
import { User } from '#domain/access/user.js';
import { AccessToken } from '#domain/access/access-token.js';
import { Delivery } from '#domain/correspondence/delivery.js';
import { Message, type MessageSummary } from '#domain/correspondence/message.js';
import type { Reading } from '#domain/correspondence/reading.js';
import { Escalation, type EscalationStatus } from '#domain/escalation/escalation.js';
import { Capture, type CaptureResult } from '#domain/evidence/capture.js';
import { EvidenceItem } from '#domain/evidence/evidence-item.js';
import { CaseBuilder } from '#test/builders/case.builder.js';
import { aLetter } from '#test/builders/letter.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Cases 1 to 9, so that notices and messages have something to belong to. */
export const CASES = Array.from({ length: 9 }, (_, index) => CaseBuilder.aCase(index + 1).build());

const OBSERVED = { at: '2026-11-05T10:00:00.000Z', seen: 'gone', httpStatus: 404, captureId: uuid(700) } as const;

/** Notices that together have something in every column: one lived to its end, one withdrawn, one with nothing, one imported. */
export const notices = () => [
  NoticeBuilder.aNotice(1)
    .about('https://example.org/p/1', 'https://example.org/p/2?é=“x”')
    .locatedBy('comment', 'comment 7, “x”')
    .postedOn('2026-10-30')
    .saying({ manipulated: 'edited', measure: 'account', language: 'nl' })
    .identifiedAs({ regime: 'ntd', line: 'hotline' })
    .sentOn('2026-11-02T09:00:00.123Z')
    .acknowledgedOn('2026-11-02T09:05:00Z')
    .decidedOn('2026-11-04T12:00:00Z', 'no-violation')
    .decidedOn('2026-11-06T12:00:00Z', 'removed')
    .then((notice) => notice.observe(notice.items[1]!.id, OBSERVED))
    .closedOn('2026-11-08T12:00:00Z')
    .build(),
  NoticeBuilder.aNotice(2).sentOn('2026-11-02T09:00:00Z').withdrawnOn('2026-11-03T09:00:00Z').build(),
  NoticeBuilder.aNotice(3)
    .withoutLocation()
    .withoutGround()
    .saying({ platformCode: null, channel: null, category: null, submitterName: '', submitterEmail: '' })
    .build(),
  NoticeBuilder.aNotice(8).writtenBy(uuid(810)).approved().build(),
  NoticeBuilder.aNotice(9).writtenBy(uuid(810)).returned('The second address is “another” post.').build(),
];

/** A delivery of notice n, which must be ready, with the letter it needs. */
export function aDelivery(n: number) {
  const notice = NoticeBuilder.aNotice(n).ready().build();
  const letter = aLetter(notice);
  const createdAt = new Date('2026-11-02T09:00:00Z');
  const delivery = Delivery.queue({ id: uuid(600 + n), letter, createdAt }, new Date('2026-11-02T09:00:10Z'));
  return { notice, letter, delivery };
}

/** A form of notice n that somebody has before them. */
export function aForm(n: number) {
  const notice = NoticeBuilder.aNotice(n).ready().build();
  const letter = aLetter(notice, { format: 'form-sheet', recipient: 'https://platform.example/form?a=“x”' });
  const createdAt = new Date('2026-11-02T09:00:00Z');
  const delivery = Delivery.queue({ id: uuid(600 + n), letter, createdAt }, createdAt);
  delivery.takeUp(uuid(810), new Date('2026-11-02T09:01:00.123Z'));
  return { notice, letter, delivery };
}

/** What a form gave back, with something in every part. */
export const RECEIPT = {
  ...{ reference: '#op-2026-“7”', text: 'Bedankt.\r\nUw nummer: 7' },
  ...{ pictureDigest: sha256('picture'), none: false },
} as const;

const SUMMARY: MessageSummary = {
  from: 'Platform <no-reply@platform.example>',
  to: 'meldpunt+abc@desk.practice.example',
  subject: '[TF-2026-000001] Uw melding – ontvangen ✓',
  messageId: '<1@platform.example>',
  text: 'Regel één\r\nRegel twee\t"x"\\ \u2028 einde',
  attachments: [{ name: 'a “b”.pdf', type: 'application/pdf', size: 12 }],
  defects: ['two-from'],
};
const READING: Reading = {
  ...{ meaning: 'decision', outcome: 'mixed', items: [{ url: 'https://example.org/p/1', outcome: 'removed' }] },
  ...{ reference: 'ABC-1', basis: 'terms', territory: ['NL', 'EU'], redressMentioned: true, language: 'nl' },
  ...{ confidence: 0.75, because: ['removed: “verwijderd”'] },
};

/** Messages that together have something in every column. */
export function messages(): Message[] {
  const kept = [1, 2, 3].map((n) =>
    Message.keep({
      id: uuid(900 + n),
      digest: sha256(`mail ${n}`),
      size: 5_000_000_000 + n,
      source: 'imap',
      receivedAt: new Date('2026-11-03T08:00:00.456Z'),
      receivedSource: 'server',
    }),
  );
  const match = { noticeId: uuid(1), how: 'reply-token', candidates: [uuid(1), uuid(2)] };
  kept[0]!.understand({ summary: SUMMARY, match, reading: READING });
  kept[0]!.handle('decided', new Date('2026-11-04T08:00:00Z'));
  kept[1]!.quarantine('too-slow');
  return kept;
}

/** An escalation that went all the way. */
export function anEscalation(
  n: number,
  steps: readonly EscalationStatus[] = ['reviewed', 'sent', 'received'],
): Escalation {
  const scope = { about: 'meta', from: '2026-01-01', to: '2026-06-30' };
  const openedAt = new Date('2026-11-10T10:00:00Z');
  const escalation = Escalation.open({
    id: uuid(400 + n),
    reference: `E-2026-${String(n).padStart(4, '0')}`,
    scope,
    openedAt,
  });
  steps.forEach((step) => escalation.advance(step));
  return escalation;
}

/** A person who has something in every column. */
export function aUser(n: number): User {
  const { user } = User.add({ id: uuid(970 + n), email: `collega${n}@seinpost.test`, name: 'É. “X”', role: 'auditor' });
  user.choosePassword('$argon2id$v=19$m=64,t=1,p=1$AAAA$BBBB');
  user.choose('en', 'dark');
  user.useShortcuts(false);
  user.train(true);
  user.disable('lost-device', { userId: null, administrators: [] });
  return user;
}

/** A request to take away somebody's second factors that another administrator confirmed. */
export function aReset(userId: string, askedBy: string, confirmedBy: string): FactorReset {
  const askedAt = new Date('2026-11-20T09:00:00.123Z');
  const { reset } = FactorReset.ask({ id: uuid(990), userId, askedBy, askedAt });
  reset.confirm(confirmedBy, new Date('2026-11-20T10:00:00.456Z'), [askedBy, confirmedBy]);
  return reset;
}

/** A mail that is kept and nothing more; `bytes` decides its digest. */
export const aPlainMessage = (n: number, bytes = `plain ${n}`): Message =>
  Message.keep({
    ...{ id: uuid(950 + n), digest: sha256(bytes), size: bytes.length, source: 'intake' },
    ...{ receivedAt: new Date('2026-11-03T08:00:00Z'), receivedSource: 'now' },
  });

/** The n-th file that somebody added beside a notice. */
export function anUpload(n: number): EvidenceItem {
  const madeAt = '2026-11-02T08:00:00.000Z';
  const provenance = { captureId: null, url: '', madeAt, madeWith: 'added by hand' };
  const [id, digest, name] = [uuid(720 + n), sha256(`upload ${n}`), `upload-${n}.png`];
  const facts = { id, digest, kind: 'upload', size: 7, mediaType: 'image/png', name, provenance } as const;
  return EvidenceItem.stored(facts, new Date(madeAt), uuid(800));
}

/** A whole capture of an item of a notice, with one thing stored of it. */
export function aCapture(noticeId: string) {
  const digest = sha256('picture');
  const url = 'https://example.org/p/1';
  const madeAt = '2026-11-02T08:00:00.000Z';
  const result: CaptureResult = {
    ...{
      state: 'complete',
      reasons: [],
      httpStatus: 200,
      finalUrl: url,
      title: 'x',
      startedAt: madeAt,
      endedAt: madeAt,
    },
    artefacts: [{ name: 'fullpage-001.png', kind: 'full-page', mediaType: 'image/png', size: 7, sha256: digest }],
    manifestSha256: sha256('manifest'),
  };
  const job = { url, policy: 'full', grounds: ['AW21'], allow: [], folder: 'x', askedAt: madeAt } as const;
  const capture = Capture.made(uuid(710), job, result);
  const provenance = { captureId: capture.id, url, madeAt, madeWith: 'test' };
  const facts = {
    id: uuid(711),
    digest,
    kind: 'full-page',
    size: 7,
    mediaType: 'image/png',
    name: 'fullpage-001.png',
    provenance,
  } as const;
  const items = [EvidenceItem.stored(facts, new Date(madeAt), 'capture')];
  return { capture, of: { noticeId, itemId: NoticeBuilder.item(noticeId, 1, url).id }, items };
}

/** A token of a person that was revoked again. */
export function aToken(n: number, userId: string): AccessToken {
  const wish = { name: `Koppeling ${n}`, scopes: ['cases:read', 'figures:read'], days: 90 };
  const identity = { id: uuid(870 + n), userId, digest: sha256(`token ${n}`) };
  const token = AccessToken.make(identity, wish, new Date('2026-11-02T09:00:00.123Z'));
  token.revoke(new Date('2026-11-03T09:00:00Z'));
  return token;
}
