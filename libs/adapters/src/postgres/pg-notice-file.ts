import type { DataSource } from 'typeorm';
import {
  NoticeFile,
  type AttachmentEntry,
  type CaptureEntry,
  type EvidenceEntry,
  type RelatedNotice,
  type WholeNotice,
} from '#application/notice/notice-file.js';
import { ContentItem } from '#domain/notice/content-item.js';
import { Delivery } from '#domain/correspondence/delivery.js';
import type { Letter } from '#domain/correspondence/letter.js';
import { Message } from '#domain/correspondence/message.js';
import { Notice } from '#domain/notice/notice.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { isUuid } from './is-uuid.js';
import { PgLetters } from './pg-letters.js';

const EVIDENCE = `e.id, e.name, e.kind, e.media_type as "mediaType", e.size::float8 as size, e.digest`;

/** All that belongs to a notice, from PostgreSQL. */
export class PgNoticeFile extends NoticeFile {
  constructor(private readonly db: DataSource) {
    super();
  }

  async whole(noticeId: string): Promise<WholeNotice> {
    const { manager } = this.db;
    const notice = isUuid(noticeId) ? await manager.findOneBy(Notice, { id: noticeId }) : null;
    if (!notice) throw new RuleViolation('notice.not-found', { id: noticeId });
    const items = await manager.find(ContentItem, { where: { noticeId }, order: { position: 'ASC' } });
    Object.assign(notice, { _items: items });
    const deliveries = await manager.find(Delivery, { where: { noticeId }, order: { createdAt: 'ASC' } });
    const messages = await manager.find(Message, {
      where: { _noticeId: noticeId } as never,
      order: { receivedAt: 'ASC' },
    });
    const attachments = await this.attachments(noticeId);
    const related = await this.related(noticeId);
    return { notice, deliveries, messages, attachments, related, ...(await this.captures(noticeId)) };
  }

  async letter(digest: string): Promise<Letter | null> {
    if (!/^[0-9a-f]{64}$/.test(digest)) return null;
    return new PgLetters(this.db.manager).find(digest);
  }

  async evidence(evidenceId: string): Promise<(EvidenceEntry & { noticeId: string }) | null> {
    if (!isUuid(evidenceId)) return null;
    const rows: (EvidenceEntry & { noticeId: string })[] = await this.db.query(
      `select ${EVIDENCE}, coalesce(e.notice_id, c.notice_id) as "noticeId"
       from evidence_items e left join captures c on c.id = e.capture_id where e.id = $1`,
      [evidenceId],
    );
    return rows[0] ?? null;
  }

  private related(noticeId: string): Promise<RelatedNotice[]> {
    return this.db.query(
      `select o.id, o.reference, o.status, n.answers #>> '{arose,as}' as "as", 'origin' as "is", o.created_at
       from notices n join notices o on o.id = (n.answers #>> '{arose,from}')::uuid where n.id = $1
       union all
       select n.id, n.reference, n.status, n.answers #>> '{arose,as}', 'offspring', n.created_at
       from notices n where n.answers ? 'arose' and (n.answers #>> '{arose,from}')::uuid = $1
       order by "is" desc, created_at, reference`,
      [noticeId],
    );
  }

  private attachments(noticeId: string): Promise<AttachmentEntry[]> {
    return this.db.query(
      `select ${EVIDENCE}, s.by, s.at from evidence_items e
       join lateral (select c.by, c.at from custody_entries c where c.evidence_id = e.id order by c.seq limit 1) s on true
       where e.notice_id = $1
         and not exists (select from custody_entries r where r.evidence_id = e.id and r.action = 'removed')
       order by s.at, e.id`,
      [noticeId],
    );
  }

  private async captures(noticeId: string): Promise<Pick<WholeNotice, 'captures' | 'capturesAsked'>> {
    const captures: CaptureEntry[] = await this.db.query(
      `select c.id, c.item_id as "itemId", c.url, c.policy, c.state, c.reasons, c.http_status as "httpStatus",
              c.final_url as "finalUrl", c.started_at as "startedAt", c.ended_at as "endedAt",
              coalesce((select max(e.provenance ->> 'madeWith') from evidence_items e where e.capture_id = c.id), '') as "madeWith", c.manifest_sha256 as "manifestSha256",
              coalesce((select jsonb_agg(to_jsonb(e) order by e.name) from (
                 select ${EVIDENCE} from evidence_items e where e.capture_id = c.id) e), '[]') as evidence
       from captures c
       where (c.notice_id = $1 and c.defect_id is null
              and not exists (select from content_items i where i.id = c.item_id and i.notice_id <> $1))
          or c.item_id in (select i.id from content_items i where i.notice_id = $1)
       order by c.started_at, c.id`,
      [noticeId],
    );
    const asked: { itemId: string }[] = await this.db.query(
      `select e.facts ->> 'itemId' as "itemId" from event_log e
       where e.subject = 'notice' and e.subject_id = $1::text and e.kind = 'capture-requested'
         and not exists (select from captures c where c.id = e.id)`,
      [noticeId],
    );
    return { captures, capturesAsked: asked.map((row) => row.itemId) };
  }
}
