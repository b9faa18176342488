import { Injectable } from '@nestjs/common';
import { system, type Actor } from '#domain/event.js';
import { isForHotline } from '#domain/notice/notice-answers.js';
import type { Notice } from '#domain/notice/notice.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books } from '../books.js';
import { NoticeFile, type EvidenceEntry } from '../notice/notice-file.js';
import { EvidenceStore } from './evidence-store.js';

/** What may be shown inside a page; everything else is handed over as a file. */
export const SHOWN_TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/webp'];

/** A stored file that somebody looks at, with its bytes; `shown` inside a page, or else handed over. */
export interface ViewedEvidence {
  readonly entry: EvidenceEntry;
  readonly bytes: Uint8Array;
  readonly shown: boolean;
}

/** A person looks at a stored file: who and when enters its custody first, or nothing is shown. What is for the hotline, never. */
@Injectable()
export class ViewEvidence {
  constructor(
    private readonly books: Books,
    private readonly file: NoticeFile,
    private readonly store: EvidenceStore,
  ) {}

  async run({ id, by }: { readonly id: string; readonly by: Actor & { kind: 'user' } }): Promise<ViewedEvidence> {
    const entry = await this.file.evidence(id);
    if (!entry) throw new RuleViolation('evidence.not-found', { id });
    const { notice } = await this.file.whole(entry.noticeId);
    if (await this.isForHotline(notice)) throw new RuleViolation('evidence.for-hotline');
    const bytes = await this.store.read(entry.digest);
    const shown = SHOWN_TYPES.includes(entry.mediaType);
    const action = shown ? 'viewed' : 'exported';
    await this.books.together(by, (books) => books.evidence.touch(id, (item, at) => item.touch(action, at, by.userId)));
    return { entry, bytes, shown };
  }

  /** By what this notice says, or any other of the same address. */
  private isForHotline({ content, items }: Notice): Promise<boolean> {
    const forms = items.map(({ canonicalUrl }) => canonicalUrl);
    const said = () =>
      this.books.together(system('view-evidence'), ({ addresses }) => addresses.saidToShowMinor(forms));
    return isForHotline(content.answers) ? Promise.resolve(true) : said();
  }
}
