import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import { SystemState } from '#application/access/system-state.js';
import type { Pile, SystemFacts } from '#domain/access/system-state.js';
import { serverVersion } from '../postgres/database-facts.js';
import { pendingMigrations } from '../postgres/migrate.js';
import { projectPath } from '../settings/project.js';

/** One look at everything that piles up; the clock is asked for first, so that it says when the question arrived. */
const LOOK = `
  select clock_timestamp() as now, pg_database_size(current_database())::float8 as bytes,
         (select max(received_at) from messages) as "lastMailAt",
         (select max(at) from audit_anchors) as "lastAnchorAt",
         (select count(*)::int from messages where state = 'quarantined' and handled_at is null) as unreadable`;

const PILES = `
  select 'mails' as name, count(*)::int as count, min(received_at) as oldest from messages where state = 'kept'
  union all select 'waiting', count(*)::int, min(created_at) from deliveries where state in ('queued', 'deferred')
  union all select 'unknown', count(*)::int, min(created_at) from deliveries where state = 'unknown'`;

/** Jobs that may run by now; pg-boss calls those before it hands them out "created" or "retry". */
const JOBS = `
  select name, count(*)::int as count, min(start_after) as oldest from jobs.job
   where state in ('created', 'retry') and start_after <= now() group by name order by name`;

const VERIFIED = `
  select at, (facts ->> 'ok')::boolean as ok from event_log
   where subject = 'audit' and subject_id = 'chain' and kind = 'audit-verified' order by seq desc limit 1`;

type NamedPile = Pile & { readonly name: string };
interface Look {
  readonly now: Date;
  readonly bytes: number;
  readonly lastMailAt: Date | null;
  readonly lastAnchorAt: Date | null;
  readonly unreadable: number;
}

/** The state of this machine's folder and of the database. */
export class MeasuredSystemState extends SystemState {
  constructor(
    private readonly db: DataSource,
    private readonly folder: string,
  ) {
    super();
  }

  async facts(): Promise<SystemFacts> {
    const asked = Date.now();
    const [look] = (await this.db.query(LOOK)) as [Look];
    const between = (asked + Date.now()) / 2;
    const piles: NamedPile[] = await this.db.query(PILES);
    const pile = (wanted: string): Pile => piles.find(({ name }) => name === wanted)!;
    const verified: { at: Date; ok: boolean }[] = await this.db.query(VERIFIED);
    return {
      ...{ now: look.now, clockOffset: between - look.now.getTime(), version: ownVersion() },
      ...{ databaseVersion: await serverVersion(this.db), databaseBytes: look.bytes, ...(await this.disk()) },
      ...{ pendingMigrations: (await pendingMigrations(this.db)).length, jobs: await this.jobs() },
      ...{ lastMailAt: look.lastMailAt, mailsToRead: pile('mails'), mailsUnreadable: look.unreadable },
      ...{ deliveriesWaiting: pile('waiting'), deliveriesUnknown: pile('unknown') },
      ...{ lastVerification: verified[0] ?? null, lastAnchorAt: look.lastAnchorAt },
    };
  }

  private jobs(): Promise<NamedPile[]> {
    return this.db.query(JOBS);
  }

  private async disk(): Promise<{ diskFree: number; diskSize: number }> {
    const { bavail, blocks, bsize } = await statfs(this.folder);
    return { diskFree: bavail * bsize, diskSize: blocks * bsize };
  }
}

const ownVersion = (): string =>
  (JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as { version: string }).version;
