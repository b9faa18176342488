import type { MessageHit } from '#application/case/desk-search.js';
import { anyOf, byTheirNumber, excerpt, holds, newestFirst, part, readable, rowsOf, since, type Look } from './look.js';
import { snippetOf } from './marks.js';

type Row = Omit<MessageHit, 'snippet'> & { readonly excerpt: string | null; readonly language: string | null };

const HEAD = `(m.summary ->> 'subject') || ' ' || (m.summary ->> 'from')`;
const TEXT = `${HEAD} || ' ' || (m.summary ->> 'text')`;

/** Mails by what they say, who sent them, and the platform's number. */
export function messagesSql(asked: Look): string {
  const { query } = asked;
  const ways = [
    query && `words_of(${TEXT}, m.reading ->> 'language') @@ ${query}`,
    holds(`(${HEAD})`, asked),
    `m.notice_id = any(${byTheirNumber(asked)})`,
  ];
  return `
    select f.id, f.subject, f."from", f."noticeReference", f.at, f.language,
           ${excerpt('f.text', 'f.language', 'f.confidentiality', asked)} as excerpt
    from (select m.id, m.summary ->> 'subject' as subject, m.summary ->> 'from' as "from", m.received_at as at,
                 n.reference as "noticeReference", m.summary ->> 'text' as text, m.reading ->> 'language' as language,
                 coalesce(c.confidentiality, 'normal') as confidentiality
          from ${rowsOf('messages', 'received_at', asked)} m left join notices n on n.id = m.notice_id left join case_files c on c.id = n.case_id
          where ${readable(asked)} and m.summary is not null and ${since('m.received_at', asked)} and ${anyOf(ways)}
          order by ${newestFirst('m.received_at', asked)}, m.id ${part(asked)}) f
    order by f.at desc, f.id`;
}

export const messageHit = ({ excerpt: text, language, ...row }: Row, { wish }: Look): MessageHit => ({
  ...row,
  snippet: snippetOf(text, language, wish.question.part),
});
