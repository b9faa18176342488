import { Injectable } from '@nestjs/common';
import { refuseUnlessAttachable } from '#domain/evidence/attachment.js';
import type { Notice } from '#domain/notice/notice.js';
import type { Channel } from '#domain/provider/platform.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { Enclosure } from '../notice/letter-writer.js';
import { NoticeFile } from '../notice/notice-file.js';
import { enclosableFiles } from './enclosable-files.js';
import { EvidenceKeeping } from './evidence-keeping.js';

/** Takes out of the evidence what somebody ticked to go along with a letter, checked against its digest; nothing else ever. */
@Injectable()
export class GatherEnclosures {
  constructor(
    private readonly file: NoticeFile,
    private readonly keeping: EvidenceKeeping,
  ) {}

  /** Refuses what may not leave any more, what is gone, and any file at all by a channel that takes none. */
  async run(notice: Notice, { kind }: Pick<Channel, 'kind'>): Promise<Enclosure[]> {
    const { enclosed = [] } = notice.content.answers;
    if (enclosed.length === 0) return [];
    refuseUnlessAttachable(await this.keeping.termsOf(notice));
    if (kind === 'api') throw new RuleViolation('enclosure.not-by-channel', { files: enclosed.length });
    const files = enclosableFiles(await this.file.whole(notice.id));
    return Promise.all(
      enclosed.map(async ({ digest, name }) => {
        const file = files.find((one) => one.digest === digest);
        if (!file) throw new RuleViolation('enclosure.gone', { name });
        return { name, mediaType: file.mediaType, bytes: await this.keeping.store.read(digest) };
      }),
    );
  }
}
