import type { SendDueDeliveries } from '#application/correspondence/send-due-deliveries.js';
import { sayTrouble } from './say.js';

/** How often the sender looks by itself; a job only makes it look sooner. */
const LOOK_EVERY_MS = 2000;

/** Keeps the sender looking, one look at a time, through any trouble of the database. */
export class SenderLoop {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(private readonly due: SendDueDeliveries) {}

  start(): void {
    this.timer = setInterval(() => this.wake(), LOOK_EVERY_MS);
    this.wake();
  }

  /** Looks as soon as the look that is going on is over; several wishes meanwhile are one look. */
  wake(): void {
    if (this.isStopped || this.isAwaited) return;
    this.isAwaited = true;
    this.looking = this.looking.then(() => {
      this.isAwaited = false;
      return this.look();
    });
  }
  private isAwaited = false;

  /** Gives letters under way `graceMs` to end; what was not offered by then is deferred, what was is unknown. */
  async stop(graceMs: number): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    await this.looking;
    await this.due.stop(graceMs);
  }

  private async look(): Promise<void> {
    try {
      await this.due.run((trouble) => sayTrouble('sender', trouble));
    } catch (trouble) {
      sayTrouble('sender', trouble);
    }
  }
}
