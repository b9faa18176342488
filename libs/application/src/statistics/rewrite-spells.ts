import { Injectable } from '@nestjs/common';
import { system } from '#domain/event.js';
import { Books } from '../books.js';
import type { RecordedEvent } from '../event-log.js';
import { OpenNotices } from './open-notices.js';

/** Another time allowed makes other spells of every notice that waits for an answer; those of the others stay as they were. */
@Injectable()
export class RewriteSpells {
  constructor(
    private readonly books: Books,
    private readonly open: OpenNotices,
  ) {}

  /** Repeatable: saving a notice writes its spells anew from itself and the settings of this moment. */
  async run({ facts }: RecordedEvent): Promise<void> {
    const fields = facts?.['fields'];
    if (!Array.isArray(fields) || !TIMES.some((field) => fields.includes(field))) return;
    for (const id of await this.open.ids()) {
      await this.books.change('notices', { id, quietly: true, by: system('rewrite-spells') }, () => undefined);
    }
  }
}

/** The settings that decide when the time allowed is over. */
const TIMES = ['timeAllowedDays', 'zone'];
