import type { HitGroup, Hits, Snippet } from '#application/case/desk-search.js';
import type { SearchKind } from '#domain/case/search-question.js';

/** One hit as the list shows it: where it leads, what it is called, what stands beside and below it. */
export interface HitView {
  readonly href: string;
  readonly title: string;
  readonly at: Date | null;
  readonly snippet: Snippet | null;
  /** Further facts, each worded by the template; null where this kind has none. */
  readonly confidentiality: string | null;
  readonly caseState: string | null;
  readonly line: string | null;
  readonly noticeState: string | null;
  readonly standing: string | null;
  readonly contentType: string | null;
  readonly beside: string | null;
  readonly titleNl: string | null;
  readonly titleEn: string | null;
  readonly validTo: string | null;
}

const NOTHING = {
  ...{ at: null, snippet: null, confidentiality: null, caseState: null, line: null, noticeState: null },
  ...{ standing: null, contentType: null, beside: null, titleNl: null, titleEn: null, validTo: null },
};

type Views = { readonly [K in SearchKind]: (hit: Hits[K]) => HitView };

const VIEWS: Views = {
  cases: ({ id, reference, at, snippet, line, status, confidentiality }) => ({
    ...NOTHING,
    ...{ href: `/cases/${id}`, title: reference, at, snippet, line, caseState: status },
    confidentiality: confidentiality === 'normal' ? null : confidentiality,
  }),
  notices: ({ id, reference, at, snippet, platformName, status, ...hit }) => ({
    ...NOTHING,
    ...{ href: `/notices/${id}`, title: reference, at, snippet, beside: platformName, noticeState: status },
    standing: hit.class,
  }),
  addresses: ({ noticeId, noticeReference, at, snippet, status, contentType, locator, ...hit }) => ({
    ...NOTHING,
    ...{ href: `/notices/${noticeId}`, title: noticeReference, at, snippet, noticeState: status, contentType },
    ...{ standing: hit.class, beside: locator === '' ? null : locator },
  }),
  messages: ({ id, subject, from, at, snippet, noticeReference }) => ({
    ...NOTHING,
    ...{ href: `/inbox/${id}`, title: subject, at, snippet },
    beside: noticeReference === null ? from : `${from} · ${noticeReference}`,
  }),
  platforms: ({ code, name, legalEntity }) => ({
    ...NOTHING,
    ...{ href: `/platforms/${code}`, title: name, beside: legalEntity },
  }),
  grounds: ({ code, article, titleNl, titleEn, validTo }) => ({
    ...NOTHING,
    ...{ href: `/grounds/${code}`, title: article, titleNl, titleEn, validTo },
  }),
};

export const hitView = (kind: SearchKind, hit: HitGroup['rows'][number]): HitView => VIEWS[kind](hit as never);
