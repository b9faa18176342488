/** Events by which somebody was not let in, or not let through. */
export const DENIAL_KINDS = [
  'access-denied',
  'sign-in-refused',
  'second-factor-refused',
  'approval-refused',
  'submit-refused',
  'unknown-fields-refused',
  'step-refused',
] as const;

/** Events that changed nothing about the work: somebody came, looked, searched, took a copy, or left. */
export const LOOK_KINDS = [
  'signed-in',
  'signed-out',
  'case-read',
  'notice-read',
  'message-read',
  'evidence-viewed',
  'sealed-case-opened',
  'searched',
  'exported',
] as const;

/** Which part of the log an event belongs to. */
export const LOG_PARTS = ['changes', 'looks', 'denials'] as const;
export type LogPart = (typeof LOG_PARTS)[number];

/** The part of an event of this kind; whatever is neither a look nor a denial is a change. */
export function partOf(kind: string): LogPart {
  if ((DENIAL_KINDS as readonly string[]).includes(kind)) return 'denials';
  return (LOOK_KINDS as readonly string[]).includes(kind) ? 'looks' : 'changes';
}
