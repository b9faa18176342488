import { test } from '@jest/globals';
import { join } from 'node:path';
import { readSettings } from '#adapters/settings/settings.js';

/** Folder with mails of real providers, which never belong to the project; undefined where nobody has them. */
export const CORPUS = readSettings().corpus;

/** A test that needs those mails; elsewhere it is named as skipped. */
export const whenCorpusIsThere = CORPUS === undefined ? test.skip : test;

/** A folder or file of the corpus; only inside `whenCorpusIsThere`. */
export function corpusPath(...parts: readonly string[]): string {
  return join(CORPUS ?? '', ...parts);
}
