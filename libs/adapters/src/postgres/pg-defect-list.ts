import type { DataSource } from 'typeorm';
import {
  DefectList,
  type CapturedFile,
  type DefectRow,
  type OpenDefect,
  type ReceiptCount,
} from '#application/provider/defect-list.js';
import type { CaseReach } from '#domain/access/reach.js';
import { FORM_CAPTURE, FORM_CAPTURE_OF, formCaptureIn, type FormCaptureColumns } from './form-captures.js';
import { bindTo, NOTICE_LINE, withinReach } from './within-reach.js';

type Row = Omit<DefectRow, 'capture'> & FormCaptureColumns & { readonly files: readonly CapturedFile[] | null };

/** Defects and receipts from PostgreSQL; a defect is about the platform, the notice behind it only for who may know it. */
export class PgDefectList extends DefectList {
  constructor(private readonly db: DataSource) {
    super();
  }

  async all(reach: CaseReach, platform?: string): Promise<readonly DefectRow[]> {
    const parameters: unknown[] = [platform ?? null];
    const within = withinReach(reach, bindTo(parameters), { line: NOTICE_LINE });
    const rows: Row[] = await this.db.query(
      `select d.id, d.platform_code as "platformCode", p.name as "platformName", d.channel, d.address, d.kind,
              case when ${within} then d.note else '' end as note,
              d.seen_on::text as "seenOn", d.resolved_on::text as "resolvedOn",
              d.picture_digest is not null as "hasPicture",
              case when ${within} then n.id end as "noticeId", case when ${within} then n.reference end as "noticeReference",
              ${FORM_CAPTURE},
              case when ${within} then (
                select jsonb_agg(jsonb_build_object('id', e.id, 'name', e.name) order by e.name)
                from evidence_items e where e.capture_id = x.id) end as files
       from channel_defects d join platforms p on p.code = d.platform_code join notices n on n.id = d.notice_id
         left join case_files c on c.id = n.case_id ${FORM_CAPTURE_OF}
       where $1::text is null or d.platform_code = $1
       order by d.resolved_on is not null, d.recorded_at desc, d.id limit 500`,
      parameters,
    );
    return rows.map(defectIn);
  }

  open(platform: string): Promise<readonly OpenDefect[]> {
    return this.db.query(
      `select channel as kind, address, kind as defect, max(seen_on)::text as "seenOn" from channel_defects
       where platform_code = $1 and resolved_on is null group by 1, 2, 3 order by 4 desc, 3 limit 100`,
      [platform],
    );
  }

  receipts(reach: CaseReach): Promise<readonly ReceiptCount[]> {
    const parameters: unknown[] = [];
    const within = withinReach(reach, bindTo(parameters), { line: NOTICE_LINE });
    return this.db.query(
      `select p.name as "platformName", count(*)::int as "handedIn",
              count(*) filter (where (d.receipt ->> 'none')::boolean)::int as "withoutReceipt"
       from deliveries d join notices n on n.id = d.notice_id join platforms p on p.code = n.platform_code
         left join case_files c on c.id = n.case_id
       where d.format = 'form-sheet' and d.state = 'sent' and d.purpose = 'notice' and ${within}
       group by 1 order by 3 desc, 2 desc, 1`,
      parameters,
    );
  }
}

function defectIn(row: Row): DefectRow {
  const { captureState, captureReasons, captureDigest, captureAskedAt, now, files, ...defect } = row;
  const capture = formCaptureIn({ captureState, captureReasons, captureDigest, captureAskedAt, now });
  return { ...defect, capture: capture && { ...capture, files: capture.digest === null ? [] : (files ?? []) } };
}
