import type { NoticeHit } from '#application/case/desk-search.js';
import { anyOf, byTheirNumber, excerpt, holds, newestFirst, part, readable, rowsOf, since, type Look } from './look.js';
import { snippetOf } from './marks.js';

type Row = Omit<NoticeHit, 'snippet'> & { readonly excerpt: string | null; readonly language: string };

/** How a notice `f` stands now. */
export const STANDING = `left join follow_up_spells s on s.notice_id = f.id and s.item_id is null
  and s.valid_from <= now() and s.valid_until > now()`;

/** Notices by our reference, the platform's number or the explanation. */
export function noticesSql(asked: Look): string {
  const { bind, query, wish } = asked;
  const ways = [
    wish.question.reference === null ? null : `n.reference = ${bind(wish.question.reference)}`,
    holds('n.reference', asked),
    `n.id = any(${byTheirNumber(asked)})`,
    query && `words_of(explanation_of(n.grounds), n.language) @@ ${query}`,
  ];
  return `
    select f.id, f.reference, p.name as "platformName", f.status, s.class, coalesce(s.partly, false) as partly, f.at,
           f.language, ${excerpt('explanation_of(f.grounds)', 'f.language', 'f.confidentiality', asked)} as excerpt
    from (select n.id, n.reference, n.platform_code, n.status, n.created_at as at, n.language, n.grounds,
                 coalesce(c.confidentiality, 'normal') as confidentiality
          from ${rowsOf('notices', 'created_at', asked)} n left join case_files c on c.id = n.case_id
          where ${readable(asked)} and ${since('n.created_at', asked)} and ${anyOf(ways)}
          order by ${newestFirst('n.created_at', asked)}, n.id ${part(asked)}) f
    left join platforms p on p.code = f.platform_code ${STANDING}
    order by f.at desc, f.id`;
}

export const noticeHit = ({ excerpt: text, language, ...row }: Row, { wish }: Look): NoticeHit => ({
  ...row,
  snippet: snippetOf(text, language, wish.question.part),
});
