import type { AgeBand } from '#domain/case/case-file.js';
import type { Notice } from '#domain/notice/notice.js';
import type { OpenBooks } from '../books.js';

/** The age of the person affected as the case of a notice has it; unknown for one without a case. */
export const ageIn = async (books: OpenBooks, { caseId }: Pick<Notice, 'caseId'>): Promise<AgeBand> =>
  caseId === null ? 'unknown' : (await books.cases.get(caseId)).content.ageBand;
