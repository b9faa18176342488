import type { DataSource } from 'typeorm';

/** Does to the log what the database refuses everybody, as its superuser can: triggers off, then back. */
export async function tamper(db: DataSource, deed: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query('alter table event_log disable trigger user');
    await tx.query(deed);
    await tx.query('alter table event_log enable always trigger event_log_kept');
  });
}

/** Numbers, links and hashes of all entries made anew, as one would who knows how the chain is made. */
export const REWRITE = `
  do $$
  declare
    entry event_log;
    n bigint := 0;
    before bytea := decode(repeat('00', 32), 'hex');
    own bytea;
  begin
    for entry in select * from event_log order by seq loop
      n := n + 1;
      own := sha256(before || convert_to(event_entry_text(n, entry.id, entry.kind, entry.subject, entry.subject_id,
        entry.facts, entry.actor_kind, entry.actor, entry.session_id, entry.at), 'UTF8'));
      update event_log set seq = n, prev_hash = before, hash = own where id = entry.id;
      before := own;
    end loop;
  end $$`;

const COLUMNS = 'kind, subject, subject_id, facts, actor_kind, actor, session_id, at';
const WITHOUT_KEY = 'alter table event_log drop constraint event_log_pkey;';
const ADDED = `insert into event_log (seq, id, ${COLUMNS}, prev_hash, hash) select 7, gen_random_uuid(), ${COLUMNS},`;

/** F74 on a log of twelve entries with anchors at the fifth and the tenth: what is done, which entry is named, and why. */
export const DEEDS: readonly { what: string; deed: string; seq: number; why: RegExp }[] = [
  {
    what: 'a changed fact',
    deed: `update event_log set facts = '{"seen": "gone"}' where seq = 7`,
    seq: 7,
    why: /changed/,
  },
  { what: 'a changed kind', deed: `update event_log set kind = 'item-seen' where seq = 7`, seq: 7, why: /changed/ },
  { what: 'another actor', deed: `update event_log set actor = 'somebody' where seq = 1`, seq: 1, why: /changed/ },
  {
    what: 'a moment changed by a microsecond',
    deed: `update event_log set at = at + interval '1 microsecond' where seq = 7`,
    ...{ seq: 7, why: /changed/ },
  },
  {
    what: 'a clock set back in one entry',
    deed: `update event_log set at = at - interval '1 day' where seq = 12`,
    ...{ seq: 12, why: /changed/ },
  },
  { what: 'a session put in', deed: `update event_log set session_id = '' where seq = 7`, seq: 7, why: /changed/ },
  {
    what: 'a hash changed with what it covers',
    deed: `update event_log set actor = 'x', hash = sha256('x') where seq = 7`,
    ...{ seq: 7, why: /changed/ },
  },
  { what: 'a removed entry', deed: 'delete from event_log where seq = 7', seq: 7, why: /missing/ },
  { what: 'a removed first entry', deed: 'delete from event_log where seq = 1', seq: 1, why: /missing/ },
  {
    what: 'a removed entry whose place was closed',
    deed: `${WITHOUT_KEY} delete from event_log where seq = 7; update event_log set seq = seq - 1 where seq > 7`,
    ...{ seq: 7, why: /not-following/ },
  },
  {
    what: 'an entry put in',
    deed: `${WITHOUT_KEY} update event_log set seq = seq + 1 where seq >= 7;
           ${ADDED} sha256('a'), sha256('b') from event_log where seq = 6`,
    ...{ seq: 7, why: /not-following/ },
  },
  {
    what: 'two entries in another order',
    deed: `${WITHOUT_KEY} update event_log set seq = 13 - seq where seq in (6, 7)`,
    ...{ seq: 6, why: /not-following/ },
  },
  {
    what: 'what two entries say exchanged',
    deed: `update event_log l set at = o.at, facts = '{}' from event_log o where l.seq in (6, 7) and o.seq = 13 - l.seq`,
    ...{ seq: 6, why: /changed/ },
  },
  {
    what: 'a number twice',
    deed: `${WITHOUT_KEY} ${ADDED} prev_hash, hash from event_log where seq = 7`,
    ...{ seq: 7, why: /repeated|changed/ },
  },
  { what: 'a tail cut off', deed: 'delete from event_log where seq > 8', seq: 9, why: /cut-off/ },
  {
    what: 'an entry removed and the rest made anew',
    deed: `delete from event_log where seq = 8; ${REWRITE}`,
    ...{ seq: 6, why: /rewritten/ },
  },
  {
    what: 'a fact changed and the whole chain made anew',
    deed: `update event_log set actor = 'x' where seq = 3; ${REWRITE}`,
    ...{ seq: 1, why: /rewritten/ },
  },
  { what: 'everything removed', deed: 'delete from event_log', seq: 1, why: /cut-off/ },
];
