import { Injectable } from '@nestjs/common';
import { Message } from '#domain/correspondence/message.js';
import { system } from '#domain/event.js';
import { Books } from '../books.js';
import { Digests } from '../digests.js';
import { Identities } from '../identities.js';
import type { ArrivedMail } from './mail-source.js';

/** A mail that is kept now and that nobody has looked at yet. */
export interface KeptMail {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** The machine keeps a mail byte for byte, once; what it means is found out later, by a job that follows from it. */
@Injectable()
export class KeepMail {
  constructor(
    private readonly books: Books,
    private readonly identities: Identities,
    private readonly digests: Digests,
  ) {}

  /** Keeps what is new, in one transaction; answers what was kept, without mails whose bytes were there already. */
  run(mails: readonly ArrivedMail[]): Promise<readonly KeptMail[]> {
    const arrived = mails.map(({ bytes, ...mail }) => ({ bytes, message: this.message(bytes, mail) }));
    return this.books.together(system('keep-mail'), async (books) => {
      const kept = await books.rawMail.keep(arrived);
      return arrived
        .filter(({ message }) => kept.has(message.id))
        .map(({ message, bytes }) => ({ id: message.id, bytes }));
    });
  }

  private message(bytes: Uint8Array, { source, receivedAt, receivedSource }: Omit<ArrivedMail, 'bytes'>): Message {
    const about = { id: this.identities.id(), digest: this.digests.sha256(bytes), size: bytes.byteLength };
    return Message.keep({ ...about, source, receivedAt, receivedSource });
  }
}
