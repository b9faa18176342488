import { type Delivery, LEASE_SECONDS, type Stage } from '#domain/correspondence/delivery.js';
import { type Actor, system } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { Books, Happened } from '../books.js';

/** Who sends. */
export const SENDER: Actor = system('send-delivery');

/** How often a lease is renewed while the other server takes its time. */
const SIGN_OF_LIFE_MS = (LEASE_SECONDS * 1000) / 3;

/** The right of this process alone to work on one delivery; it ends when the database says so, or our own clock does. */
export class Lease {
  private heldUntil: number;
  private timer: NodeJS.Timeout | undefined;
  private readonly lost = new AbortController();

  /** `asked` is the moment (`performance.now()`) at which the database was asked for the lease. */
  constructor(
    private readonly books: Books,
    private readonly delivery: Pick<Delivery, 'id' | 'fence'>,
    asked: number,
  ) {
    this.heldUntil = asked + LEASE_SECONDS * 1000;
  }

  /** Fires when somebody else has the delivery now. */
  get signal(): AbortSignal {
    return this.lost.signal;
  }

  /** False as soon as the lease may have run out: a process that was stopped for minutes finds out before it speaks. */
  get isHeld(): boolean {
    return !this.lost.signal.aborted && performance.now() < this.heldUntil;
  }

  /** Puts on record how far the attempt got; rejects with `delivery.lease-lost` for whoever is too late. */
  reach(stage: Stage): Promise<void> {
    return this.renewed((delivery, at) => delivery.reach(stage, this.delivery.fence, at));
  }

  /** Gives signs of life until `stop`. */
  keep(): void {
    this.timer = setInterval(() => {
      this.renewed((delivery, at) => delivery.holdOn(this.delivery.fence, at)).catch((error) => {
        // A trouble of the database may pass before the lease does; that somebody else has it does not.
        if (error instanceof RuleViolation || !this.isHeld) this.lost.abort();
      });
    }, SIGN_OF_LIFE_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Counted from before the database was asked, so that we never believe longer in the lease than it does. */
  private async renewed(verb: (delivery: Delivery, at: Date) => Happened): Promise<void> {
    const asked = performance.now();
    await this.books.together(SENDER, async (books) => {
      const at = await books.now();
      await books.deliveries.change({ id: this.delivery.id }, (delivery) => verb(delivery, at));
    });
    this.heldUntil = asked + LEASE_SECONDS * 1000;
  }
}
