import { DateTime } from 'luxon';
import type { DossierCapture, DossierFile } from '#domain/report/dossier-facts.js';
import { evidencePath } from '#domain/report/dossier-paths.js';
import type { Dossier, StandingNotice } from '#domain/report/dossier.js';
import { type StatisticsRow, statisticsRows } from '#domain/report/statistics-rows.js';
import type { TimelineRow } from '#domain/report/timeline.js';
import { type Column, csvTable } from './csv-table.js';

const NOTICES: readonly Column<StandingNotice>[] = [
  { name: 'reference', value: (notice) => notice.reference },
  { name: 'regime', value: (notice) => notice.regime },
  { name: 'line', value: (notice) => notice.line },
  { name: 'origin', value: (notice) => notice.origin },
  { name: 'platform', value: (notice) => notice.platform.code },
  { name: 'channel', value: (notice) => notice.channel },
  { name: 'language', value: (notice) => notice.language },
  { name: 'measureAsked', value: (notice) => notice.measure },
  { name: 'category', value: (notice) => notice.category },
  { name: 'grounds', value: (notice) => notice.grounds.map(({ code }) => code).join(';') },
  { name: 'sentAt', value: (notice) => notice.sentAt },
  { name: 'acknowledgedAt', value: (notice) => notice.acknowledgedAt },
  { name: 'acknowledgementHours', value: (notice) => notice.acknowledgementHours },
  { name: 'allowedUntil', value: (notice) => notice.allowedUntil },
  { name: 'decidedAt', value: (notice) => notice.decidedAt },
  { name: 'decisionHours', value: (notice) => notice.decisionHours },
  { name: 'withdrawnAt', value: (notice) => notice.withdrawnAt },
  { name: 'class', value: (notice) => notice.class },
  { name: 'code', value: (notice) => notice.code },
  { name: 'partly', value: (notice) => notice.partly },
  { name: 'theirReference', value: (notice) => notice.theirReference },
  { name: 'items', value: (notice) => notice.items.length },
  { name: 'itemClasses', value: (notice) => notice.itemClasses.join(';') },
  { name: 'urls', value: (notice) => notice.items.map(({ url }) => url).join(' ') },
];

/** One row per notice. */
export function noticesCsv({ notices }: Dossier): string {
  return csvTable(NOTICES, notices);
}

/** One row per dated fact, in UTC and in the dossier's own zone. */
export function timelineCsv({ notices, zone }: Dossier): string {
  const columns: readonly Column<TimelineRow>[] = [
    { name: 'reference', value: (row) => row.reference },
    { name: 'at', value: (row) => row.at },
    { name: 'atLocal', value: (row) => DateTime.fromISO(row.at, { zone }).toISO({ suppressMilliseconds: true }) },
    { name: 'hoursAfterSent', value: (row) => row.hoursAfterSent },
    { name: 'kind', value: (row) => row.kind },
    { name: 'items', value: (row) => row.items.join(';') },
    { name: 'code', value: (row) => row.code },
    { name: 'file', value: (row) => row.file },
  ];
  return csvTable(
    columns,
    notices.flatMap(({ timeline }) => timeline),
  );
}

const STATISTICS: readonly Column<StatisticsRow>[] = [
  { name: 'scope', value: (row) => row.scope },
  { name: 'key', value: (row) => row.key },
  { name: 'label', value: (row) => row.label },
  { name: 'measure', value: (row) => row.measure },
  { name: 'class', value: (row) => row.class },
  { name: 'code', value: (row) => row.code },
  { name: 'value', value: (row) => row.value },
];

/** One row per figure. */
export function statisticsCsv({ provider, figures, comparison }: Dossier): string {
  return csvTable(STATISTICS, statisticsRows(provider, figures, comparison));
}

/** One file of one capture, with where it lies relative to `data/`. */
export interface EvidenceRow {
  readonly reference: string;
  readonly path: string;
  readonly capture: DossierCapture;
  readonly file: DossierFile;
}

/** All kept files of all captures, in the order of the notices. */
export function evidenceRows({ notices }: Pick<Dossier, 'notices'>): EvidenceRow[] {
  return notices.flatMap(({ reference, captures }) =>
    captures.flatMap((capture, index) =>
      capture.files.map((file) => ({ reference, path: evidencePath(reference, capture, index, file), capture, file })),
    ),
  );
}

const EVIDENCE: readonly Column<EvidenceRow>[] = [
  { name: 'reference', value: ({ reference }) => reference },
  { name: 'item', value: ({ capture }) => capture.item },
  { name: 'file', value: ({ path }) => path },
  { name: 'sha256', value: ({ file }) => file.sha256 },
  { name: 'bytes', value: ({ file }) => file.bytes },
  { name: 'mediaType', value: ({ file }) => file.mediaType },
  { name: 'url', value: ({ capture }) => capture.url },
  { name: 'state', value: ({ capture }) => capture.state },
  { name: 'reasons', value: ({ capture }) => capture.reasons.join(';') },
  { name: 'policy', value: ({ capture }) => capture.policy },
  { name: 'httpStatus', value: ({ capture }) => capture.httpStatus },
  { name: 'startedAt', value: ({ capture }) => capture.startedAt },
  { name: 'endedAt', value: ({ capture }) => capture.endedAt },
  { name: 'madeWith', value: ({ capture }) => capture.madeWith },
];

/** One row per file of evidence; only the header where none goes along. */
export function evidenceCsv(dossier: Pick<Dossier, 'notices'>): string {
  return csvTable(EVIDENCE, evidenceRows(dossier));
}
