import type { DataSource } from 'typeorm';
import { Installation } from '#application/access/installation.js';
import { whole, type InstallationKind, type Organisation } from '#domain/access/organisation.js';
import { RuleViolation } from '#domain/rule-violation.js';

interface Row {
  readonly kind: InstallationKind;
  readonly organisation: Organisation;
  readonly version: number;
}

/** How long a process goes by what it read, in milliseconds: an edit is seen everywhere within this time. */
const FRESH_MS = 1000;

/** The one row that says what this database is; pages change it so seldom that a process reads it once a second. */
export class PgInstallation extends Installation {
  private row: Promise<Row> | undefined;
  private readAt = -Infinity;

  constructor(private readonly db: DataSource) {
    super();
  }

  async kind(): Promise<InstallationKind> {
    return (await this.read()).kind;
  }

  async organisation(): Promise<Organisation> {
    return (await this.read()).organisation;
  }

  settings(): Promise<{ organisation: Organisation; version: number }> {
    this.readAt = -Infinity;
    return this.read();
  }

  private read(): Promise<Row> {
    const now = performance.now();
    if (now - this.readAt > FRESH_MS) {
      this.readAt = now;
      this.row = this.query();
      this.row.catch(() => (this.readAt = -Infinity));
    }
    return this.row!;
  }

  private async query(): Promise<Row> {
    const rows: Row[] = await this.db.query('select kind, organisation, version from installation');
    if (!rows[0]) throw new RuleViolation('installation.missing');
    return { ...rows[0], organisation: whole(rows[0].organisation) };
  }
}
