import type { AddressHit } from '#application/case/desk-search.js';
import { anyOf, holds, newestFirst, part, plain, readable, rowsOf, since, type Look } from './look.js';
import { byPiece } from './marks.js';

type Row = Omit<AddressHit, 'snippet'> & { readonly canonical: string };

const PIECES = `(i.canonical_url || ' ' || i.locator)`;

/**
 * Addresses in any form: the page itself first, then what lies under it, what begins so where it was shortened, and where
 * the piece stands inside, as a user name or number does.
 */
export function addressesSql(asked: Look): string {
  const { bind, wish } = asked;
  const { address } = wish.question;
  const exact = address && `i.canonical_url = ${bind(address.canonical)}`;
  const ways = [exact, ...(address ? beginsWith(address, asked) : []), ...inside(asked)];
  const first = exact && isOnePage(wish) ? `(${exact}) desc, ` : '';
  return `
    select n.id as "noticeId", n.reference as "noticeReference", i.canonical_url as canonical,
           i.content_type as "contentType", i.locator, n.status, s.class, n.created_at as at
    from content_items i join ${rowsOf('notices', 'created_at', asked)} n on n.id = i.notice_id left join case_files c on c.id = n.case_id
    left join follow_up_spells s on s.notice_id = n.id and s.item_id = i.id
      and s.valid_from <= now() and s.valid_until > now()
    where ${readable(asked)} and ${since('n.created_at', asked)} and ${anyOf(ways)}
    order by ${first}${address ? 'n.created_at desc' : newestFirst('n.created_at', asked)}, n.id, i.position ${part(asked)}`;
}

/** A page is asked for, rather than a host or a beginning that many share: there are few, and the page itself goes first. */
export const isOnePage = ({ question: { address } }: Pick<Look['wish'], 'question'>): boolean =>
  address !== null && address.whole && /[/?]/.test(address.canonical);

function beginsWith({ canonical, whole }: { canonical: string; whole: boolean }, { bind }: Look): string[] {
  const begin = plain(canonical);
  return (whole ? ['/%', '?%'] : ['%']).map((rest) => `i.canonical_url like ${bind(begin + rest)}`);
}

/** As typed, and as a path writes it where it has other letters than an address can hold. */
function inside(asked: Look): (string | null)[] {
  const { question } = asked.wish;
  if (question.part === null || question.address) return [];
  const written = encodeURI(question.part);
  const other = written === question.part ? null : `${PIECES} ilike ${asked.bind(`%${plain(written)}%`)}`;
  return [holds(PIECES, asked), other];
}

export const addressHit = ({ canonical, ...row }: Row, { wish: { question } }: Look): AddressHit => {
  const piece = question.address?.canonical ?? question.part;
  return { ...row, snippet: { language: null, parts: byPiece(canonical, piece) } };
};
