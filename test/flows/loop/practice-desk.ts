import type { NestExpressApplication } from '@nestjs/platform-express';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#adapters/postgres/embedded/connection.js';
import { freshDatabase } from '#test/setup/fresh-database.js';
import { deskFacts, practiceAccounts } from '#test/visits/desk-visit.js';
import { startPracticePlatform, type PracticePlatform } from '../../../apps/practice/src/platform.js';
import { deskApp } from '../../../apps/web/src/desk-app.js';
import { WorkerProcess } from '../sending/worker-process.js';

/** A whole practice desk: pages, worker and practice platform, on a database and ports of its own. */
export class PracticeDesk {
  private constructor(
    readonly address: string,
    readonly platform: PracticePlatform,
    readonly app: NestExpressApplication,
    private readonly worker: WorkerProcess,
    private readonly folders: readonly string[],
  ) {}

  /** The practice platform answers with a receipt at once, and decides only when it is told to. */
  static async open(): Promise<PracticeDesk> {
    const databaseUrl = await freshDatabase();
    const [mailPort, stateFolder] = [await freePort(), await mkdtemp(join(tmpdir(), 'seinpost-practice-'))];
    const platform = await startPracticePlatform({
      ...{ port: 0, smtpPort: 0, stateFolder, deskMail: { host: '127.0.0.1', port: mailPort } },
      delays: { receiptSeconds: 0.1, decisionSeconds: 3600 },
    });
    await practiceAccounts(databaseUrl, { recallSeconds: 1 }, new URL(platform.address).host);
    const facts = deskFacts(databaseUrl);
    const worker = await WorkerProcess.start(databaseUrl, {
      SEINPOST_VAR: facts.var,
      SEINPOST_MAIL_PORT: String(mailPort),
      SEINPOST_PRACTICE_MAIL_PORT: String(platform.smtpPort),
      SEINPOST_CAPTURE_ALLOW: new URL(platform.address).host,
      ...(facts.chromium ? { SEINPOST_CHROMIUM: facts.chromium } : {}),
    });
    const app = await deskApp(facts);
    await app.listen(0, '127.0.0.1');
    const address = (await app.getUrl()).replace('127.0.0.1', 'localhost');
    return new PracticeDesk(address, platform, app, worker, [facts.var, stateFolder]);
  }

  /** What the worker said, for a test that failed. */
  get said(): string {
    return this.worker.lines.join('');
  }

  async close(): Promise<void> {
    await this.platform.close();
    await this.worker.end();
    await this.app.close();
    for (const folder of this.folders) await rm(folder, { recursive: true, force: true });
  }
}
