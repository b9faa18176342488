import type { EntityManager } from 'typeorm';
import type { CaptureOf, Happened, KeptEvidence } from '#application/books.js';
import type { Capture } from '#domain/evidence/capture.js';
import { EvidenceItem, type CustodyEntry, type EvidenceFacts } from '#domain/evidence/evidence-item.js';
import type { FormCapture } from '#domain/evidence/form-capture.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { FORM_CAPTURE, FORM_CAPTURE_OF, formCaptureIn, type FormCaptureColumns } from './form-captures.js';

const KEPT = `select e.id, e.digest, e.kind, e.size::float8 as size, e.media_type as "mediaType", e.name, e.provenance,
    clock_timestamp() as now,
    (select coalesce(jsonb_agg(jsonb_build_object('at', c.at, 'by', c.by, 'action', c.action, 'reason', c.reason)
                               order by c.seq), '[]')
       from custody_entries c where c.evidence_id = e.id) as custody
  from evidence_items e`;
const NOT_REMOVED = `not exists (select from custody_entries r where r.evidence_id = e.id and r.action = 'removed')`;

type Row = EvidenceFacts & { readonly custody: CustodyEntry[]; readonly now: Date };

/** Captures and what was stored of them; the tables refuse change. */
export class PgKeptEvidence implements KeptEvidence {
  constructor(
    private readonly tx: EntityManager,
    private readonly happened: (events: Happened) => void,
  ) {}

  async has(captureId: string): Promise<boolean> {
    const found: unknown[] = await this.tx.query('select from captures where id = $1', [captureId]);
    return found.length > 0;
  }

  async add(capture: Capture, of: CaptureOf, items: readonly EvidenceItem[]): Promise<boolean> {
    const kept: unknown[] = await this.tx.query(
      `insert into captures (id, notice_id, item_id, url, grounds, policy, state, reasons, http_status, final_url,
                             started_at, ended_at, manifest_sha256, artefacts, defect_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict (id) do nothing returning id`,
      [
        ...[
          capture.id,
          of.noticeId,
          'itemId' in of ? of.itemId : null,
          capture.url,
          JSON.stringify(capture.grounds),
          capture.policy,
        ],
        ...[capture.state, JSON.stringify(capture.reasons), capture.httpStatus, capture.finalUrl, capture.startedAt],
        ...[capture.endedAt, capture.manifestSha256, JSON.stringify(capture.artefacts)],
        'defectId' in of ? of.defectId : null,
      ],
    );
    if (kept.length === 0) return false;
    for (const item of items) await this.addItem({ captureId: capture.id, noticeId: null }, item);
    const facts = { ...of, state: capture.state };
    this.happened({ kind: 'capture-made', subject: 'capture', subjectId: capture.id, facts });
    return true;
  }

  async ofForm(defectId: string): Promise<FormCapture | null> {
    const rows: FormCaptureColumns[] = await this.tx.query(
      `select ${FORM_CAPTURE} from channel_defects d ${FORM_CAPTURE_OF} where d.id = $1`,
      [defectId],
    );
    return rows[0] ? formCaptureIn(rows[0]) : null;
  }

  attach(noticeId: string, item: EvidenceItem): Promise<void> {
    return this.addItem({ captureId: null, noticeId }, item);
  }

  async attached(noticeId: string): Promise<readonly EvidenceItem[]> {
    await this.tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`attached ${noticeId}`]);
    const rows: Row[] = await this.tx.query(`${KEPT} where e.notice_id = $1 and ${NOT_REMOVED} order by e.id`, [
      noticeId,
    ]);
    return rows.map(itemOf);
  }

  private async addItem(of: { captureId: string | null; noticeId: string | null }, item: EvidenceItem): Promise<void> {
    await this.tx.query(
      `insert into evidence_items (id, capture_id, notice_id, digest, kind, size, media_type, name, provenance)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        item.id,
        of.captureId,
        of.noticeId,
        item.digest,
        item.kind,
        item.size,
        item.mediaType,
        item.name,
        JSON.stringify(item.provenance),
      ],
    );
    for (const entry of item.custody) await this.addEntry(item.id, entry);
  }

  /** The table only grows, so there is no row to lock: a lock by the thing's id keeps its entries in the order of time. */
  async touch(evidenceId: string, verb: (item: EvidenceItem, at: Date) => CustodyEntry): Promise<void> {
    await this.tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`custody ${evidenceId}`]);
    const rows: Row[] = await this.tx.query(`${KEPT} where e.id = $1`, [evidenceId]);
    if (!rows[0]) throw new RuleViolation('evidence.not-found', { id: evidenceId });
    await this.addEntry(evidenceId, verb(itemOf(rows[0]), rows[0].now));
  }

  private async addEntry(evidenceId: string, { at, by, action, reason }: CustodyEntry): Promise<void> {
    await this.tx.query(
      'insert into custody_entries (evidence_id, at, by, action, reason) values ($1, $2, $3, $4, $5)',
      [evidenceId, at, by, action, reason],
    );
  }
}

function itemOf({ custody, now: _now, ...facts }: Row): EvidenceItem {
  return EvidenceItem.kept(
    facts,
    custody.map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() })),
  );
}
