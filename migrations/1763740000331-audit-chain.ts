import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The event log becomes a chain: numbers without gaps, and in each entry the fingerprint of the one before, so that a
 * change, a removal, an insertion or another order shows (docs/security/audit-log.md). Entries come in through
 * `append_events` alone, one transaction at a time. Safe for rows that exist: they keep their order and what they say,
 * are numbered anew without the gaps of rolled-back transactions, and are chained here; nothing else keeps their numbers.
 */
export class AuditChain1763740000331 implements MigrationInterface {
  name = 'AuditChain1763740000331';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of [COLUMNS, ENTRY_TEXT, CHAIN_EXISTING, STRICT, APPEND, RIGHTS]) {
      await db.query(statement);
    }
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('The event log is never taken away: restore a backup instead.'));
  }
}

/** The lock of whoever appends; any number, but one for all. */
const LOCK = 0x5345494e;

const COLUMNS = `
  alter table event_log alter column seq drop identity, add column prev_hash bytea, add column hash bytea`;

/**
 * What is hashed of an entry: a JSON array, in which no value can pass for two. The moment is in seconds since 1970 with
 * six decimals: no zone and no era that could be read two ways.
 */
const ENTRY_TEXT = `
  create function event_entry_text(seq bigint, id uuid, kind text, subject text, subject_id text, facts jsonb,
                                   actor_kind text, actor text, session_id text, at timestamptz)
  returns text language sql immutable parallel safe
  return json_build_array('seinpost-event-1', seq, id, kind, subject, subject_id, facts, actor_kind, actor, session_id,
                          extract(epoch from at)::text)::text`;

/** Oldest first, each gets a number that is free by then: never higher than the one it had. */
const CHAIN_EXISTING = `
  alter table event_log disable trigger event_log_kept;
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
  end $$;
  alter table event_log enable always trigger event_log_kept`;

const STRICT = `
  alter table event_log alter column at drop default,
    alter column prev_hash set not null, alter column hash set not null,
    add constraint event_log_seq_counts check (seq > 0),
    add constraint event_log_prev_hash_is_sha256 check (octet_length(prev_hash) = 32),
    add constraint event_log_hash_is_sha256 check (octet_length(hash) = 32)`;

/**
 * Called last in a transaction, for everybody else waits from here to its end. An entry that a trigger swallowed is an
 * error: what is not recorded must not happen.
 */
const APPEND = `
  create function append_events(events jsonb, by_kind text, by_whom text, by_session text)
  returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    entry text;
    head bigint;
    head_hash bytea;
    own bytea;
    hashes bytea[] := '{}';
    moment timestamptz;
    recorded bigint;
  begin
    perform pg_advisory_xact_lock(${LOCK});
    select e.seq, e.hash into head, head_hash from event_log e order by e.seq desc limit 1;
    head := coalesce(head, 0);
    head_hash := coalesce(head_hash, decode(repeat('00', 32), 'hex'));
    own := head_hash;
    moment := clock_timestamp();
    for entry in
      select event_entry_text(head + e.n, e.id, e.kind, e.subject, e.subject_id, e.facts, by_kind, by_whom, by_session, moment)
      from rows from (jsonb_to_recordset(events) as (id uuid, kind text, subject text, subject_id text, facts jsonb))
           with ordinality as e(id, kind, subject, subject_id, facts, n)
      order by e.n
    loop
      own := sha256(own || convert_to(entry, 'UTF8'));
      hashes := hashes || own;
    end loop;
    insert into event_log (seq, id, kind, subject, subject_id, facts, actor_kind, actor, session_id, at, prev_hash, hash)
    select head + e.n, e.id, e.kind, e.subject, e.subject_id, e.facts, by_kind, by_whom, by_session, moment,
           lag(e.hash, 1, head_hash) over (order by e.n), e.hash
    from rows from (jsonb_to_recordset(events) as (id uuid, kind text, subject text, subject_id text, facts jsonb),
                    unnest(hashes)) with ordinality as e(id, kind, subject, subject_id, facts, hash, n)
    order by e.n;
    get diagnostics recorded = row_count;
    if recorded <> jsonb_array_length(events) then
      raise exception 'only % of % events were recorded', recorded, jsonb_array_length(events)
        using errcode = 'restrict_violation';
    end if;
  end $$`;

const RIGHTS = `
  revoke all on function append_events(jsonb, text, text, text) from public`;
