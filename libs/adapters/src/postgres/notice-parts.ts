import type { EntityManager } from 'typeorm';
import type { TimeAllowed } from '#domain/statistics/time-allowed.js';
import { ContentItem } from '#domain/notice/content-item.js';
import type { Notice } from '#domain/notice/notice.js';
import type { Spell } from '#domain/statistics/spells.js';
import type { Parts } from './shelf.js';

/** A notice's items and the spells of its follow-up, saved with every change of it. */
export function noticeParts(timeAllowed: () => Promise<TimeAllowed>): Parts<Notice> {
  return {
    async load(tx, notice) {
      const items = await tx.find(ContentItem, { where: { noticeId: notice.id }, order: { position: 'ASC' } });
      Object.assign(notice, { _items: items });
    },
    async save(tx, notice) {
      await saveItems(tx, notice);
      if (notice.moments.sentAt !== null) await saveSpells(tx, notice, await timeAllowed());
    },
  };
}

async function saveItems(tx: EntityManager, notice: Notice): Promise<void> {
  const ids = notice.items.map((item) => item.id);
  await tx.query('delete from content_items where notice_id = $1 and not (id = any($2))', [notice.id, ids]);
  if (ids.length === 0) return;
  // Positions move when an item is taken out; taking them out of the way first keeps them unique at every step.
  await tx.query('update content_items set position = position + 1000000 where notice_id = $1', [notice.id]);
  await tx.upsert(ContentItem, notice.items as never, { conflictPaths: ['id'] });
}

async function saveSpells(tx: EntityManager, notice: Notice, timeAllowed: TimeAllowed): Promise<void> {
  const spells = notice.followUp(timeAllowed);
  if (spells === null) return;
  const rows = [
    ...spells.notice.map((spell) => row(null, spell)),
    ...spells.items.flatMap((item) => item.spells.map((spell) => row(item.itemId, spell))),
  ];
  await tx.query('delete from follow_up_spells where notice_id = $1', [notice.id]);
  await tx.query(
    `insert into follow_up_spells (notice_id, item_id, class, code, partly, valid_from, valid_until)
     select $1, s.item_id, s.class, s.code, s.partly, coalesce(s.valid_from, '-infinity'), coalesce(s.valid_until, 'infinity')
     from jsonb_to_recordset($2::jsonb) as s(item_id uuid, class text, code text, partly boolean,
                                             valid_from timestamptz, valid_until timestamptz)`,
    [notice.id, JSON.stringify(rows)],
  );
}

const row = (itemId: string | null, spell: Spell) => ({
  item_id: itemId,
  class: spell.class,
  code: spell.code,
  partly: spell.partly,
  valid_from: spell.from,
  valid_until: spell.until,
});
