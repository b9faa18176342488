import type { EarlierNotice } from '#application/notice/notice-list.js';
import { isBeingWritten } from '#domain/notice/notice-status.js';
import { noticeRowView } from './notice-row.view.js';

/** An earlier notice about one of the addresses, as the warning shows it. */
export const earlierView = ({ canonicalUrl, sentBy, ...row }: EarlierNotice) => ({
  ...noticeRowView(row),
  canonicalUrl,
  sentBy,
});

/** Those that were reported, and those that somebody is still writing: the first are a warning, the second a place to go on. */
export const earlierViews = (found: readonly EarlierNotice[]) => ({
  earlier: found.filter(({ status }) => !isBeingWritten(status)).map(earlierView),
  drafted: found.filter(({ status }) => isBeingWritten(status)).map(earlierView),
});
