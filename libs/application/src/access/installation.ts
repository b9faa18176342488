import type { InstallationKind, Organisation } from '#domain/access/organisation.js';

/** What this database is for and whose desk it is. */
export abstract class Installation {
  abstract kind(): Promise<InstallationKind>;
  abstract organisation(): Promise<Organisation>;
}
