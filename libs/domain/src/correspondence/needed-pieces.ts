/** A pattern cut into its smallest parts: escapes, classes, brackets, repetitions, single characters. */
const PART =
  /\\[pP]\{[^}]*\}|\\u[\da-f]{4}|\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|(?:[*+?]|\{\d+(?:,\d*)?\})\??|[^]/gi;
const LOOK_AROUND = /^\(\?<?[=!]$/;
const REPETITION = /^(?:[*+?]|\{\d)/;
const MAY_BE_LEFT_OUT = /^(?:[*?]|\{0)/;

/** Shorter ones ("it", "no") stand in nearly every sentence and tell nothing. */
export const SHORTEST_PIECE = 3;

/**
 * Pieces of text of which at least one stands in everything the pattern matches; null when there are none to name.
 * It may name fewer demands than the pattern makes, never one that it does not make.
 */
export function neededPieces({ source, flags }: RegExp): readonly string[] | null {
  return flags.includes('i') ? null : anyOf(source.match(PART)?.reverse() ?? []);
}

/** One branch of several: takes the parts, the first one last, up to the closing bracket. */
function anyOf(parts: string[]): readonly string[] | null {
  const branches = [allOf(parts)];
  while (parts.at(-1) === '|') {
    parts.pop();
    branches.push(allOf(parts));
  }
  return branches.includes(null) ? null : [...new Set(branches.flatMap((pieces) => pieces ?? []))];
}

/** All of one branch: of the demands it makes, the one that fewest texts fulfil. */
function allOf(parts: string[]): readonly string[] | null {
  const demands: (readonly string[])[] = [];
  let run = '';
  while (parts.length > 0 && parts.at(-1) !== '|' && parts.at(-1) !== ')') {
    const part = parts.pop() ?? '';
    const inner = part.startsWith('(') ? groupOf(part, parts) : null;
    const repeated = REPETITION.test(parts.at(-1) ?? '') ? (parts.pop() ?? '') : '';
    const letter = MAY_BE_LEFT_OUT.test(repeated) ? '' : letterOf(part);
    run += letter;
    if (letter !== '' && repeated === '') continue;
    demands.push([run]);
    run = '';
    if (inner !== null && !MAY_BE_LEFT_OUT.test(repeated)) demands.push(inner);
  }
  return rarest([...demands, [run]]);
}

/** What stands in a bracket, taken up to its end; what is only looked at is no part of the match. */
function groupOf(opening: string, parts: string[]): readonly string[] | null {
  const inner = anyOf(parts);
  parts.pop();
  return LOOK_AROUND.test(opening) ? null : inner;
}

/** The character that a part stands for; empty when it stands for several, or for none. */
function letterOf(part: string): string {
  if (part.length === 1) return /[.^$]/.test(part) ? '' : part;
  return /^\\[^\w\s]$/.test(part) ? part.slice(1) : '';
}

const shortestOf = (pieces: readonly string[]): number => Math.min(...pieces.map(({ length }) => length));

/** Long pieces are rare ones. */
function rarest(demands: readonly (readonly string[])[]): readonly string[] | null {
  const best = demands.reduce((a, b) => (shortestOf(b) > shortestOf(a) ? b : a));
  return shortestOf(best) < SHORTEST_PIECE ? null : best;
}
