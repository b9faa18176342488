import type { EntityManager } from 'typeorm';

/** Remembers which cases a transaction touches, and has their tallies counted anew before it ends. */
export class TouchedCases {
  private readonly cases = new Set<string>();
  private readonly notices = new Set<string>();

  constructor(private readonly tx: EntityManager) {}

  readonly case = (id: string | null): void => void (id && this.cases.add(id));
  readonly notice = (id: string | null): void => void (id && this.notices.add(id));

  /** `active`: something happened, and was not merely counted otherwise. */
  async count(active: boolean): Promise<void> {
    if (this.notices.size > 0) for (const id of await this.casesOfNotices()) this.cases.add(id);
    if (this.cases.size === 0) return;
    await this.tx.query('select refresh_case_tallies($1::uuid[], $2)', [[...this.cases].sort(), active]);
  }

  private async casesOfNotices(): Promise<string[]> {
    const rows: { id: string }[] = await this.tx.query(
      'select distinct case_id as id from notices where id = any($1) and case_id is not null',
      [[...this.notices]],
    );
    return rows.map(({ id }) => id);
  }
}
