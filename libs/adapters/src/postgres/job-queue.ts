import { type ConstructorOptions, PgBoss } from 'pg-boss';
import type { EntityManager } from 'typeorm';
import { REACTION_NAMES, type ReactionName } from '#application/reactions.js';
import type { DueReaction, ReactionJob } from './event-log.js';

type BossDatabase = NonNullable<ConstructorOptions['db']>;

/** Reactions that only wake somebody: the delivery row is the truth, so such a job is never tried again (design.md §4). */
const WITHOUT_RETRY: readonly ReactionName[] = ['wake-sender'];

/** A form is asked for its page twice at most: whoever wants to see it again asks for it. */
const TRIED_ONCE_MORE: readonly ReactionName[] = ['capture-form'];

/** The job engine on the same PostgreSQL (pg-boss): a commit queues, a rollback does not. */
export class JobQueue {
  private constructor(private readonly boss: PgBoss) {}

  /** `works` is true in the worker, which also tidies the queue; `onTrouble` hears of a lost connection. */
  static async open(
    url: string,
    works: boolean,
    onTrouble: (error: Error) => void = () => undefined,
  ): Promise<JobQueue> {
    const boss = new PgBoss({
      connectionString: url,
      schema: 'jobs',
      application_name: 'seinpost',
      max: works ? 6 : 2,
      supervise: works,
      schedule: false,
      migrate: false,
      createSchema: false,
      reindex: false, // only the tables' owner may, and no process of the desk is
      useListenNotify: works,
    });
    boss.on('error', onTrouble);
    await boss.start();
    return new JobQueue(boss);
  }

  /** Makes the engine's tables and a queue for each reaction; part of `seinpost migrate`. */
  static async install(url: string): Promise<void> {
    const boss = new PgBoss({ connectionString: url, schema: 'jobs', supervise: false, schedule: false, max: 1 });
    boss.on('error', () => undefined);
    await boss.start();
    for (const name of REACTION_NAMES) {
      await boss.createQueue(name, { ...triesOf(name), expireInSeconds: 600, notify: true });
    }
    await boss.stop({ graceful: false });
  }

  /** Queues jobs within the transaction of `tx`. */
  async add(tx: EntityManager, due: readonly DueReaction[]): Promise<void> {
    for (const name of new Set(due.map((job) => job.reaction))) {
      const jobs = due.filter((job) => job.reaction === name);
      const rows = jobs.map(({ id, eventId, startAfterSeconds }) => ({
        id,
        data: { eventId } satisfies ReactionJob,
        ...(startAfterSeconds > 0 ? { startAfter: startAfterSeconds } : {}),
      }));
      await this.boss.insert(name, rows, { db: within(tx) });
    }
  }

  /** Runs a reaction's jobs as they come; a job that throws is tried again as its queue says. */
  async work(name: ReactionName, run: (job: ReactionJob) => Promise<void>): Promise<void> {
    const options = {
      batchSize: 10,
      burstWhenBatchFull: true,
      pollingIntervalSeconds: 2,
      perJobResults: true,
    } as const;
    await this.boss.work<ReactionJob>(name, options, async (jobs) => {
      const results = [];
      for (const job of jobs) results.push(await outcomeOf(job.id, () => run(job.data)));
      return results;
    });
  }

  /** Takes no more jobs, and ends with those under way; jobs can still be queued. */
  async letGo(): Promise<void> {
    await Promise.all(REACTION_NAMES.map((name) => this.boss.offWork(name)));
  }

  async close(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 15_000 });
  }
}

function triesOf(name: ReactionName) {
  if (WITHOUT_RETRY.includes(name)) return { retryLimit: 0 };
  return { retryLimit: TRIED_ONCE_MORE.includes(name) ? 1 : 5, retryDelay: 5, retryBackoff: true };
}

async function outcomeOf(id: string, run: () => Promise<void>) {
  try {
    await run();
    return { id, status: 'completed' as const };
  } catch (error) {
    return { id, status: 'failed' as const, output: { message: error instanceof Error ? error.name : 'unknown' } };
  }
}

/** pg-boss on a TypeORM transaction; without the structured result an UPDATE answers `[rows, count]`. */
const within = (tx: EntityManager): BossDatabase => ({
  executeSql: async (text, values) => {
    const result = await tx.queryRunner!.query(text, values, true);
    return { rows: (result.records as unknown[] | undefined) ?? [] };
  },
});
