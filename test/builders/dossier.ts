import type { DecisionCode } from '#domain/outcome/outcome-code.js';
import type { DossierFacts, DossierItem, DossierNotice, DossierOutcome } from '#domain/report/dossier-facts.js';
import { decidedAtOf, standingOf } from '#domain/report/dossier-standing.js';
import { figuresOf, type FollowUpFigures } from '#domain/statistics/figures.js';
import { sha256 } from './bag.js';

export const MOMENT = new Date('2026-11-21T18:25:43.000Z');

/** A decision by mail that mentions redress. */
export function aDecision(
  code: DecisionCode,
  decidedAt: string | null,
  more: Partial<DossierOutcome> = {},
): DossierOutcome {
  return {
    code,
    basis: 'law',
    territory: [],
    automated: 'unknown',
    reasonsGiven: true,
    redressMentioned: true,
    source: 'mail',
    decidedAt,
    recordedAt: decidedAt ?? '2026-01-05T09:00:00.000Z',
    ...more,
  };
}

/** An item at an invented address. */
export function aDossierItem(position = 1, more: Partial<DossierItem> = {}): DossierItem {
  const url = `https://www.practice.example/posts/${1000 + position}`;
  return { position, url, contentType: 'post', locator: '', outcomes: [], observations: [], ...more };
}

/** A notice of 1 August 2025 with one item and no answer. */
export function aDossierNotice(more: Partial<DossierNotice> = {}): DossierNotice {
  return {
    reference: 'TF-2025-000001',
    regime: 'article-22',
    origin: 'desk',
    line: 'helpline',
    platform: { code: 'practice', name: 'Oefenplatform' },
    channel: 'email',
    language: 'nl',
    measure: 'remove',
    category: 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS',
    grounds: [aGround()],
    sentAt: '2025-08-01T08:00:00.000Z',
    acknowledgedAt: null,
    theirReference: null,
    allowedUntil: '2025-08-15T08:00:00.000Z',
    withdrawnAt: null,
    items: [aDossierItem()],
    happened: [],
    correspondence: [],
    captures: [],
    ...more,
  };
}

function aGround(): DossierNotice['grounds'][number] {
  const [titleNl, titleEn] = ['Portretrecht, portret niet in opdracht', 'Portrait right, portrait not commissioned'];
  return { code: 'AW21', law: 'Aw', article: '21', titleNl, titleEn };
}

/** A notice that was received, decided and kept with mails and a capture. */
export function aFullNotice(): DossierNotice {
  const removed = aDecision('removed', '2025-08-03T10:30:00.000Z', {
    redressMentioned: false,
    territory: ['NL', 'EU'],
  });
  const gone = { at: '2025-08-04T07:00:00.000Z', seen: 'gone' as const, httpStatus: 404 };
  return aDossierNotice({
    acknowledgedAt: '2025-08-01T08:04:00.000Z',
    theirReference: '=CASE-77',
    withdrawnAt: '2025-08-20T08:00:00.000Z',
    items: [
      aDossierItem(1, { locator: '1:23', postedOn: '2025-07-30', outcomes: [removed], observations: [gone] }),
      aDossierItem(2, { outcomes: [aDecision('no-violation', '2025-08-18T10:30:00.000Z')] }),
    ],
    happened: [{ at: '2025-08-10T09:00:00.000Z', kind: 'reminded', item: 2 }],
    correspondence: [
      aMail('out', 'notice', '2025-08-01T08:00:00.000Z'),
      aMail('in', 'receipt', '2025-08-01T08:04:00.000Z'),
      aMail('in', 'decision', '2025-08-03T10:30:00.000Z'),
    ],
    captures: [aDossierCapture()],
  });
}

/** A stored mail; its text is derived from its facts, so that a fake store can give it. */
export function aMail(direction: 'in' | 'out', meaning: 'notice' | 'receipt' | 'decision', at: string) {
  const text = mailText(direction, meaning, at);
  return { direction, meaning, at, sha256: sha256(text), bytes: Buffer.byteLength(text) };
}

export function mailText(direction: string, meaning: string, at: string): string {
  return `Date: ${at}\r\nSubject: ${direction} ${meaning}\r\n\r\nOefenbericht.\r\n`;
}

export const PAGE_TEXT = 'Een onschuldig oefenbericht.\n';

function aDossierCapture(): DossierNotice['captures'][number] {
  const text = {
    name: 'text.txt',
    mediaType: 'text/plain',
    sha256: sha256(PAGE_TEXT),
    bytes: Buffer.byteLength(PAGE_TEXT),
  };
  return {
    item: 1,
    url: 'https://www.practice.example/posts/1001',
    state: 'partial',
    reasons: ['truncated'],
    policy: 'full',
    httpStatus: 200,
    startedAt: '2025-08-01T07:50:00.000Z',
    endedAt: '2025-08-01T07:50:04.000Z',
    madeWith: 'seinpost 0.1.0, Chrome/153.0.8010.0',
    files: [text],
  };
}

