import type { DataSource } from 'typeorm';
import { GroundTexts, type WordedVersion } from '#application/ground/ground-texts.js';
import type { ExplanationVersion } from '#domain/ground/explanation-version.js';
import type { Keyword } from '#domain/ground/keyword.js';
import type { LetterLanguage } from '#domain/notice/codes.js';
import { PgExplanations, versionOf } from './pg-explanations.js';
import { KeywordSchema, type ExplanationRow } from './register.schema.js';

/** So many notices say which grounds are in use now, and are counted in a moment however many there are. */
const LATEST = 2000;

/** What stands beside the grounds, from PostgreSQL. */
export class PgGroundTexts extends GroundTexts {
  constructor(private readonly db: DataSource) {
    super();
  }

  current(ground: string, language: LetterLanguage): Promise<ExplanationVersion> {
    return new PgExplanations(this.db.manager).latest(ground, language);
  }

  async history(ground: string): Promise<readonly WordedVersion[]> {
    const rows: (ExplanationRow & { readonly author: string | null })[] = await this.db.query(
      `select e.ground, e.language, e.version, e.text, e.source, e.user_id as "userId", e.at, u.name as author
       from ground_explanations e left join users u on u.id = e.user_id
       where e.ground = $1 order by e.at desc, e.version desc, e.language desc`,
      [ground],
    );
    return rows.map(({ author, ...row }) => ({ ...versionOf(row), author }));
  }

  keyword(code: string): Promise<Keyword | null> {
    return this.db.getRepository(KeywordSchema).findOneBy({ code });
  }

  async use(): Promise<ReadonlyMap<string, number>> {
    const rows: { code: string; n: number }[] = await this.db.query(
      `select g ->> 'code' as code, count(*)::int as n
       from (select grounds from notices order by created_at desc, id limit ${LATEST}) latest
       cross join lateral jsonb_array_elements(latest.grounds) g group by 1`,
    );
    return new Map(rows.map(({ code, n }) => [code, n]));
  }
}
