import { NestFactory } from '@nestjs/core';
import { demandKey } from '#adapters/desk/demand-key.js';
import { KeepMail } from '#application/correspondence/keep-mail.js';
import { UnderstandLeftOver } from '#application/correspondence/understand-left-over.js';
import { Reactions } from './reactions.js';
import { say, sayTrouble } from './say.js';
import { SenderLoop } from './sender-loop.js';
import { WaysIn } from './ways-in.js';
import { WorkerModule, type WorkerSettings } from './worker.module.js';

/** Milliseconds that letters under way get to end by themselves; the process has eight seconds in all. */
const GRACE_MS = 4000;

/** How often it says that it is there. */
const HEARTBEAT_MS = 10 * 60_000;

/** How often it looks for kept mail whose job is gone. */
const LEFT_OVER_MS = 5 * 60_000;

/** Everything that happens by itself, going on until `stop`. */
export async function startWorker(settings: WorkerSettings): Promise<{ stop(): Promise<void> }> {
  const logger = ['error', 'warn'] as ('error' | 'warn')[];
  const app = await NestFactory.createApplicationContext(WorkerModule.on(settings), { logger, abortOnError: false });
  await demandKey(app);
  const [keep, sender, { sources }] = [app.get(KeepMail), app.get(SenderLoop), app.get(WaysIn)];
  for (const source of sources) await source.start(async (mail) => void (await keep.run([mail])));
  await app.get(Reactions).start();
  sender.start();
  const leftOver = app.get(UnderstandLeftOver);
  const tidy = setInterval(() => void leftOver.run(sayLeftOver).catch(sayLeftOver), LEFT_OVER_MS);
  const heartbeat = setInterval(() => say(`alive for ${Math.round(process.uptime() / 60)} minutes`), HEARTBEAT_MS);
  say(`mail intake on ${settings.mailHost}:${settings.mailPort}`);
  return {
    async stop() {
      clearInterval(heartbeat);
      clearInterval(tidy);
      await Promise.all([sender.stop(GRACE_MS), ...sources.map((source) => source.stop())]);
      await app.close();
    },
  };
}

const sayLeftOver = (trouble: unknown): void => sayTrouble('understand-left-over', trouble);
