import type { ContentItem, ContentItemDraft } from '#domain/notice/content-item.js';
import { canonicalUrl, parseWebAddress, refanged, unwrapped } from '#domain/notice/canonical-url.js';
import type { ContentType } from '#domain/notice/codes.js';
import type { NoticeAnswers } from '#domain/notice/notice-answers.js';
import type { NoticeContent } from '#domain/notice/notice-content.js';
import type { Notice } from '#domain/notice/notice.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { Identities } from '../identities.js';

/** What a person writes about one address. */
export interface WrittenItem {
  readonly url: string;
  readonly contentType: ContentType;
  readonly locator: string;
  /** The day (ISO) it was put there; null or absent where nobody knows. */
  readonly postedOn?: string | null;
}

/** What a person writes on a page of a notice; who submits it follows from the organisation. */
export interface WrittenNotice extends Omit<NoticeContent, 'submitterName' | 'submitterEmail' | 'answers'> {
  readonly items: readonly WrittenItem[];
  /** Those that stand where this is left out. */
  readonly answers?: NoticeAnswers;
}

/** A notice as it stands, to be written anew with one thing changed. */
export function writtenOf({ content, items }: Notice): WrittenNotice & { readonly answers: NoticeAnswers } {
  const { submitterName: _name, submitterEmail: _email, ...written } = content;
  return { ...written, items: items.map(writtenItem) };
}

/** An item as a person would write it again. */
export const writtenItem = ({ url, contentType, locator, postedOn }: ContentItem): WrittenItem => ({
  ...{ url, contentType, locator, postedOn },
});

/** The items as drafts; an address that stood there already keeps its id, so that its evidence stays with it. */
export function itemDrafts(
  written: readonly WrittenItem[],
  present: readonly ContentItem[],
  identities: Identities,
): ContentItemDraft[] {
  const left = [...present];
  return written.map((item) => {
    const url = visible(refanged(item.url));
    const at = left.findIndex((one) => one.url === url);
    const known = at < 0 ? undefined : left.splice(at, 1)[0];
    const { contentType, locator, postedOn = null } = item;
    const id = known?.id ?? identities.id();
    return { id, url, canonicalUrl: addressOf(url), contentType, locator, postedOn };
  });
}

/** Refuses an address with a character nobody sees: it would lead elsewhere than it says, and cannot be read out. */
function visible(url: string): string {
  if (/[\p{Cc}\p{Cf}]/u.test(url)) throw new RuleViolation('notice.address-unseen', { url });
  return url;
}

/** The canonical form of an address; refuses what is not http(s), naming the address. */
export function addressOf(url: string): string {
  if (parseWebAddress(unwrapped(url)) === null) throw new RuleViolation('notice.address-not-http', { url });
  return canonicalUrl(url);
}
