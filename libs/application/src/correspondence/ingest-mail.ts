import { Injectable } from '@nestjs/common';
import type { Message, MessageState } from '#domain/correspondence/message.js';
import { KeepMail, type KeptMail } from './keep-mail.js';
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
/** Batches understood at once: while one waits for the database, the parser has the next. */
const AT_ONCE = 2;
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
    const underway: Promise<readonly Message[]>[] = [];
    for await (const mail of found) {
      tally.files += 1;
      if (mail === 'refused') tally.refused += 1;
      else batch.push(mail);
      if (isFull(batch)) {
        underway.push(this.understanding(await this.keep.run(batch)));
        if (underway.length > AT_ONCE) tally.kept.push(...(await underway.shift()!));
        batch = [];
      }
    }
    if (batch.length > 0) underway.push(this.understanding(await this.keep.run(batch)));
    for (const understood of underway) tally.kept.push(...(await understood));
    return countOf(tally);
  }

  /** Goes on while the next mails are read and kept; what goes wrong is heard when its turn comes. */
  private understanding(kept: readonly KeptMail[]): Promise<readonly Message[]> {
    const result = this.understand.all(kept);
    result.catch(() => undefined);
    return result;
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
