import type { InstallationKind, Organisation } from '#domain/access/organisation.js';

/** What this database is for and whose desk it is. */
export abstract class Installation {
  abstract kind(): Promise<InstallationKind>;
  /** As it is now: what is decided by a rule is decided by the rule as it stands. */
  abstract organisation(): Promise<Organisation>;
  /** The same, with the version that a change of it expects. */
  abstract settings(): Promise<{ readonly organisation: Organisation; readonly version: number }>;
}
