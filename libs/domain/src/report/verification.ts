/** What can be wrong with a bag or a capture folder, gravest first (design.md §5). */
export const FAULT_CODES = [
  'digest-mismatch',
  'missing',
  'extra',
  'bad-timestamp',
  'broken-chain',
  'not-a-bag',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** One thing found wrong; `path` is relative to the bag or folder that was checked. */
export interface Fault {
  readonly code: FaultCode;
  readonly path: string;
}

/** What was recognised: a bag (RFC 8493), a capture folder, or neither. */
export type VerifiedKind = 'bag' | 'capture' | 'unknown';

/** The answer of `seinpost verify`: how many files were digested, how many time-stamp tokens held, and the first fault. */
export interface Verification {
  readonly ok: boolean;
  readonly kind: VerifiedKind;
  readonly files: number;
  readonly timestamps: number;
  readonly fault: Fault | null;
}

/** Puts what was found into one answer; of several faults the gravest counts, then the first path. */
export function verification(
  kind: VerifiedKind,
  found: { readonly files: number; readonly timestamps?: number; readonly faults: readonly Fault[] },
): Verification {
  const fault = [...found.faults].sort(byGravityThenPath)[0] ?? null;
  return { ok: fault === null, kind, files: found.files, timestamps: found.timestamps ?? 0, fault };
}

function byGravityThenPath(a: Fault, b: Fault): number {
  const gravity = FAULT_CODES.indexOf(a.code) - FAULT_CODES.indexOf(b.code);
  return gravity !== 0 ? gravity : compareText(a.path, b.path);
}

/** Order by code unit: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
