import { EntitySchema } from 'typeorm';
import { Escalation } from '#domain/escalation/escalation.js';

export const EscalationSchema = new EntitySchema<any>({
  name: 'Escalation',
  target: Escalation,
  tableName: 'escalations',
  columns: {
    id: { type: 'uuid', primary: true },
    reference: { type: 'text' },
    scope: { type: 'jsonb' },
    openedAt: { name: 'opened_at', type: 'timestamptz' },
    version: { type: 'int' },
    _status: { name: 'status', type: 'text' },
  },
});
