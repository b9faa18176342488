import type { CaseHit } from '#application/case/desk-search.js';
import { withinReach } from '../within-reach.js';
import { anyOf, excerpt, holds, newestFirst, part, rowsOf, since, type Look } from './look.js';
import { snippetOf } from './marks.js';

type Row = Omit<CaseHit, 'snippet'> & { readonly excerpt: string | null };

const PIECES = `(c.content ->> 'helpSeekerReference') || ' ' || (c.content ->> 'summary')`;

/** Cases by their reference where they may be known; by what they say only where they may be read. */
export function casesSql(asked: Look): string {
  const { view, bind, query, wish } = asked;
  const read = withinReach(view.read, bind);
  const exact = wish.question.reference === null ? null : `c.reference = ${bind(wish.question.reference)}`;
  const inside = [query && `words_of(c.content ->> 'summary', 'both') @@ ${query}`, holds(`(${PIECES})`, asked)];
  const ways = [exact, holds('c.reference', asked), ...inside.map((way) => way && `(${read} and ${way})`)];
  return `
    select f.id, f.reference, f.line, f.confidentiality, f.status, f.at,
           case when f.readable then ${excerpt('f.summary', `'nl'`, 'f.confidentiality', asked)} end as excerpt
    from (select c.id, c.reference, c.content ->> 'line' as line, c.confidentiality, c.status, c.opened_at as at,
                 c.content ->> 'summary' as summary, ${read} as readable
          from ${rowsOf('case_files', 'opened_at', asked)} c
          where ${withinReach(view.known, bind)} and ${since('c.opened_at', asked)} and ${anyOf(ways)}
          order by ${newestFirst('c.opened_at', asked)}, c.id ${part(asked)}) f
    order by f.at desc, f.id`;
}

export const caseHit = ({ excerpt: text, ...row }: Row, { wish }: Look): CaseHit => ({
  ...row,
  snippet: snippetOf(text, null, wish.question.part),
});
