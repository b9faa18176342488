import type { EnclosableFile } from '#application/evidence/enclosable-files.js';
import type { WholeNotice } from '#application/notice/notice-file.js';
import { SHOWN_TYPES } from '#application/evidence/view-evidence.js';

/** What a page shows of the evidence of a notice: per item its captures, the files people added, and what goes along. */
export function evidenceView(
  whole: WholeNotice,
  files: readonly EnclosableFile[],
  names: ReadonlyMap<string, string>,
): object {
  const { notice, captures, capturesAsked, attachments } = whole;
  const enclosed = notice.content.answers.enclosed ?? [];
  const fileView = (file: EnclosableFile) => {
    const ticked = enclosed.find(({ digest }) => digest === file.digest);
    const added = attachments.find(({ id }) => id === file.evidenceId);
    const { evidenceId, name: fileName, mediaType, size, digest } = file;
    return {
      ...{ evidenceId, fileName, mediaType, size, digest, isPicture: SHOWN_TYPES.includes(mediaType) },
      goes: ticked ? { by: names.get(ticked.by) ?? '', at: ticked.at } : null,
      addedBy: names.get(added?.by ?? '') ?? '',
      addedAt: added?.at ?? null,
    };
  };
  return {
    items: notice.items.map(({ id, position, url, locator }) => ({
      ...{ id, position, url, locator, asked: capturesAsked.includes(id) },
      captures: captures
        .filter(({ itemId }) => itemId === id)
        .map(({ state, reasons, endedAt }) => ({ state, reasons, endedAt })),
      files: files.filter(({ itemId }) => itemId === id).map(fileView),
    })),
    added: files.filter(({ itemId }) => itemId === null).map(fileView),
    going: enclosed.length,
    goingSize: files
      .filter((file) => enclosed.some(({ digest }) => digest === file.digest))
      .reduce((sum, { size }) => sum + size, 0),
  };
}
