/** A piece of a line, and whether the other version has it too. */
interface Piece {
  readonly text: string;
  readonly changed: boolean;
}

/** A line of what changed between two texts; `skipped` stands for so many lines that both have. */
export type DiffLine =
  | { readonly kind: 'same' | 'gone' | 'new'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'skipped'; readonly lines: number };

interface Step {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Most comparisons made for one text; beyond it the whole middle counts as changed. */
const MOST = 4_000_000;
/** Unchanged lines shown before and after a change. */
const AROUND = 2;

/** What changed from one text to another, line by line and within a line word by word; nothing where nothing did. */
export function textDiff(before: string, after: string): DiffLine[] {
  const steps = compare(before.split(/\r?\n/), after.split(/\r?\n/));
  return steps.every(({ kind }) => kind === 'same') ? [] : shortened(byWord(steps));
}

/** The steps from one list to another, by a longest common subsequence. */
function compare(before: readonly string[], after: readonly string[]): Step[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const rest = Math.min(before.length, after.length) - head;
  while (tail < rest && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const step = (kind: Step['kind']) => (text: string) => ({ kind, text });
  const middle = between(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  const end = before.slice(before.length - tail);
  return [...before.slice(0, head).map(step('same')), ...middle, ...end.map(step('same'))];
}

function between(before: readonly string[], after: readonly string[]): Step[] {
  const all = (kind: 'gone' | 'new', texts: readonly string[]): Step[] => texts.map((text) => ({ kind, text }));
  if (before.length * after.length > MOST) return [...all('gone', before), ...all('new', after)];
  const common = lengths(before, after);
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    const kind = before[i] === after[j] ? 'same' : common[i + 1]![j]! >= common[i]![j + 1]! ? 'gone' : 'new';
    steps.push({ kind, text: kind === 'new' ? after[j]! : before[i]! });
    if (kind !== 'new') i += 1;
    if (kind !== 'gone') j += 1;
  }
  return [...steps, ...all('gone', before.slice(i)), ...all('new', after.slice(j))];
}

/** For each pair of positions, how long the longest common subsequence from there is. */
function lengths(before: readonly string[], after: readonly string[]): Uint32Array[] {
  const table = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const [row, next] = [table[i]!, table[i + 1]!];
      row[j] = before[i] === after[j] ? next[j + 1]! + 1 : Math.max(next[j]!, row[j + 1]!);
    }
  }
  return table;
}

/** Lines that took each other's place are compared word by word; the others are changed as a whole. */
function byWord(steps: readonly Step[]): DiffLine[] {
  const lines: DiffLine[] = [];
  for (let at = 0; at < steps.length;) {
    if (steps[at]!.kind === 'same') {
      lines.push({ kind: 'same', pieces: [{ text: steps[at++]!.text, changed: false }] });
      continue;
    }
    const end = steps.findIndex(({ kind }, index) => index >= at && kind === 'same');
    const run = steps.slice(at, end < 0 ? steps.length : end);
    lines.push(...replaced(run));
    at += run.length;
  }
  return lines;
}

function replaced(run: readonly Step[]): DiffLine[] {
  const [gone, fresh] = (['gone', 'new'] as const).map((kind) => run.filter((step) => step.kind === kind));
  const words = (text: string): string[] => text.split(/(\s+)/);
  const pairs = gone!.map(({ text }, n) => compare(words(text), words(fresh![n]?.text ?? '')));
  const added = fresh!.slice(gone!.length).map(({ text }) => [{ kind: 'new' as const, text }]);
  const pieces = (kind: 'gone' | 'new', steps: readonly Step[]) =>
    steps.filter((step) => step.kind === 'same' || step.kind === kind);
  const line = (kind: 'gone' | 'new', steps: readonly Step[]): DiffLine => ({
    kind,
    pieces: pieces(kind, steps).map((step) => ({ text: step.text, changed: step.kind !== 'same' })),
  });
  const news = [...pairs.slice(0, fresh!.length), ...added];
  return [...pairs.map((steps) => line('gone', steps)), ...news.map((steps) => line('new', steps))];
}

/** Leaves out what both have, but for a little around each change. */
function shortened(lines: readonly DiffLine[]): DiffLine[] {
  const changed = lines.flatMap(({ kind }, index) => (kind === 'same' ? [] : [index]));
  const near = (index: number): boolean => changed.some((at) => Math.abs(at - index) <= AROUND);
  const out: DiffLine[] = [];
  for (const [index, line] of lines.entries()) {
    const last = out.at(-1);
    if (line.kind !== 'same' || near(index)) out.push(line);
    else if (last?.kind === 'skipped') out[out.length - 1] = { kind: 'skipped', lines: last.lines + 1 };
    else out.push({ kind: 'skipped', lines: 1 });
  }
  return out;
}
