import type { DataSource } from 'typeorm';
import { Installation } from '#application/access/installation.js';
import { whole, type InstallationKind, type Organisation } from '#domain/access/organisation.js';
import { RuleViolation } from '#domain/rule-violation.js';

interface Row {
  readonly kind: InstallationKind;
  readonly organisation: Organisation;
  readonly version: number;
}

/** The one row that says what this database is and whose desk it is. */
export class PgInstallation extends Installation {
  private known: Promise<InstallationKind> | undefined;

  constructor(private readonly db: DataSource) {
    super();
  }

  /** Read once: the database refuses every change of it. */
  kind(): Promise<InstallationKind> {
    if (!this.known) {
      this.known = this.read().then(({ kind }) => kind);
      this.known.catch(() => (this.known = undefined));
    }
    return this.known;
  }

  /** Read each time: a rule changed in one process holds at once in all of them. */
  async organisation(): Promise<Organisation> {
    return (await this.read()).organisation;
  }

  settings(): Promise<{ organisation: Organisation; version: number }> {
    return this.read();
  }

  private async read(): Promise<Row> {
    const rows: Row[] = await this.db.query('select kind, organisation, version from installation');
    if (!rows[0]) throw new RuleViolation('installation.missing');
    return { ...rows[0], organisation: whole(rows[0].organisation) };
  }
}
