import type { Escalation } from '#domain/escalation/escalation.js';

/** The escalations, newest first. */
export abstract class EscalationList {
  abstract all(): Promise<readonly Escalation[]>;
  /** By id or reference; null where there is none. */
  abstract find(idOrReference: string): Promise<Escalation | null>;
}
