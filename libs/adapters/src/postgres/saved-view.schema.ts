import { EntitySchema } from 'typeorm';
import { CaseBatch } from '#domain/case/case-batch.js';
import { SavedView } from '#domain/case/saved-view.js';

export const SavedViewSchema = new EntitySchema<any>({
  name: 'SavedView',
  target: SavedView,
  tableName: 'saved_views',
  columns: {
    id: { type: 'uuid', primary: true },
    ownerId: { name: 'owner_id', type: 'uuid' },
    team: { type: 'text', nullable: true },
    _name: { name: 'name', type: 'text' },
    choice: { type: 'jsonb' },
    _removed: { name: 'removed', type: 'boolean' },
    version: { type: 'int' },
  },
});

export const CaseBatchSchema = new EntitySchema<any>({
  name: 'CaseBatch',
  target: CaseBatch,
  tableName: 'case_batches',
  columns: {
    id: { type: 'uuid', primary: true },
    act: { type: 'text' },
    by: { name: 'done_by', type: 'uuid' },
    to: { name: 'assignee', type: 'uuid', nullable: true },
    result: { type: 'jsonb' },
    _undone: { name: 'undone', type: 'jsonb', nullable: true },
    at: { type: 'timestamptz' },
    version: { type: 'int' },
  },
});
