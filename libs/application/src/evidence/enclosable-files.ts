import { mayGoAlong, type Enclosable } from '#domain/evidence/enclosed.js';
import type { EvidenceEntry, WholeNotice } from '../notice/notice-file.js';

/** A stored file that may go along with the letter, and the item it shows; null for one that a person added. */
export interface EnclosableFile extends Enclosable {
  readonly evidenceId: string;
  readonly itemId: string | null;
}

/**
 * The files of a notice that may go along, each with a name of its own: files of captures are named after the number of their
 * item. The same bytes twice are one file.
 */
export function enclosableFiles({ notice, captures, attachments }: WholeNotice): EnclosableFile[] {
  const numbered = notice.items.flatMap(({ id, position }) =>
    captures
      .filter(({ itemId }) => itemId === id)
      .flatMap(({ evidence }, index) =>
        evidence.map((one) => named(one, id, [position, ...(index ? [index + 1] : [])])),
      ),
  );
  const added = attachments.map((one) => named(one, null, []));
  const all = [...numbered, ...added].filter(mayGoAlong);
  return all.filter(({ digest }, index) => all.findIndex((one) => one.digest === digest) === index);
}

const named = (entry: EvidenceEntry, itemId: string | null, numbers: readonly number[]): EnclosableFile => {
  const { id: evidenceId, name, kind, mediaType, size, digest } = entry;
  return { evidenceId, itemId, name: [...numbers, name].join('-'), kind, mediaType, size, digest };
};
