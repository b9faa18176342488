// The CSV form of the notice history file: RFC 4180 quotes, `,` or `;` recognised from the header, lists by `;`.
import { CsvError, parse } from 'csv-parse/sync';
import type { HistoryEntry } from '#application/notice/import-notices.js';
import {
  ITEM_FIELDS,
  NOTICE_FIELDS,
  type HistoryFault,
  type WrittenHistory,
  type WrittenHistoryItem,
} from '#domain/notice/history.js';
import { RuleViolation } from '#domain/rule-violation.js';

type Field = (typeof NOTICE_FIELDS)[number] | (typeof ITEM_FIELDS)[number];
type Cells = Readonly<Record<Field, string>>;

interface Row {
  readonly line: number;
  readonly cells: Cells;
  readonly faults: readonly HistoryFault[];
}

const FIELDS: readonly Field[] = [...NOTICE_FIELDS, ...ITEM_FIELDS];
const NEEDED: readonly Field[] = ['platform', 'sentAt', 'grounds', 'url'];

/** The notices of a CSV: rows with the same reference are one notice, a row without one stands alone. */
export function readCsvHistory(text: string): HistoryEntry[] {
  const groups = new Map<string, Row[]>();
  for (const row of rowsOf(text)) {
    const key = row.cells.reference === '' ? `line ${row.line}` : `reference ${row.cells.reference}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map(entryOf);
}

function entryOf(rows: readonly Row[]): HistoryEntry {
  const first = rows[0]!;
  const { grounds, ...cells } = first.cells;
  const notice: WrittenHistory = { ...cells, grounds: list(grounds), items: rows.map(itemOf) };
  const disagreements = rows.slice(1).flatMap((row) => disagreementsOf(row, first));
  return {
    rows: rows.map((row) => row.line),
    notice,
    faults: [...rows.flatMap((row) => row.faults), ...disagreements],
  };
}

const itemOf = ({ line, cells }: Row): WrittenHistoryItem => {
  const { url, outcome, decidedAt, basis } = cells;
  return { row: line, url, outcome, decidedAt, basis, territory: list(cells.territory) };
};

const disagreementsOf = (row: Row, first: Row): HistoryFault[] =>
  NOTICE_FIELDS.filter((field) => row.cells[field] !== first.cells[field]).map((field) => ({
    row: row.line,
    field,
    code: 'disagrees',
    message: `${field} differs from line ${first.line} of the same notice`,
  }));

function rowsOf(text: string): Row[] {
  const [header, ...records] = parsed(text);
  if (!header) throw new RuleViolation('import.empty');
  const names = header.record.map((name) => name.trim());
  const unknown = names.filter((name) => !(FIELDS as readonly string[]).includes(name));
  const missing = NEEDED.filter((name) => !names.includes(name));
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (unknown.length + missing.length + twice.length > 0) {
    throw new RuleViolation('import.bad-header', { unknown, missing, twice });
  }
  return records.map(({ record, line }) => rowOf(record, line, names));
}

function rowOf(record: readonly string[], line: number, names: readonly string[]): Row {
  const cells = Object.fromEntries(
    FIELDS.map((field) => [field, (record[names.indexOf(field)] ?? '').trim()]),
  ) as Cells;
  const message = `the row has ${record.length} fields, the header ${names.length}`;
  const faults =
    record.length === names.length ? [] : [{ row: line, field: 'row', code: 'wrong-number-of-fields', message }];
  return { line, cells, faults };
}

/** Records with the line of the file each begins on. */
function parsed(text: string): { record: string[]; line: number }[] {
  const options = { bom: true, info: true, skip_empty_lines: true, relax_column_count: true } as const;
  try {
    const found = parse(text, { ...options, delimiter: delimiterOf(text) }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    return found.map(({ record, info }) => ({ record, line: info.lines - linesWithin(record) }));
  } catch (error) {
    if (error instanceof CsvError)
      throw new RuleViolation('import.bad-csv', { line: lineOf(error), reason: error.code });
    throw error;
  }
}

const linesWithin = (record: readonly string[]): number =>
  record.reduce((all, cell) => all + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);

const lineOf = (error: CsvError): unknown => (error as unknown as { lines?: number }).lines ?? null;

function delimiterOf(text: string): ',' | ';' {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  return header.split(';').length > header.split(',').length ? ';' : ',';
}

const list = (cell: string): string[] =>
  cell
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