/** Facts about one provider in the second half of 2025; the figures are counted from the notices. */
export function aDossierFacts(notices: readonly DossierNotice[] = [], more: Partial<DossierFacts> = {}): DossierFacts {
  return {
    reference: 'practice-2025-07-15-2025-12-31',
    kind: 'provider',
    zone: 'Europe/Amsterdam',
    period: { from: '2025-07-15', to: '2025-12-31' },
    complainant: aComplainant(),
    provider: aProvider(),
    statement: null,
    timeAllowedDays: { default: 14 },
    figures: figuresFor(notices),
    comparison: null,
    notices,
    ...more,
  };
}

/** Every member filled, none left null or empty. */
export function maximumFacts(): DossierFacts {
  const figures = { ...figuresFor([aFullNotice()]), line: 'helpline' };
  const statement = {
    reasons: 'Op geen van de herinneringen volgde een antwoord.\nDe meldingen waren volledig.',
    effects: 'De inhoud bleef zichtbaar.',
    stepsTried: [{ on: '2025-09-01', what: 'Contactpunt voor afnemers gemaild.' }],
    measureAsked: 'Onderzoek naar de behandeling van meldingen.',
    urgency: 'Geen.',
    otherProceedings: ['Geschil voorgelegd aan een geschilinstantie.'],
  };
  const { sent, pending, total, classes, followUpPercentage, times } = figures;
  const group = { key: 'practice', label: 'Oefenplatform', sent, pending, total, classes, followUpPercentage, times };
  const whole = { ...figures, groups: [group] };
  const more = { reference: 'E-2026-0007', kind: 'escalation' as const, statement };
  return aDossierFacts([aFullNotice()], { ...more, figures: whole, comparison: whole });
}

function aComplainant(): DossierFacts['complainant'] {
  return {
    name: 'Voorbeeldmeldpunt',
    legalForm: 'stichting',
    deskName: 'Meldkamer Voorbeeldmeldpunt',
    deskEmail: 'desk@meldpunt.example',
    postalAddress: 'Voorbeeldstraat 1, 1000 AA Amsterdam',
    country: 'NL',
    languages: ['nl', 'en'],
    coordinator: { code: 'ACM', name: 'Autoriteit Consument & Markt' },
    designation: {
      authority: 'Autoriteit Consument & Markt',
      designatedOn: '2025-07-15',
      lines: ['helpline', 'hotline'],
      areaOfExpertise: 'Online grensoverschrijdend gedrag en beeldmisbruik',
    },
  };
}

function aProvider(): DossierFacts['provider'] {
  return {
    code: 'practice',
    name: 'Oefenplatform',
    legalEntity: 'Oefenplatform B.V. (verzonnen)',
    country: 'NL',
    coordinator: 'Autoriteit Consument & Markt',
    platforms: [{ code: 'practice', name: 'Oefenplatform', vlop: 'vlop' }],
    contactPoints: [
      { kind: 'article-11', platform: 'Oefenplatform', address: 'dsa@practice.example', verifiedOn: '2026-11-21' },
      { kind: 'email', platform: 'Oefenplatform', address: 'notices@practice.example', verifiedOn: null },
    ],
  };
}

/** Follow-up figures counted from notices as they stood at the moment. */
export function figuresFor(notices: readonly DossierNotice[]): FollowUpFigures {
  const counts = notices
    .map((notice) => standingOf(notice, MOMENT))
    .map((each) => ({ ...each, count: 1, partly: Number(each.partly) }));
  const receipts = notices.map((notice) => hours(notice.sentAt, notice.acknowledgedAt));
  const decisions = notices.map((notice) => hours(notice.sentAt, decidedAtOf(notice)?.toISOString() ?? null));
  return {
    period: { from: '2025-07-15', to: '2025-12-31' },
    asOf: MOMENT.toISOString(),
    unit: 'notice',
    regime: ['article-22'],
    line: null,
    timeAllowedDays: { default: 14 },
    excluded: 0,
    groups: [],
    ...figuresOf(counts, { acknowledgementHours: times(receipts), decisionHours: times(decisions) }),
  };
}

function hours(from: string, until: string | null): number | null {
  return until === null ? null : (Date.parse(until) - Date.parse(from)) / 3_600_000;
}

function times(given: readonly (number | null)[]) {
  const known = given.filter((each) => each !== null).sort((a, b) => a - b);
  const at = (share: number) =>
    known.length === 0 ? null : Math.round(known[Math.floor((known.length - 1) * share)]! * 100) / 100;
  return { n: known.length, median: at(0.5), p90: at(0.9) };
}

/** The same where what left was a form's sheet. */
export const aNoticeByForm = (notice: DossierNotice): DossierNotice => ({
  ...notice,
  correspondence: notice.correspondence.map((one) =>
    one.direction === 'out' ? { ...one, format: 'form-sheet' } : one,
  ),
});
