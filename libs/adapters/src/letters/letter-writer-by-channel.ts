import { LetterWriter, type LetterFacts, type WrittenLetter } from '#application/notice/letter-writer.js';
import type { LetterFormat } from '#domain/correspondence/letter.js';
import { letterFormatOf } from '#domain/correspondence/letter-format.js';
import { RuleViolation } from '#domain/rule-violation.js';

/** Has a letter written by whoever knows the format of its channel. */
export class LetterWriterByChannel extends LetterWriter {
  constructor(private readonly writers: Readonly<Partial<Record<LetterFormat, LetterWriter>>>) {
    super();
  }

  /** Refuses `letter.none-for-channel` where nobody writes for such a channel. */
  async write(facts: LetterFacts): Promise<WrittenLetter> {
    const writer = this.writers[letterFormatOf(facts.channel)];
    if (!writer) throw new RuleViolation('letter.none-for-channel', { kind: facts.channel.kind });
    return writer.write(facts);
  }
}
