/** A line of two texts laid over one another. */
export interface ComparedLine {
  readonly kind: 'same' | 'added' | 'left-out';
  readonly text: string;
}

/** Which lines came and which went between two texts, in the order of reading (longest common subsequence). */
export function compareLines(before: string, after: string): ComparedLine[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const common = commonLengths(old, now);
  const compared: ComparedLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      compared.push({ kind: 'same', text: old[i]! });
      i += 1;
      j += 1;
    } else if (j < now.length && (i === old.length || common[i]![j + 1]! > common[i + 1]![j]!)) {
      compared.push({ kind: 'added', text: now[j]! });
      j += 1;
    } else {
      compared.push({ kind: 'left-out', text: old[i]! });
      i += 1;
    }
  }
  return compared;
}

/** `lengths[i][j]`: how many lines the ends of both texts from there on have in common, in order. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      lengths[i]![j] =
        old[i] === now[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  return lengths;
}
