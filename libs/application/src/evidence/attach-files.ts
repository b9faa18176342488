import { Injectable } from '@nestjs/common';
import { system, type Actor } from '#domain/event.js';
import {
  MOST_AT_ONCE,
  MOST_ATTACHMENTS,
  refuseKind,
  refuseUnlessAttachable,
  type AttachmentType,
  type AttachTerms,
} from '#domain/evidence/attachment.js';
import { attachmentName, shownName } from '#domain/evidence/attachment-name.js';
import { EvidenceItem } from '#domain/evidence/evidence-item.js';
import { AttachmentLook } from '#domain/evidence/looks/attachment-look.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books, type OpenBooks } from '../books.js';
import { Clock } from '../clock.js';
import { Identities } from '../identities.js';
import { EvidenceKeeping } from './evidence-keeping.js';
import type { StoredEvidence } from './evidence-store.js';

/** A file on its way in. */
export interface ComingFile {
  /** As whoever sends it says. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Files somebody adds beside a notice. */
export interface Attaching {
  readonly noticeId: string;
  readonly files: AsyncIterable<ComingFile>;
  readonly by: Actor & { readonly kind: 'user' };
  /** Throws when who sends them may no longer; asked when their last byte is here, which may be a minute later. */
  readonly stillAllowed: () => Promise<void>;
}

/** A file that is in the store. */
interface Arrived extends StoredEvidence {
  readonly name: string;
  readonly type: AttachmentType;
}

/**
 * A person adds files beside a notice. Nothing is read where none may be kept, and of a file that is not what it must be
 * nothing stays; the others stay all the same, and what was refused is said of each.
 */
@Injectable()
export class AttachFiles {
  constructor(
    private readonly books: Books,
    private readonly keeping: EvidenceKeeping,
    private readonly clock: Clock,
    private readonly identities: Identities,
  ) {}

  /** Answers the digests of those that came in; refuses with `attachment.some-refused` and, in `parts`, each that did not. */
  async run({ noticeId, files, by, stillAllowed }: Attaching): Promise<readonly string[]> {
    const { room, ...terms } = await this.keeping.terms(noticeId);
    refuseUnlessAttachable(terms);
    await this.refuseOfMinor(noticeId);
    const arrived: Arrived[] = [];
    const parts: RuleViolation[] = [];
    for await (const file of files) {
      if (arrived.length + parts.length >= MOST_AT_ONCE || arrived.length >= room) {
        parts.push(tooMany(room));
        break;
      }
      await this.store(file, terms, stillAllowed).then(
        (one) => arrived.push(one),
        (error: unknown) => parts.push(namedRule(error, shownName(file.name))),
      );
    }
    if (arrived.length + parts.length === 0) throw new RuleViolation('attachment.none-chosen');
    if (arrived.length > 0) await this.keep(noticeId, arrived, by);
    if (parts.length > 0) throw new RuleViolation('attachment.some-refused', { kept: arrived.length, parts });
    return arrived.map(({ digest }) => digest);
  }

  /** What another notice says of the same address counts here too. */
  private refuseOfMinor(noticeId: string): Promise<void> {
    return this.books.together(system('attach-files'), async ({ notices, addresses }) => {
      const { items } = await notices.get(noticeId);
      const isSaid = await addresses.saidToShowMinor(items.map(({ canonicalUrl }) => canonicalUrl));
      if (isSaid) throw new RuleViolation('attachment.minor-elsewhere');
    });
  }

  /** Looked at on its way into the store; a throw on that way leaves nothing there. */
  private async store(file: ComingFile, terms: AttachTerms, stillAllowed: () => Promise<void>): Promise<Arrived> {
    const look = new AttachmentLook((type) => {
      refuseKind(terms, type, file.name);
      attachmentName(file.name, type);
    });
    const stored = await this.keeping.store.put(looked(file.bytes, look, stillAllowed));
    return { ...stored, name: attachmentName(file.name, look.type), type: look.type };
  }

  private keep(noticeId: string, arrived: readonly Arrived[], by: Attaching['by']): Promise<void> {
    return this.books.together(by, async (books) => {
      refuseUnlessAttachable(await this.keeping.termsOf(await books.notices.get(noticeId)));
      for (const file of arrived) await this.add(books, noticeId, file, by);
    });
  }

  /** The same bytes twice beside one notice are one file. */
  private async add(books: OpenBooks, noticeId: string, file: Arrived, by: Attaching['by']): Promise<void> {
    const present = await books.evidence.attached(noticeId);
    if (present.some(({ digest }) => digest === file.digest)) return;
    if (present.length >= MOST_ATTACHMENTS) throw new RuleViolation('attachment.too-many', { most: MOST_ATTACHMENTS });
    const at = this.clock.now();
    const { digest, size, type: mediaType } = file;
    const id = this.identities.id();
    const name = unlike(
      present.map((one) => one.name),
      file.name,
    );
    const provenance = { captureId: null, url: '', madeAt: at.toISOString(), madeWith: 'added by hand' };
    const facts = { id, digest, kind: 'upload' as const, size, mediaType, name, provenance };
    await books.evidence.attach(noticeId, EvidenceItem.stored(facts, at, by.userId));
    const told = { evidenceId: id, mediaType, size };
    await books.record({ kind: 'file-attached', subject: 'notice', subjectId: noticeId, facts: told });
  }
}

async function* looked(bytes: AsyncIterable<Uint8Array>, look: AttachmentLook, stillAllowed: () => Promise<void>) {
  for await (const piece of bytes) {
    look.read(piece);
    yield piece;
  }
  look.end();
  await stillAllowed();
}

const tooMany = (room: number): RuleViolation =>
  room < MOST_AT_ONCE
    ? new RuleViolation('attachment.too-many', { most: MOST_ATTACHMENTS })
    : new RuleViolation('attachment.too-many-at-once', { most: MOST_AT_ONCE });

/** A rule that speaks of one file names it; anything else is no matter of the file. */
function namedRule(error: unknown, name: string): RuleViolation {
  if (!(error instanceof RuleViolation) || !error.code.startsWith('attachment.')) throw error;
  return new RuleViolation(error.code, { ...error.facts, name });
}

/** The name, with a number where another file has it already. */
function unlike(taken: readonly string[], name: string): string {
  const at = name.lastIndexOf('.');
  for (let n = 2, tried = name; ; n += 1) {
    if (!taken.includes(tried)) return tried;
    tried = `${name.slice(0, at)}-${n}${name.slice(at)}`;
  }
}
