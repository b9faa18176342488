import { EntitySchema } from 'typeorm';
import { CaseFile } from '#domain/case/case-file.js';

export const CaseFileSchema = new EntitySchema<any>({
  name: 'CaseFile',
  target: CaseFile,
  tableName: 'case_files',
  columns: {
    id: { type: 'uuid', primary: true },
    reference: { type: 'text' },
    openedAt: { name: 'opened_at', type: 'timestamptz' },
    version: { type: 'int' },
    _content: { name: 'content', type: 'jsonb' },
    _status: { name: 'status', type: 'text' },
    _confidentiality: { name: 'confidentiality', type: 'text' },
    _named: { name: 'named', type: 'uuid', array: true },
    _assignee: { name: 'assignee', type: 'uuid', nullable: true },
    _closedAt: { name: 'closed_at', type: 'timestamptz', nullable: true },
  },
});
