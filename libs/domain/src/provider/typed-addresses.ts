import { writtenDay } from '../instant.js';

/** What is wrong with a row of a CSV before anybody looks at its address. */
export type RowFault = 'quote-open' | 'address-missing' | 'posted-unclear' | 'locator-too-long';

/** One address as somebody typed it, with what a CSV says beside it. */
export interface TypedAddress {
  /** Counts from 1. */
  readonly line: number;
  readonly text: string;
  /** Null where no CSV says it. */
  readonly locator: string | null;
  /** ISO day; null where no CSV says it. */
  readonly postedOn: string | null;
  readonly fault: RowFault | null;
}

/** The most characters that say where on a page something is. */
export const LONGEST_LOCATOR = 200;

/** A comma ends an address only where another begins or the line ends: addresses hold commas themselves. */
const BETWEEN_ADDRESSES = /,?\s+|[,;](?=h(?:tt|xx)ps?:|$)/i;

/** The columns of a CSV by the names people give them, in Dutch and in English. */
const COLUMNS = {
  url: /^(?:url|link|adres|address|webadres)$/i,
  locator: /^(?:locator|plaats|waar|place|where)$/i,
  posted: /^(?:posted|posted[-_ ]?on|geplaatst(?: op)?|datum|date)$/i,
} as const;
type Column = keyof typeof COLUMNS;

interface Header {
  /** Null where there is one column, whose addresses may hold any sign. */
  readonly comma: string | null;
  readonly at: Readonly<Partial<Record<Column, number>>>;
}

/** The addresses in a text, one per line, several on a line, or as CSV whose first line names its columns. */
export function typedAddresses(text: string): TypedAddress[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const header = headerIn(lines[0] ?? '');
  return lines.flatMap((line, at) =>
    header === null ? onLine(line, at + 1) : at === 0 || line.trim() === '' ? [] : [rowOf(line, at + 1, header)],
  );
}

const plain = (line: number, text: string): TypedAddress => ({
  ...{ line, text, locator: null, postedOn: null, fault: null },
});

const onLine = (line: string, number: number): TypedAddress[] =>
  line
    .trim()
    .split(BETWEEN_ADDRESSES)
    .filter(Boolean)
    .map((text) => plain(number, text));

/** What the columns are called, or null where the first line is no header. */
function headerIn(line: string): Header | null {
  const comma = /[\t;,]/.exec(line)?.[0] ?? null;
  const names = fieldsOf(line, comma) ?? [];
  const found = (column: Column) => names.findIndex((name) => COLUMNS[column].test(name));
  if (found('url') < 0) return null;
  const at = (Object.keys(COLUMNS) as Column[]).map((column) => [column, found(column)] as const);
  return { comma, at: Object.fromEntries(at.filter(([, index]) => index >= 0)) };
}

function rowOf(line: string, number: number, { comma, at }: Header): TypedAddress {
  const fields = fieldsOf(line, comma);
  if (fields === null) return { ...plain(number, line.trim()), fault: 'quote-open' };
  const of = (column: Column): string => (at[column] === undefined ? '' : (fields[at[column]] ?? ''));
  const posted = of('posted');
  const postedOn = writtenDay(posted);
  const row = { ...plain(number, of('url')), locator: of('locator'), postedOn };
  return { ...row, fault: faultOf(row, posted) };
}

function faultOf({ text, locator, postedOn }: TypedAddress, posted: string): RowFault | null {
  if (text === '') return 'address-missing';
  if (posted !== '' && postedOn === null) return 'posted-unclear';
  return (locator ?? '').length > LONGEST_LOCATOR ? 'locator-too-long' : null;
}

/** RFC 4180: a field in quotes holds what it likes, a quote in it is written twice; null where one is never closed. */
function fieldsOf(line: string, comma: string | null): string[] | null {
  if (comma === null) return [line.trim()];
  if ((line.match(/"/g)?.length ?? 0) % 2 === 1) return null;
  const fields = [...`${line}${comma}`.matchAll(new RegExp(`(?:"((?:[^"]|"")*)"|([^${comma}]*))${comma}`, 'g'))];
  return fields.map(([, quoted, bare]) => (quoted?.replaceAll('""', '"') ?? bare ?? '').trim());
}
