// Notice history file, version 1: a JSON array, or CSV after RFC 4180 (design.md §5).
import type { HistoryEntry } from '#application/notice/import-notices.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { readCsvHistory } from './read-csv-history.js';
import { readJsonHistory } from './read-json-history.js';

/** The notices of a history file, with what is wrong in its form; refuses a file that is neither JSON nor such a CSV. */
export function readHistory(bytes: Uint8Array): HistoryEntry[] {
  const text = decode(bytes);
  return /^\s*[[{]/.test(text) ? readJsonHistory(text) : readCsvHistory(text);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RuleViolation('import.not-utf8');
  }
}
