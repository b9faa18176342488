import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases, notices with their items, letters, deliveries and follow-up spells. New tables, so safe for what exists. */
export class Notices1763740000120 implements MigrationInterface {
  name = 'Notices1763740000120';

  async up(db: QueryRunner): Promise<void> {
    await db.query(CASES);
    await db.query(NOTICES);
    await db.query(LETTERS);
    await db.query(SPELLS);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('Notices are never taken away: restore a backup instead.'));
  }
}

const CASES = `
  create table case_files (
    id uuid primary key,
    reference text not null unique check (reference ~ '^Z-[0-9]{4}-[0-9]{5,}$'),
    content jsonb not null check (jsonb_typeof(content) = 'object'),
    status text not null check (status in ('open', 'closed')),
    opened_at timestamptz not null,
    closed_at timestamptz,
    version int not null check (version > 0),
    check ((status = 'closed') = (closed_at is not null))
  );
  create index case_files_newest on case_files (opened_at desc, id);
  create index case_files_open on case_files (opened_at desc, id) where status = 'open';`;

const NOTICES = `
  create table notices (
    id uuid primary key,
    reference text not null unique check (reference <> ''),
    case_id uuid references case_files,
    regime text not null check (regime in ('article-22', 'ordinary', 'voluntary', 'ntd')),
    origin text not null check (origin in ('desk', 'imported')),
    line text not null check (line in ('helpline', 'hotline', 'prevention-line')),
    version int not null check (version > 0),
    platform_code text references platforms,
    channel text check (channel in ('email', 'web-form', 'portal', 'api')),
    language text not null check (language ~ '^[a-z]{2}$'),
    measure text not null check (measure in ('none', 'remove', 'de-index', 'restrict', 'account', 'preserve')),
    manipulated text not null check (manipulated in ('none', 'edited', 'ai-generated', 'unknown')),
    category text check (category ~ '^STATEMENT_CATEGORY_[A-Z_]+$'),
    grounds jsonb not null check (jsonb_typeof(grounds) = 'array'),
    submitter_name text not null,
    submitter_email text not null,
    bona_fide jsonb check (jsonb_typeof(bona_fide) = 'object'),
    status text not null check (status in ('draft', 'ready', 'approved', 'submitted', 'sent', 'acknowledged', 'decided',
                                           'closed', 'withdrawn')),
    created_at timestamptz not null,
    submitted_at timestamptz,
    sent_at timestamptz,
    acknowledged_at timestamptz,
    decided_at timestamptz,
    withdrawn_at timestamptz,
    closed_at timestamptz,
    check (origin = 'imported' or case_id is not null),
    check (status in ('draft', 'ready', 'approved', 'submitted', 'withdrawn') or sent_at is not null),
    check (status in ('draft', 'ready', 'approved', 'withdrawn') or platform_code is not null),
    check (origin = 'imported' or sent_at is null or bona_fide is not null),
    check ((status = 'withdrawn') = (withdrawn_at is not null))
  );
  create index notices_newest on notices (created_at desc, id);
  create index notices_by_case on notices (case_id, created_at desc);
  create index notices_by_status on notices (status, created_at desc);
  create index notices_sent on notices (sent_at, regime) where sent_at is not null;
  create index notices_by_platform on notices (platform_code, sent_at);
  create table content_items (
    id uuid primary key,
    notice_id uuid not null references notices on delete cascade,
    position int not null check (position > 0),
    url text not null check (url ~* '^https?://'),
    canonical_url text not null check (canonical_url <> ''),
    content_type text not null check (content_type in ('post', 'image', 'video', 'story', 'profile', 'group', 'comment',
                                                       'search-result', 'other')),
    locator text not null,
    outcomes jsonb not null check (jsonb_typeof(outcomes) = 'array'),
    observations jsonb not null check (jsonb_typeof(observations) = 'array'),
    first_decided_at timestamptz,
    unique (notice_id, position)
  );
  create index content_items_by_address on content_items using hash (canonical_url);`;

const LETTERS = `
  create table letters (
    digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
    notice_id uuid not null references notices,
    purpose text not null check (purpose in ('notice', 'withdrawal')),
    notice_version int not null check (notice_version > 0),
    bytes bytea not null check (length(bytes) > 0),
    message_id text not null unique check (message_id ~ '^<[^<>@ ]+@[^<>@ ]+>$'),
    reply_token text not null unique check (reply_token ~ '^[0-9a-f]{32}$'),
    sender text not null check (sender ~ '^[^@ ]+@[^@ ]+$'),
    recipient text not null check (recipient ~ '^[^@ ]+@[^@ ]+$'),
    subject text not null,
    text text not null,
    rendered_at timestamptz not null
  );
  create index letters_by_notice on letters (notice_id, rendered_at desc);
  create trigger letters_kept before update or delete or truncate on letters
    for each statement execute function refuse_change();
  create table deliveries (
    id uuid primary key,
    notice_id uuid not null references notices,
    purpose text not null check (purpose in ('notice', 'withdrawal')),
    letter_digest text not null unique references letters,
    message_id text not null,
    reply_token text not null,
    sender text not null,
    recipient text not null,
    created_at timestamptz not null,
    version int not null check (version > 0),
    state text not null check (state in ('queued', 'sending', 'sent', 'deferred', 'failed', 'unknown', 'called-back')),
    stage text not null check (stage in ('none', 'connected', 'recipient-accepted', 'body-offered')),
    attempts int not null check (attempts >= 0),
    fence int not null check (fence >= 0),
    leased_until timestamptz,
    next_try_at timestamptz,
    server_answer text not null,
    finished_at timestamptz,
    check ((state = 'sending') = (leased_until is not null)),
    check ((state in ('queued', 'deferred')) = (next_try_at is not null)),
    check ((state in ('sent', 'failed', 'unknown', 'called-back')) = (finished_at is not null))
  );
  create index deliveries_by_notice on deliveries (notice_id, created_at desc);
  create unique index deliveries_one_at_a_time on deliveries (notice_id, purpose)
    where state in ('queued', 'sending', 'deferred', 'unknown', 'sent');
  create index deliveries_due on deliveries (next_try_at) where state in ('queued', 'deferred');
  create index deliveries_leased on deliveries (leased_until) where state = 'sending';
  create index deliveries_by_message_id on deliveries (message_id);
  create index deliveries_by_token on deliveries (reply_token);`;

const SPELLS = `
  create table follow_up_spells (
    notice_id uuid not null references notices on delete cascade,
    item_id uuid references content_items on delete cascade,
    class text not null check (class in ('action-taken', 'no-action', 'not-found', 'rejected', 'no-response', 'pending')),
    code text check (code in ('removed', 'removed-geo', 'delisted', 'restricted', 'account-action', 'other-action',
                              'no-violation', 'not-found', 'already-removed', 'not-entitled', 'wrong-channel',
                              'out-of-scope', 'insufficient')),
    partly boolean not null,
    valid_from timestamptz not null,
    valid_until timestamptz not null,
    check (valid_from < valid_until),
    check ((code is null) = (class in ('pending', 'no-response'))),
    check (item_id is null or not partly)
  );
  create index follow_up_spells_of_notices on follow_up_spells (notice_id, valid_from) where item_id is null;
  create index follow_up_spells_of_items on follow_up_spells (notice_id, item_id, valid_from) where item_id is not null;`;
