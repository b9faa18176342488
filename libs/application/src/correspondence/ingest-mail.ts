import { Injectable } from '@nestjs/common';
import type { Message, MessageState } from '#domain/correspondence/message.js';
import { KeepMail } from './keep-mail.js';
import type { ArrivedMail } from './mail-source.js';
import { UnderstandMessage } from './understand-message.js';

/** A mail of a file, or the word that the file could not be taken. */
export type FoundMail = ArrivedMail | 'refused';

/** `files = kept + duplicates + refused`, `kept = matched + suggested + unmatched + quarantined` (design.md §5). */
export interface IngestCount {
  readonly files: number;
  readonly kept: number;
  readonly duplicates: number;
  readonly matched: number;
  readonly suggested: number;
  readonly unmatched: number;
  readonly quarantined: number;
  readonly refused: number;
}

/** Mails kept and understood in one go: enough to spare commits, few enough to stay small in memory. */
const BATCH = 64;
/** Bytes after which a batch goes although it is not full. */
const BATCH_BYTES = 16 * 1024 * 1024;

/** An operator brings in mail from files: every one is kept first, then understood. */
@Injectable()
export class IngestMail {
  constructor(
    private readonly keep: KeepMail,
    private readonly understand: UnderstandMessage,
  ) {}

  async run(found: AsyncIterable<FoundMail>): Promise<IngestCount> {
    const tally = { files: 0, refused: 0, kept: [] as Message[] };
    let batch: ArrivedMail[] = [];
    for await (const mail of found) {
      tally.files += 1;
      if (mail === 'refused') tally.refused += 1;
      else batch.push(mail);
      if (isFull(batch)) {
        tally.kept.push(...(await this.take(batch)));
        batch = [];
      }
    }
    tally.kept.push(...(await this.take(batch)));
    return countOf(tally);
  }

  private async take(mails: readonly ArrivedMail[]): Promise<readonly Message[]> {
    if (mails.length === 0) return [];
    const kept = await this.keep.run(mails);
    return this.understand.all(kept);
  }
}

const isFull = (batch: readonly ArrivedMail[]): boolean =>
  batch.length >= BATCH || batch.reduce((bytes, mail) => bytes + mail.bytes.byteLength, 0) >= BATCH_BYTES;

function countOf({ files, refused, kept }: { files: number; refused: number; kept: readonly Message[] }): IngestCount {
  const inState = (state: MessageState): number => kept.filter((message) => message.state === state).length;
  return {
    ...{ files, kept: kept.length, duplicates: files - refused - kept.length },
    ...{ matched: inState('matched'), suggested: inState('suggested') },
    ...{ unmatched: inState('unmatched'), quarantined: inState('quarantined') },
    refused,
  };
}
