/** Which part of a list a page shows, as the partial `paging` needs it. */
export interface Paging {
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly previous: string | null;
  readonly next: string | null;
}

export const PER_PAGE = 25;

/** The page number a query asks for: a whole number from 1, whatever was typed. */
export function pageNumber(asked: unknown): number {
  const number = Number(typeof asked === 'string' ? asked : 1);
  return Number.isSafeInteger(number) && number > 0 ? Math.min(number, 10_000) : 1;
}

/** Paging of `total` rows at a page; `query` is what else stands in the address and stays there. */
export function paging(
  page: number,
  total: number,
  path: string,
  query: Readonly<Record<string, unknown>> = {},
): Paging {
  const last = Math.max(1, Math.ceil(total / PER_PAGE));
  const here = Math.min(page, last);
  const address = (number: number) =>
    `${path}?${new URLSearchParams([...texts(query), ['page', String(number)]]).toString()}`;
  return {
    from: total === 0 ? 0 : (here - 1) * PER_PAGE + 1,
    to: Math.min(here * PER_PAGE, total),
    total,
    previous: here > 1 ? address(here - 1) : null,
    next: here < last ? address(here + 1) : null,
  };
}

const texts = (query: Readonly<Record<string, unknown>>): [string, string][] =>
  Object.entries(query).filter(
    (entry): entry is [string, string] => entry[0] !== 'page' && typeof entry[1] === 'string' && entry[1] !== '',
  );
