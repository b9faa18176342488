import { Injectable } from '@nestjs/common';
import type { Delivery } from '#domain/correspondence/delivery.js';
import type { Letter } from '#domain/correspondence/letter.js';
import { isMailAddress } from '#domain/correspondence/mail-address.js';
import { secondsToWait } from '#domain/correspondence/retry-schedule.js';
import type { DomainEvent } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books, type OpenBooks } from '../books.js';
import { Digests } from '../digests.js';
import { Lease, SENDER } from './lease.js';
import { type Carried, Transport } from './transport.js';

/** A delivery taken for one attempt, with the letter as it was approved. */
interface Errand {
  readonly delivery: Delivery;
  readonly letter: Letter | null;
  /** When the lease was asked for, by `performance.now()`. */
  readonly asked: number;
}

/** Pauses between tries to write down how an attempt ended; after them the lease runs out and the truth is `unknown`. */
const PAUSES_MS = [250, 1000, 2000, 4000, 8000, 15_000, 30_000];

/**
 * The machine makes one attempt to bring a letter to the platform. It cannot send twice: the lease keeps
 * others away, `body-offered` is on record before the letter is, and from there on only a person sends again.
 */
@Injectable()
export class SendDelivery {
  constructor(
    private readonly books: Books,
    private readonly transport: Transport,
    private readonly digests: Digests,
  ) {}

  /** Answers how the attempt ended, or null where the delivery was not ours to take or no longer is. */
  async run(deliveryId: string, signal: AbortSignal = new AbortController().signal): Promise<Carried | null> {
    try {
      const errand = await this.take(deliveryId);
      if (errand === null) return null;
      const carried = this.flawOf(errand) ?? (await this.carry(errand, signal));
      await this.settle(errand.delivery, carried);
      return carried;
    } catch (error) {
      if (isNotOurs(error)) return null;
      throw error;
    }
  }

  /** Leases the delivery; a notice that is no longer to be sent takes its delivery with it. */
  private take(deliveryId: string): Promise<Errand | null> {
    return this.books.together(SENDER, async (books) => {
      const asked = performance.now();
      const at = await books.now();
      const { noticeId, purpose, letterDigest } = await books.deliveries.get(deliveryId);
      if (purpose === 'notice' && (await books.notices.get(noticeId)).status !== 'submitted') {
        await books.deliveries.change({ id: deliveryId }, (delivery) => delivery.callBack(at, null));
        return null;
      }
      const delivery = await books.deliveries.change({ id: deliveryId }, (waiting) => waiting.lease(at));
      return { delivery, letter: await books.letters.find(letterDigest), asked };
    });
  }

  /** What is wrong with letter or envelope: such a letter never leaves, however it came into the database. */
  private flawOf({ delivery, letter }: Errand): Carried | undefined {
    const flaw = FLAWS.find(([, isFlawed]) => isFlawed(delivery, letter))?.[0];
    const altered = letter !== null && this.digests.sha256(letter.bytes) !== delivery.letterDigest;
    const answer = flaw ?? (altered ? 'letter.altered' : undefined);
    return answer === undefined ? undefined : { end: 'refused', answer };
  }

  private async carry({ delivery, letter, asked }: Errand, signal: AbortSignal): Promise<Carried> {
    const lease = new Lease(this.books, delivery, asked);
    lease.keep();
    try {
      const { format, sender, recipient } = delivery;
      return await this.transport.carry(
        { format, sender, recipient, bytes: letter!.bytes },
        {
          reach: (stage) => lease.reach(stage),
          isHeld: () => lease.isHeld,
          signal: AbortSignal.any([signal, lease.signal]),
        },
      );
    } finally {
      lease.stop();
    }
  }

  /** Writes down how it ended, notice and delivery together; tried again while the database is away. */
  private async settle(delivery: Delivery, carried: Carried): Promise<void> {
    for (const pause of [...PAUSES_MS, null]) {
      try {
        return await this.books.together(SENDER, (books) => conclude(books, delivery, carried));
      } catch (error) {
        if (error instanceof RuleViolation || pause === null) throw error;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }
}

type Flaw = readonly [code: string, isFlawed: (delivery: Delivery, letter: Letter | null) => boolean];

/** Of any letter; the last two are what only mail can suffer from. */
const FLAWS: readonly Flaw[] = [
  ['letter.missing', (_, letter) => letter === null],
  ['letter.envelope-differs', (delivery, letter) => ENVELOPE.some((name) => letter![name] !== delivery[name])],
  ['address.not-single', (it) => isMail(it) && !(isMailAddress(it.sender) && isMailAddress(it.recipient))],
  ['letter.bare-line-break', (it, letter) => isMail(it) && hasBareLineBreak(letter!.bytes)],
];

const ENVELOPE = ['sender', 'recipient', 'noticeId', 'format'] as const;

const isMail = ({ format }: Delivery): boolean => format === 'mail';

/** A lone CR or LF would be altered on its way, or end the letter early in another server's eyes (SMTP smuggling). */
function hasBareLineBreak(bytes: Uint8Array): boolean {
  return bytes.some((byte, at) => (byte === 10 && bytes[at - 1] !== 13) || (byte === 13 && bytes[at + 1] !== 10));
}

async function conclude(books: OpenBooks, { id, noticeId, purpose, fence, attempts }: Delivery, carried: Carried) {
  const at = await books.now();
  const isOver = carried.end === 'refused' || (carried.end === 'deferred' && secondsToWait(attempts, 0) === null);
  if (purpose === 'notice' && (carried.end === 'accepted' || isOver)) {
    await books.notices.change({ id: noticeId }, (notice) => {
      if (notice.status !== 'submitted') return; // withdrawn while it was under way: the delivery still tells the truth
      return isOver ? notice.recall('refused-by-server') : notice.send(at);
    });
  }
  await books.deliveries.change({ id }, (delivery) => ENDINGS[carried.end](delivery, fence, carried, at));
}

type Ending = (delivery: Delivery, fence: number, how: Carried, at: Date) => DomainEvent;

const ENDINGS: Readonly<Record<Carried['end'], Ending>> = {
  accepted: (delivery, fence, { answer, reference }, at) => delivery.accept(fence, answer, at, reference),
  refused: (delivery, fence, { answer }, at) => delivery.refuse(fence, answer, at),
  deferred: (delivery, fence, { answer, waitSeconds }, at) => delivery.defer(fence, answer, at, waitSeconds),
  lost: (delivery, fence, { answer }, at) => delivery.loseSight(fence, answer, at),
};

const NOT_OURS = ['delivery.lease-lost', 'delivery.state-cannot-follow', 'delivery.not-yet-due', 'delivery.not-found'];

const isNotOurs = (error: unknown): boolean => error instanceof RuleViolation && NOT_OURS.includes(error.code);
