import type { EntityManager } from 'typeorm';
import type { TimeAllowed } from '#domain/statistics/time-allowed.js';
import { ContentItem } from '#domain/notice/content-item.js';
import type { Notice } from '#domain/notice/notice.js';
import { followUpOf, type Spell } from '#domain/statistics/spells.js';
import type { Parts } from './shelf.js';

/** A notice's items and the spells of its follow-up, saved with every change of it. */
export function noticeParts(timeAllowed: () => Promise<TimeAllowed>): Parts<Notice> {
  return {
    async load(tx, notice) {
      const items = await tx.find(ContentItem, { where: { noticeId: notice.id }, order: { position: 'ASC' } });
      Object.assign(notice, { _items: items });
    },
    async add(tx, notices) {
      await insertItems(
        tx,
        notices.flatMap((notice) => notice.items),
      );
      await insertSpells(tx, notices, await timeAllowed());
    },
    async save(tx, notice) {
      await saveItems(tx, notice);
      await tx.query('delete from follow_up_spells where notice_id = $1', [notice.id]);
      await insertSpells(tx, [notice], await timeAllowed());
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

/** In slices, because a statement takes 65,535 values at most. */
async function insertItems(tx: EntityManager, items: readonly ContentItem[]): Promise<void> {
  for (let at = 0; at < items.length; at += 1000) await tx.insert(ContentItem, items.slice(at, at + 1000) as never);
}

async function insertSpells(tx: EntityManager, notices: readonly Notice[], timeAllowed: TimeAllowed): Promise<void> {
  const rows = notices.flatMap((notice) => rowsOf(notice, timeAllowed));
  if (rows.length === 0) return;
  await tx.query(
    `insert into follow_up_spells (notice_id, item_id, class, code, partly, valid_from, valid_until)
     select s.notice_id, s.item_id, s.class, s.code, s.partly,
            coalesce(s.valid_from, '-infinity'), coalesce(s.valid_until, 'infinity')
     from jsonb_to_recordset($1::jsonb) as s(notice_id uuid, item_id uuid, class text, code text, partly boolean,
                                             valid_from timestamptz, valid_until timestamptz)`,
    [JSON.stringify(rows)],
  );
}

/** The spells of a notice and its items as rows; none while it has not been sent. */
function rowsOf(notice: Notice, timeAllowed: TimeAllowed) {
  const spells = followUpOf(notice, timeAllowed);
  if (spells === null) return [];
  const own = spells.notice.map((spell) => row(notice.id, null, spell));
  return [...own, ...spells.items.flatMap((item) => item.spells.map((spell) => row(notice.id, item.itemId, spell)))];
}

const row = (noticeId: string, itemId: string | null, spell: Spell) => ({
  notice_id: noticeId,
  item_id: itemId,
  class: spell.class,
  code: spell.code,
  partly: spell.partly,
  valid_from: spell.from,
  valid_until: spell.until,
});
