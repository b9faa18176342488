import type { DataSource } from 'typeorm';
import { Installation } from '#application/access/installation.js';
import { whole, type InstallationKind, type Organisation } from '#domain/access/organisation.js';
import { RuleViolation } from '#domain/rule-violation.js';

interface Row {
  readonly kind: InstallationKind;
  readonly organisation: Organisation;
}

/** The one row that says what this database is; it changes so seldom that a process reads it once. */
export class PgInstallation extends Installation {
  private row: Promise<Row> | undefined;

  constructor(private readonly db: DataSource) {
    super();
  }

  async kind(): Promise<InstallationKind> {
    return (await this.read()).kind;
  }

  async organisation(): Promise<Organisation> {
    return (await this.read()).organisation;
  }

  private read(): Promise<Row> {
    this.row ??= this.query();
    this.row.catch(() => (this.row = undefined));
    return this.row;
  }

  private async query(): Promise<Row> {
    const rows: Row[] = await this.db.query('select kind, organisation from installation');
    if (!rows[0]) throw new RuleViolation('installation.missing');
    return { ...rows[0], organisation: whole(rows[0].organisation) };
  }
}
