/** Values an event may carry: ids, codes, counts and instants; never free text, names or addresses (design.md §4). */
export type EventFact = string | number | boolean | null | readonly string[];

/** Something that happened to one thing, in the past tense; the write port adds who and when. */
export interface DomainEvent {
  readonly kind: string;
  readonly subject: Subject;
  readonly subjectId: string;
  readonly facts?: Readonly<Record<string, EventFact>>;
}

/** The things whose changes are recorded, in the order in which an act over several of them locks them. */
export const SUBJECTS = [
  'case',
  'platform',
  'notice',
  'delivery',
  'capture',
  'message',
  'escalation',
  'ground',
  'user',
  'session',
  'token',
  'approval',
  'installation',
  'search',
  'view',
  'batch',
  'export',
  'route',
  'audit',
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Who acts: a person with a session, or the system with the job it does. */
export type Actor =
  | { readonly kind: 'user'; readonly userId: string; readonly sessionId: string | null }
  | { readonly kind: 'system'; readonly job: string };

/** The system acting in the named job. */
export const system = (job: string): Actor => ({ kind: 'system', job });
