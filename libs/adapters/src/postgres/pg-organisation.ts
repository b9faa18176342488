import type { EntityManager } from 'typeorm';
import type { KeptOrganisation } from '#application/books.js';
import { whole, type DescribedOrganisation, type Organisation } from '#domain/access/organisation.js';
import type { Redescribed } from '#domain/access/redescribe.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { Happened } from '#application/books.js';

/** Who writes spells holds it together with others, who changes the settings they follow from holds it alone. */
const SETTINGS_LOCK = 4711_0320;

interface Row {
  readonly organisation: DescribedOrganisation;
  readonly version: number;
}

/** Whose desk this is, within the transaction of `tx`. */
export class PgOrganisation implements KeptOrganisation {
  constructor(
    private readonly tx: EntityManager,
    private readonly happened: (events: Happened) => void,
  ) {}

  async change(expected: number, verb: (was: Organisation) => Redescribed): Promise<void> {
    await this.tx.query('select pg_advisory_xact_lock($1)', [SETTINGS_LOCK]);
    const [row] = (await this.tx.query('select organisation, version from installation for update')) as [Row];
    if (row.version !== expected) throw new RuleViolation('version.outdated', { expected, actual: row.version });
    const { now, happened } = verb(whole(row.organisation));
    if (!happened) return;
    const update = 'update installation set organisation = $1, version = version + 1';
    await this.tx.query(update, [JSON.stringify(now)]);
    this.happened(happened);
  }
}

/** The organisation as this transaction finds it, and as it stays until the transaction ends. */
export async function settledOrganisation(tx: EntityManager): Promise<Organisation> {
  await tx.query('select pg_advisory_xact_lock_shared($1)', [SETTINGS_LOCK]);
  const [row] = (await tx.query('select organisation, version from installation')) as [Row];
  return whole(row.organisation);
}
