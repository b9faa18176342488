import { EntitySchema, type DataSource } from 'typeorm';
import { HelpLines } from '#application/case/help-lines.js';
import type { HelpLine } from '#domain/case/help-line.js';

export const HelpLineSchema = new EntitySchema<HelpLine>({
  name: 'HelpLine',
  tableName: 'help_lines',
  columns: {
    code: { type: 'text', primary: true },
    nameNl: { name: 'name_nl', type: 'text' },
    nameEn: { name: 'name_en', type: 'text' },
    number: { type: 'text' },
    reachNl: { name: 'reach_nl', type: 'text' },
    reachEn: { name: 'reach_en', type: 'text' },
    source: { type: 'text' },
    verifiedOn: { name: 'verified_on', type: 'date', nullable: true },
    confidence: { type: 'text' },
  },
});

/** The help lines as rows of PostgreSQL. */
export class PgHelpLines extends HelpLines {
  constructor(private readonly db: DataSource) {
    super();
  }

  all(): Promise<readonly HelpLine[]> {
    return this.db.getRepository(HelpLineSchema).find({ order: { code: 'ASC' } });
  }
}
