// RFC 4180: comma, CRLF, quotes only where needed; UTF-8 without byte order mark.
import { stringify } from 'csv-stringify/sync';

/** A column's name and what stands in it for one row. */
export interface Column<Row> {
  readonly name: string;
  readonly value: (row: Row) => string | number | boolean | null;
}

/**
 * A table that a spreadsheet may open: text that begins like a formula (`= + - @`, tab, carriage return, and their
 * full-width forms) gets an apostrophe, so that an address or a platform's number never runs as one. The bare values
 * stand in dossier.json.
 */
export function csvTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const header = columns.map(({ name }) => name);
  const cells = rows.map((row) => columns.map(({ value }) => value(row)));
  return stringify([header, ...cells], {
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { boolean: (value) => String(value) },
  });
}
