import type { EntityManager } from 'typeorm';
import type { Explanations } from '#application/books.js';
import type { ExplanationVersion } from '#domain/ground/explanation-version.js';
import type { LetterLanguage } from '#domain/notice/codes.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { errorCode } from './error-code.js';
import { ExplanationSchema, type ExplanationRow } from './register.schema.js';

const UNIQUE_VIOLATION = '23505';

/** Wordings of templates in PostgreSQL; the table refuses change. */
export class PgExplanations implements Explanations {
  constructor(private readonly tx: EntityManager) {}

  async latest(ground: string, language: LetterLanguage): Promise<ExplanationVersion> {
    const row = await this.tx.findOne(ExplanationSchema, { where: { ground, language }, order: { version: 'DESC' } });
    if (row === null) throw new RuleViolation('explanation.unknown', { ground, language });
    return versionOf(row);
  }

  async add({ by, ...version }: ExplanationVersion): Promise<void> {
    const userId = by.kind === 'person' ? by.userId : null;
    try {
      await this.tx.insert(ExplanationSchema, { ...version, source: by.kind, userId });
    } catch (error) {
      if (errorCode(error) !== UNIQUE_VIOLATION) throw error;
      throw new RuleViolation('explanation.outdated', { expected: version.version - 1, actual: version.version });
    }
  }
}

/** A row as the domain knows it. */
export const versionOf = ({ source, userId, ...row }: ExplanationRow): ExplanationVersion => ({
  ...row,
  by: source === 'person' ? { kind: 'person', userId: userId! } : { kind: 'pack' },
});
