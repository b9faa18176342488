import type { DossierFacts, DossierNotice } from './dossier-facts.js';

/**
 * What everybody may read: no correspondence, no evidence, no path of an address (a path often names a person), none of
 * the numbers under which the provider keeps the notice, and nothing a person wrote freely.
 */
export function publicVersion(facts: DossierFacts): DossierFacts {
  return { ...facts, statement: null, notices: facts.notices.map(withoutParticulars) };
}

function withoutParticulars(notice: DossierNotice): DossierNotice {
  return {
    ...notice,
    theirReference: null,
    items: notice.items.map(({ postedOn: _day, ...item }) => ({ ...item, url: originOf(item.url), locator: '' })),
    correspondence: [],
    captures: [],
  };
}

/** `https://example.org`; an address that cannot be taken apart says nothing. */
export function originOf(url: string): string {
  const [, origin] = /^(https?:\/\/[^/\\?#\s]+)/i.exec(url) ?? [];
  return origin === undefined ? '' : origin.replace(/^(https?:\/\/).*@/i, '$1').toLowerCase();
}
