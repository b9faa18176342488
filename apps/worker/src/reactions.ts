import { Injectable } from '@nestjs/common';
import { JobQueue } from '#adapters/postgres/job-queue.js';
import { VerifyByItself } from '#application/access/verify-by-itself.js';
import { UnderstandMessage } from '#application/correspondence/understand-message.js';
import { EventLog, type RecordedEvent } from '#application/event-log.js';
import { CaptureForm } from '#application/evidence/capture-form.js';
import { RunCapture } from '#application/evidence/run-capture.js';
import type { ReactionName } from '#application/reactions.js';
import { RewriteSpells } from '#application/statistics/rewrite-spells.js';
import { SenderLoop } from './sender-loop.js';
import { sayTrouble } from './say.js';

type React = (event: RecordedEvent) => Promise<void> | void;

/** What the worker does when something has happened, one act for each reaction. */
@Injectable()
export class Reactions {
  private readonly acts: Readonly<Record<ReactionName, React>>;

  constructor(
    private readonly jobs: JobQueue,
    private readonly log: EventLog,
    sender: SenderLoop,
    capture: RunCapture,
    form: CaptureForm,
    understand: UnderstandMessage,
    verify: VerifyByItself,
    spells: RewriteSpells,
  ) {
    this.acts = {
      'wake-sender': () => sender.wake(),
      'run-capture': (event) => capture.run(event),
      'capture-form': (event) => form.run(event),
      'understand-message': (event) => understand.run(event),
      'rewrite-spells': (event) => spells.run(event),
      'verify-audit': (event) => verify.asked(event),
    };
  }

  /** Runs each reaction's jobs from now on; one that throws is tried again as its queue says. */
  async start(): Promise<void> {
    for (const [name, react] of Object.entries(this.acts) as [ReactionName, React][]) {
      await this.jobs.work(name, ({ eventId }) => this.react(name, react, eventId));
    }
  }

  /** Begins no more of them, and ends when those under way are over. */
  stop(): Promise<void> {
    return this.jobs.letGo();
  }

  private async react(name: ReactionName, react: React, eventId: string): Promise<void> {
    const event = await this.log.find(eventId);
    if (event === null) return;
    try {
      await react(event);
    } catch (trouble) {
      sayTrouble(name, trouble);
      throw trouble;
    }
  }
}
