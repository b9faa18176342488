import { readFileSync } from 'node:fs';

const FOLDER = new URL('../../../migrations/reference/', import.meta.url);

/** Reads a reference file as it stands in the repository, e.g. `nl/grounds.json`; seen from the compiled test. */
export function referenceFile<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, FOLDER), 'utf8')) as T;
}

/** Where a row comes from, and how sure we are: V verified, P partly, K to be confirmed. */
export interface Sourced {
  readonly source: string;
  readonly verifiedOn: string | null;
  readonly confidence: 'V' | 'P' | 'K';
}

/** What is wrong with the origin of a row, in words; `undefined` when nothing is. */
export function originFault({ source, verifiedOn, confidence }: Sourced): string | undefined {
  if (!source) return 'names no source';
  if (!['V', 'P', 'K'].includes(confidence)) return 'has no confidence';
  if ((confidence === 'V') !== (verifiedOn !== null))
    return 'is verified without a date, or dated without being verified';
  if (verifiedOn && !/^\d{4}-\d{2}-\d{2}$/.test(verifiedOn)) return 'has no date';
  return undefined;
}
