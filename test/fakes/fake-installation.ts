import { Installation } from '#application/access/installation.js';
import type { InstallationKind, Organisation } from '#domain/access/organisation.js';
import { anOrganisation } from '#test/builders/letter-facts.builder.js';

/** A desk of the practice organisation, to practise on unless it is said to be live. */
export class FakeInstallation extends Installation {
  constructor(
    private readonly own: Organisation = anOrganisation(),
    private readonly isFor: InstallationKind = 'practice',
  ) {
    super();
  }

  kind(): Promise<InstallationKind> {
    return Promise.resolve(this.isFor);
  }

  organisation(): Promise<Organisation> {
    return Promise.resolve(this.own);
  }

  settings(): Promise<{ organisation: Organisation; version: number }> {
    return Promise.resolve({ organisation: this.own, version: 1 });
  }
}
