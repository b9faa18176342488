import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { refuseUnlessAttachable } from '#domain/evidence/attachment.js';
import { enclosing, withoutEnclosure } from '#domain/evidence/enclosed.js';
import type { Notice } from '#domain/notice/notice.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books, type Which } from '../books.js';
import { Clock } from '../clock.js';
import { NoticeFile } from '../notice/notice-file.js';
import { enclosableFiles } from './enclosable-files.js';
import { EvidenceKeeping } from './evidence-keeping.js';

/** One file of a notice, and whether it goes along with its letter. */
export interface Enclosing extends Which {
  readonly evidenceId: string;
  readonly goes: boolean;
  readonly by: Actor & { readonly kind: 'user' };
}

/** A person says of one file that it goes along with the letter, or that it does not; who said so, and when, is kept. */
@Injectable()
export class EncloseFile {
  constructor(
    private readonly books: Books,
    private readonly file: NoticeFile,
    private readonly keeping: EvidenceKeeping,
    private readonly clock: Clock,
  ) {}

  async run({ evidenceId, goes, by, ...which }: Enclosing): Promise<Notice> {
    const file = enclosableFiles(await this.file.whole(which.id)).find((one) => one.evidenceId === evidenceId);
    if (!file) throw new RuleViolation('enclosure.elsewhere', { id: evidenceId });
    const word = { by: by.userId, at: this.clock.now().toISOString() };
    return this.books.together(by, async (books) => {
      if (goes) refuseUnlessAttachable(await this.keeping.termsOf(await books.notices.get(which.id)));
      return books.notices.change(which, (one) =>
        one.describe(
          goes ? enclosing(one.content, file, word) : withoutEnclosure(one.content, file.digest),
          one.items,
          by,
        ),
      );
    });
  }
}
