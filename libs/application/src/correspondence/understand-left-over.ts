import { Injectable } from '@nestjs/common';
import { DueMessages } from './due-messages.js';
import { UnderstandMessage } from './understand-message.js';

/** More than this in one go would keep newer mail waiting. */
const AT_MOST = 100;

/**
 * The machine understands what was kept but whose job is gone: its tries used up while the database was away, or the queue
 * not in the backup that was put back.
 */
@Injectable()
export class UnderstandLeftOver {
  constructor(
    private readonly due: DueMessages,
    private readonly understand: UnderstandMessage,
  ) {}

  /** One mail that cannot be understood just now does not hold up the others; `onTrouble` hears of it. */
  async run(onTrouble: (trouble: unknown) => void): Promise<void> {
    for (const subjectId of await this.due.notUnderstood(AT_MOST)) {
      await this.understand.run({ subjectId }).catch(onTrouble);
    }
  }
}
