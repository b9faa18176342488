import type { DataSource } from 'typeorm';
import type { AgeBand } from '#domain/case/case-file.js';
import { contradictsAge } from '#domain/notice/minor-in-case.js';
import { FOR_HOTLINE, isForHotline } from '#domain/notice/notice-answers.js';
import type { Notice } from '#domain/notice/notice.js';

/** Whether what was captured of a notice at an address, in its form for comparing, leaves this desk in no file. */
export type Withheld = (notice: Notice, canonicalUrl: string) => boolean;

/** What this notice, its case, or any other notice of the same address says, for these notices; as it stands now. */
export async function withheldOf(db: DataSource, noticeIds: readonly string[]): Promise<Withheld> {
  const ages: { id: string; ageBand: AgeBand }[] = await db.query(
    `select n.id, c.content ->> 'ageBand' as "ageBand" from notices n join case_files c on c.id = n.case_id
     where n.id = any($1::uuid[])`,
    [noticeIds],
  );
  const said: { form: string }[] = await db.query(
    `select distinct own.canonical_url as form from content_items own
       join content_items other on other.canonical_url = own.canonical_url
       join notices n on n.id = other.notice_id and n.answers ->> 'imagery' = $2
     where own.notice_id = any($1::uuid[])`,
    [noticeIds, FOR_HOTLINE],
  );
  const [ageOf, forms] = [new Map(ages.map(({ id, ageBand }) => [id, ageBand])), new Set(said.map(({ form }) => form))];
  return ({ id, content: { answers } }, canonicalUrl) =>
    isForHotline(answers) || contradictsAge(answers, ageOf.get(id) ?? 'unknown') || forms.has(canonicalUrl);
}
