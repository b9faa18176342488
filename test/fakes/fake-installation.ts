import { Installation } from '#application/access/installation.js';
import type { InstallationKind, Organisation } from '#domain/access/organisation.js';
import { anOrganisation } from '#test/builders/letter-facts.builder.js';

/** A practice desk of the practice organisation. */
export class FakeInstallation extends Installation {
  constructor(private readonly own: Organisation = anOrganisation()) {
    super();
  }

  kind(): Promise<InstallationKind> {
    return Promise.resolve('practice');
  }

  organisation(): Promise<Organisation> {
    return Promise.resolve(this.own);
  }
}
