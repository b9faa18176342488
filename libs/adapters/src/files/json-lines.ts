/** A JSON file that can say on which line a value stands. */
export interface LinedJson {
  readonly value: unknown;
  /** The line of the value under these keys, or of the nearest thing around it. */
  lineOf(path: readonly (string | number)[]): number;
}

/** Text that is no JSON, and the line on which that shows. */
export class NotJson extends Error {
  constructor(
    readonly line: number,
    readonly why: string,
  ) {
    super(`line ${line}: ${why}`);
    this.name = 'NotJson';
  }
}

/** Reads JSON (RFC 8259), keeping the line of each value; throws `NotJson`, also where an object names a key twice. */
export function readJsonLines(text: string): LinedJson {
  const value = parsed(text);
  const lines = linesOf(text);
  const lineOf = (path: readonly (string | number)[]): number =>
    lines.get(JSON.stringify(path)) ?? (path.length === 0 ? 1 : lineOf(path.slice(0, -1)));
  return { value, lineOf };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = (error as Error).message;
    const [, line, at] = /\(line (\d+) |position (\d+)/.exec(why) ?? [];
    const found = line ?? (at === undefined ? text.split('\n').length : lineAt(text, Number(at)));
    throw new NotJson(Number(found), why);
  }
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Walks through text known to be JSON; the path is kept as a stack of keys and indexes. */
function linesOf(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  const path: (string | number)[] = [];
  let [line, from] = [1, 0];
  let key: string | null = null;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    for (; from < index; from += 1) if (text[from] === '\n') line += 1;
    const place = path.at(-1);
    if (token === '}' || token === ']') path.pop();
    else if (token === ',') step(path);
    else if (token === ':') path[path.length - 1] = key!;
    else if (typeof place === 'string' && place === OPEN) key = named(token, [...path.slice(0, -1)], lines, line);
    else {
      lines.set(JSON.stringify(path), line);
      if (token === '{') path.push(OPEN);
      if (token === '[') path.push(0);
    }
  }
  return lines;
}

/** Stands where an object waits for its next key; no key of JSON text holds a bare control character. */
const OPEN = '\u0000';

function step(path: (string | number)[]): void {
  const last = path.at(-1);
  path[path.length - 1] = typeof last === 'number' ? last + 1 : OPEN;
}

function named(token: string, around: (string | number)[], lines: ReadonlyMap<string, number>, line: number): string {
  const key = JSON.parse(token) as string;
  if (lines.has(JSON.stringify([...around, key]))) throw new NotJson(line, `"${key}" stands there twice`);
  return key;
}

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;
