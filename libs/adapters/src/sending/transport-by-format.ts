import { type Attempt, type Carried, type Outgoing, Transport } from '#application/correspondence/transport.js';
import type { LetterFormat } from '#domain/correspondence/letter.js';

/** Has a letter carried by whoever knows its format. */
export class TransportByFormat extends Transport {
  constructor(private readonly transports: Readonly<Partial<Record<LetterFormat, Transport>>>) {
    super();
  }

  /** A letter that nobody here can carry waits: that is our set-up, and nothing of it left. */
  async carry(outgoing: Outgoing, attempt: Attempt): Promise<Carried> {
    const transport = this.transports[outgoing.format];
    return transport?.carry(outgoing, attempt) ?? { end: 'deferred', answer: 'transport.none', isOurs: true };
  }
}
