import { NestFactory } from '@nestjs/core';
import { setTimeout as pause } from 'node:timers/promises';
import { demandSecrets } from '#adapters/desk/demand-secrets.js';
import { AnsweredPosts } from '#application/access/answered-posts.js';
import { KeepMail } from '#application/correspondence/keep-mail.js';
import { UnderstandLeftOver } from '#application/correspondence/understand-left-over.js';
import { AuditLoop } from './audit-loop.js';
import { Reactions } from './reactions.js';
import { say, sayTrouble } from './say.js';
import { SenderLoop } from './sender-loop.js';
import { WaysIn } from './ways-in.js';
import { WorkerModule, type WorkerSettings } from './worker.module.js';

/** Milliseconds that letters and jobs under way get to end by themselves; the process has eight seconds in all. */
const GRACE_MS = 4000;

/** How often it says that it is there. */
const HEARTBEAT_MS = 10 * 60_000;

/** How often it looks for kept mail whose job is gone, and for answers that nobody needs any more. */
const TIDY_MS = 5 * 60_000;

/** Everything that happens by itself, going on until `stop`. */
export async function startWorker(settings: WorkerSettings): Promise<{ stop(): Promise<void> }> {
  const logger = ['error', 'warn'] as ('error' | 'warn')[];
  const app = await NestFactory.createApplicationContext(WorkerModule.on(settings), { logger, abortOnError: false });
  await demandSecrets(app, settings.doubts);
  const [keep, sender, { sources }] = [app.get(KeepMail), app.get(SenderLoop), app.get(WaysIn)];
  for (const source of sources) await source.start(async (mail) => void (await keep.run([mail])));
  const reactions = app.get(Reactions);
  await reactions.start();
  sender.start();
  const audit = app.get(AuditLoop);
  audit.start();
  const tidy = setInterval(() => tidyUp(app.get(UnderstandLeftOver), app.get(AnsweredPosts)), TIDY_MS);
  const heartbeat = setInterval(() => say(`alive for ${Math.round(process.uptime() / 60)} minutes`), HEARTBEAT_MS);
  say(`mail intake on ${settings.mailHost}:${settings.mailPort}`);
  return {
    async stop() {
      clearInterval(heartbeat);
      clearInterval(tidy);
      const jobs = Promise.race([reactions.stop(), pause(GRACE_MS, undefined, { ref: false })]);
      await Promise.all([sender.stop(GRACE_MS), jobs, ...sources.map((source) => source.stop())]);
      await audit.stop();
      await app.close();
    },
  };
}

function tidyUp(leftOver: UnderstandLeftOver, posts: AnsweredPosts): void {
  leftOver.run(sayLeftOver).catch(sayLeftOver);
  posts.sweep().catch((trouble: unknown) => sayTrouble('answered-posts', trouble));
}

const sayLeftOver = (trouble: unknown): void => sayTrouble('understand-left-over', trouble);
