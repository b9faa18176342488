import type { EarlierNotice } from '#application/notice/notice-list.js';
import { noticeRowView } from './notice-row.view.js';

/** An earlier notice about one of the addresses, as the warning shows it. */
export const earlierView = ({ canonicalUrl, sentBy, ...row }: EarlierNotice) => ({
  ...noticeRowView(row),
  canonicalUrl,
  sentBy,
});
