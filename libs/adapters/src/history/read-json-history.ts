// The JSON form of the notice history file: an array of notices, `url … territory` in `items[]`.
import type { HistoryEntry } from '#application/notice/import-notices.js';
import {
  ITEM_FIELDS,
  NOTICE_FIELDS,
  type HistoryFault,
  type WrittenHistory,
  type WrittenHistoryItem,
} from '#domain/notice/history.js';
import { RuleViolation } from '#domain/rule-violation.js';

type Json = Readonly<Record<string, unknown>>;

const NOTICE_TEXTS = NOTICE_FIELDS.filter((field) => field !== 'grounds');
const ITEM_TEXTS = ITEM_FIELDS.filter((field) => field !== 'territory');

/** The notices of a JSON file; `row` is the element's number from 1. */
export function readJsonHistory(text: string): HistoryEntry[] {
  const elements = parsed(text);
  return elements.map((element, index) => entryOf(element, index + 1));
}

function parsed(text: string): unknown[] {
  try {
    const found: unknown = JSON.parse(text);
    if (Array.isArray(found)) return found;
  } catch (error) {
    throw new RuleViolation('import.bad-json', { reason: error instanceof Error ? error.message : 'unreadable' });
  }
  throw new RuleViolation('import.not-an-array');
}

function entryOf(element: unknown, row: number): HistoryEntry {
  const faults: HistoryFault[] = [];
  const complain = (field: string, code: string, what: string): void => {
    faults.push({ row, field, code, message: `${field} ${what}` });
  };
  const given = objectOf(element, 'notice', complain);
  refuseUnknown(given, [...NOTICE_FIELDS, 'items'], complain);
  const items = listOf(given['items'], 'items', complain).map((item) => itemOf(item, row, complain));
  const grounds = textsOf(given['grounds'], 'grounds', complain);
  const notice = { ...textsIn(given, NOTICE_TEXTS, complain), grounds, items } as unknown as WrittenHistory;
  return { rows: [row], notice, faults };
}

type Complain = (field: string, code: string, what: string) => void;

function itemOf(item: unknown, row: number, complain: Complain): WrittenHistoryItem {
  const given = objectOf(item, 'items', complain);
  refuseUnknown(given, ITEM_FIELDS, complain);
  const territory = textsOf(given['territory'], 'territory', complain);
  return { ...textsIn(given, ITEM_TEXTS, complain), row, territory } as unknown as WrittenHistoryItem;
}

const textsIn = (given: Json, fields: readonly string[], complain: Complain): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field, textOf(given[field], field, complain)]));

function textOf(value: unknown, field: string, complain: Complain): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value.trim();
  complain(field, 'not-a-text', 'is not a text');
  return '';
}

/** A list may be written as one text, parts divided by `;`, as in the CSV. */
function textsOf(value: unknown, field: string, complain: Complain): string[] {
  const parts = typeof value === 'string' ? value.split(';') : listOf(value, field, complain);
  return parts.map((part) => textOf(part, field, complain)).filter(Boolean);
}

function listOf(value: unknown, field: string, complain: Complain): unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  complain(field, 'not-a-list', 'is not a list');
  return [];
}

function objectOf(value: unknown, field: string, complain: Complain): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  complain(field, 'not-an-object', 'is not an object');
  return {};
}

function refuseUnknown(given: Json, known: readonly string[], complain: Complain): void {
  for (const field of Object.keys(given)) {
    if (!known.includes(field)) complain(field, 'unknown-field', 'is not a field of this file');
  }
}
