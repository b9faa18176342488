import type { CaseRow } from '#application/case/case-list.js';
import { deadlineView, type Today } from './deadline.view.js';

/** A row of a list of cases; of one that may be known and not read, dashes stand for what is in it. */
export const caseRowView = (row: CaseRow, today: Today, ticked = false) => ({
  ...row,
  ticked,
  deadline: deadlineView(row.tally?.dueAt ?? null, today),
});
