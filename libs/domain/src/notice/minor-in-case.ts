import { isMinor, type AgeBand } from '../case/case-file.js';
import type { NoticeAnswers } from './notice-answers.js';

/**
 * A sexual image of adults where the case says that the person affected is under 18: until somebody says which of both is
 * wrong, nothing of it is kept, described or sent.
 */
export const contradictsAge = ({ imagery }: Pick<NoticeAnswers, 'imagery'>, age: AgeBand): boolean =>
  imagery === 'sexual-adult' && isMinor(age);
