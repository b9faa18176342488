/** Whether two pieces of plain data say the same, whatever the order in which their names were written. */
export function isSame(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return left === right;
  const [ours, theirs] = [Object.entries(left), right as Record<string, unknown>];
  return ours.length === Object.keys(theirs).length && ours.every(([name, value]) => isSame(value, theirs[name]));
}
