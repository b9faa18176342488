import type { DataSource } from 'typeorm';
import { EscalationList } from '#application/escalation/escalation-list.js';
import { Escalation } from '#domain/escalation/escalation.js';
import { isUuid } from './is-uuid.js';

/** The list of escalations from PostgreSQL. */
export class PgEscalationList extends EscalationList {
  constructor(private readonly db: DataSource) {
    super();
  }

  all(): Promise<readonly Escalation[]> {
    return this.db.manager.find(Escalation, { order: { openedAt: 'DESC' } });
  }

  async find(idOrReference: string): Promise<Escalation | null> {
    const where = isUuid(idOrReference) ? { id: idOrReference } : { reference: idOrReference };
    return this.db.manager.findOneBy(Escalation, where);
  }
}
