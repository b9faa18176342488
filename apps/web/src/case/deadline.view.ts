import { timeLeft, type WorkingCalendar } from '#domain/case/working-days.js';

/** The moment of a page and the days its people work on: what deadlines are told by. */
export interface Today {
  readonly now: Date;
  readonly calendar: WorkingCalendar;
}

/** A deadline as the partial `deadline` shows it: a word of `deadlines`, and how much it presses. */
export interface DeadlineView {
  readonly at: Date;
  readonly kind: 'left' | 'free-day' | 'today' | 'late' | 'just-late';
  readonly days: number;
  readonly look: 'neutral' | 'caution' | 'alarm';
}

/** From so few working days on it stands out. */
const SOON = 2;

export function deadlineView(at: Date | null, { now, calendar }: Today): DeadlineView | null {
  if (at === null) return null;
  const left = timeLeft(at, now, calendar);
  if (left.kind === 'today') return { at, kind: 'today', days: 0, look: 'caution' };
  const { days } = left;
  if (left.kind === 'late') return { at, kind: days === 0 ? 'just-late' : 'late', days, look: 'alarm' };
  return { at, kind: days === 0 ? 'free-day' : 'left', days, look: days <= SOON ? 'caution' : 'neutral' };
}
