import {
  CASE_SORTS,
  CASE_STATES,
  CASE_WAITS,
  writeChoice,
  type CaseChoice,
  type CaseSort,
  type WrittenChoice,
} from '#domain/case/case-choice.js';

/** The address of the list for a choice. */
export const listAddress = (written: WrittenChoice, at = '/cases'): string => {
  const query = new URLSearchParams(written).toString();
  return query === '' ? at : `${at}?${query}`;
};

/** One thing that was chosen, with the list without it. */
interface Tag {
  readonly name: string;
  readonly value: string;
  /** What the value is called; null where words say it. */
  readonly text: string | null;
  readonly href: string;
}

/** What of an address is no filter: tabs and headings show it. */
const SHOWN_ELSEWHERE = ['status', 'sort'];

/** How a list is filtered and sorted, and the addresses that change one thing of it; `names` of platforms and people by code or id. */
export function filterView(choice: CaseChoice, names: ReadonlyMap<string, string>, page: number) {
  const written = writeChoice(choice);
  return {
    written,
    fields: Object.entries(written).map(([name, value]) => ({ name, value })),
    tags: tagsOf(written, names),
    keep: listAddress(written, '/cases/views/new'),
    here: listAddress(written),
    tickPage: listAddress({ ...written, ...(page > 1 ? { page: String(page) } : {}), tick: 'page' }),
    withoutTags: listAddress(only(written, SHOWN_ELSEWHERE)),
    states: CASE_STATES.map((state) => ({
      state,
      current: state === choice.status,
      href: listAddress(writeChoice({ ...choice, status: state })),
    })),
    sorts: Object.fromEntries(CASE_SORTS.map((sort) => [sort, heading(choice, sort)])),
    waits: CASE_WAITS,
  };
}

const tagsOf = (written: WrittenChoice, names: ReadonlyMap<string, string>): Tag[] =>
  Object.entries(written)
    .filter(([name]) => !SHOWN_ELSEWHERE.includes(name))
    .map(([name, value]) => ({
      name,
      value,
      text: names.get(value) ?? null,
      href: listAddress(without(written, name)),
    }));

const heading = (choice: CaseChoice, sort: CaseSort) => ({
  href: listAddress(writeChoice({ ...choice, sort })),
  current: sort === choice.sort,
});

const without = (written: WrittenChoice, name: string): WrittenChoice =>
  Object.fromEntries(Object.entries(written).filter(([other]) => other !== name));

const only = (written: WrittenChoice, names: readonly string[]): WrittenChoice =>
  Object.fromEntries(Object.entries(written).filter(([name]) => names.includes(name)));
