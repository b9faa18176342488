import { RuleViolation } from '../rule-violation.js';
import type { AttachmentType } from './attachment.js';

/** The endings a name may have for each kind; the first is given to a name that has none. */
const ENDINGS: Readonly<Record<AttachmentType, readonly string[]>> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'text/plain': ['txt', 'text', 'log', 'csv', 'md'],
  'video/mp4': ['mp4', 'm4v', 'mov'],
};

/** Longest name without its ending, in characters. */
const LONGEST = 80;

/** Names that mean a device on Windows. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)$/i;

/**
 * A name that leads nowhere and says what the file is: without folders, unseen characters and a second ending. Refuses one
 * whose ending says another kind than its bytes.
 */
export function attachmentName(given: string, type: AttachmentType): string {
  const name = shownName(given);
  const [, stem = name, ending = ''] = /^(.*)\.([^.]*)$/.exec(name) ?? [];
  const known = ENDINGS[type].includes(ending.toLowerCase());
  if (!known && looksLikeEnding(ending)) throw new RuleViolation('attachment.name-lies', { name, type });
  const tidy = (known ? stem : name).replaceAll(/[.\s]+/g, ' ').trim();
  const short = [...(DEVICES.test(tidy) ? `${tidy}-` : tidy)].slice(0, LONGEST).join('').trim();
  return `${short === '' ? 'bestand' : short}.${known ? ending.toLowerCase() : ENDINGS[type][0]!}`;
}

/** The name as it may stand on a page: its last part, without what nobody sees or what turns the direction of reading. */
export function shownName(given: string): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1)!;
  const seen = last.replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '');
  return [...seen.replaceAll(/[:*?"<>|\u2044\u2215\u29f8\uff0f\uff3c\u2216]/g, '_')].slice(0, 200).join('').trim();
}

const looksLikeEnding = (ending: string): boolean => /^[a-z0-9]{1,5}$/i.test(ending) && /[a-z]/i.test(ending);
