import type { InstallationKind, Organisation } from '#domain/access/organisation.js';

/** What this database is for and whose desk it is. */
export abstract class Installation {
  abstract kind(): Promise<InstallationKind>;
  /** As it was a moment ago at most; whoever changes it asks `settings`. */
  abstract organisation(): Promise<Organisation>;
  /** As it is now, with the version that a change of it expects. */
  abstract settings(): Promise<{ readonly organisation: Organisation; readonly version: number }>;
}
