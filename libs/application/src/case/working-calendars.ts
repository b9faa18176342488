import type { WorkingCalendar } from '#domain/case/working-days.js';

/** On which days the organisation works, by its zone and the holidays of its country. */
export abstract class WorkingCalendars {
  abstract ours(): Promise<WorkingCalendar>;
}
