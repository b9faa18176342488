import type { DossierCapture, DossierFile, DossierMail } from './dossier-facts.js';

/** How a file's name ends that holds no mail: a form's sheet is JSON, a report the request as it was posted. */
const ENDINGS = { 'form-sheet': 'json', 'mastodon-report': 'http', 'bluesky-report': 'http' } as const;

/** Where a mail lies in the bag, relative to `data/`: numbered in order of time, so that a folder reads like a file. */
export function mailPath(reference: string, mail: DossierMail, index: number): string {
  const ending = mail.format === undefined ? 'eml' : ENDINGS[mail.format];
  const name = `${ordinal(index)}-${compact(mail.at)}-${mail.direction}-${mail.meaning}.${ending}`;
  return `correspondence/${folderName(reference)}/${name}`;
}

/** Where a file of a capture lies in the bag, relative to `data/`. */
export function evidencePath(reference: string, capture: DossierCapture, index: number, file: DossierFile): string {
  return `evidence/${folderName(reference)}/${ordinal(index)}-${compact(capture.startedAt)}/${folderName(file.name)}`;
}

/**
 * A name that is one plain folder on every system. References of an earlier administration may hold anything: what is not
 * a letter, digit, dot, dash or underscore becomes `~` and its code, so that two references never share a folder.
 */
export function folderName(reference: string): string {
  const code = (character: string): string => `~${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  return reference.replace(/[^A-Za-z0-9._-]/g, code).replace(/^\.|\.$/g, code);
}

const ordinal = (index: number): string => String(index + 1).padStart(2, '0');

/** `20250812T100312Z`. */
const compact = (instant: string): string => new Date(instant).toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
