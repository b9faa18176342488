import type { Channel } from '../provider/platform.js';
import { RuleViolation } from '../rule-violation.js';
import type { LetterFormat } from './letter.js';

/** What a letter has to be made of for this channel; refuses an interface that nobody has built. */
export function letterFormatOf({ kind, api }: Pick<Channel, 'kind' | 'api'>): LetterFormat {
  if (kind === 'email') return 'mail';
  if (kind !== 'api') return 'form-sheet';
  if (api === null) throw new RuleViolation('letter.none-for-channel', { kind });
  return `${api}-report`;
}
