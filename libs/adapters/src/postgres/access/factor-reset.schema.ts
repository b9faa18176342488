import { EntitySchema } from 'typeorm';
import { FactorReset } from '#domain/access/factor-reset.js';

/** How a request to take away second factors lies in its table; keys of private fields are not type-checked, hence `any`. */
export const FactorResetSchema = new EntitySchema<any>({
  name: 'FactorReset',
  target: FactorReset,
  tableName: 'factor_resets',
  columns: {
    id: { type: 'uuid', primary: true },
    userId: { name: 'user_id', type: 'uuid' },
    askedBy: { name: 'asked_by', type: 'uuid' },
    askedAt: { name: 'asked_at', type: 'timestamptz' },
    version: { type: 'integer' },
    _state: { name: 'state', type: 'text' },
    _settledBy: { name: 'settled_by', type: 'uuid', nullable: true },
    _settledAt: { name: 'settled_at', type: 'timestamptz', nullable: true },
  },
});
