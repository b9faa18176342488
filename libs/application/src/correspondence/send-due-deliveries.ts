import { Injectable } from '@nestjs/common';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books } from '../books.js';
import { DueDeliveries } from './due-deliveries.js';
import { SENDER } from './lease.js';
import { SendDelivery } from './send-delivery.js';

/** Letters under way at the same time from this process; one slow server then holds up nobody else. */
const LANES = 3;

/** After so many attempts in a row that failed by our own set-up we stand still, or the account gets locked. */
const SAME_TROUBLE = LANES;
const STANDSTILL_MS = 15 * 60_000;

/** What goes wrong outside any one delivery's record: a code or an error, never an address. */
export type OnTrouble = (trouble: unknown) => void;

/** The machine looks which deliveries wait, settles what a dead sender left behind, and sends what is due. */
@Injectable()
export class SendDueDeliveries {
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();
  private troubles = 0;
  private standStillUntil = 0;

  constructor(
    private readonly books: Books,
    private readonly due: DueDeliveries,
    private readonly send: SendDelivery,
  ) {}

  /** One look; resolves when the attempts have begun, not when they have ended. */
  async run(onTrouble: OnTrouble): Promise<void> {
    for (const id of await this.due.abandoned(100)) await this.settle(id);
    const free = (this.troubles > 0 ? 1 : LANES) - this.underWay.size; // one at a time while our set-up is in doubt
    if (free <= 0 || this.stopping.signal.aborted || performance.now() < this.standStillUntil) return;
    const waiting = await this.due.due(LANES * 2);
    for (const id of waiting.filter((one) => !this.underWay.has(one)).slice(0, free)) this.begin(id, onTrouble);
  }

  /** Resolves when no letter is under way any more. */
  async finished(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay.values());
  }

  /** Begins nothing more, gives what is under way so long to end, and breaks the rest off on record. */
  async stop(graceMs: number): Promise<void> {
    const timer = setTimeout(() => this.stopping.abort(new Error('sender stopped')), graceMs);
    this.standStillUntil = Infinity;
    await this.finished();
    clearTimeout(timer);
  }

  private begin(id: string, onTrouble: OnTrouble): void {
    const attempt = this.send
      .run(id, this.stopping.signal)
      .then((carried) => this.heed(carried, onTrouble), onTrouble)
      .finally(() => this.underWay.delete(id));
    this.underWay.set(id, attempt);
  }

  private heed(carried: Awaited<ReturnType<SendDelivery['run']>>, onTrouble: OnTrouble): void {
    if (carried === null) return;
    this.troubles = carried.isOurs ? this.troubles + 1 : 0;
    if (carried.isOurs) onTrouble(new RuleViolation('mail.cannot-send', { answer: carried.answer }));
    if (this.troubles < SAME_TROUBLE) return;
    this.troubles = 0;
    this.standStillUntil = Math.max(this.standStillUntil, performance.now() + STANDSTILL_MS);
    onTrouble(new RuleViolation('mail.sender-stands-still', { minutes: STANDSTILL_MS / 60_000 }));
  }

  /** Somebody else may have settled it, or its sender may have woken up, since we looked. */
  private async settle(id: string): Promise<void> {
    try {
      await this.books.together(SENDER, async (books) => {
        const at = await books.now();
        await books.deliveries.change({ id }, (delivery) => delivery.expire(at));
      });
    } catch (error) {
      if (!(error instanceof RuleViolation)) throw error;
    }
  }
}
