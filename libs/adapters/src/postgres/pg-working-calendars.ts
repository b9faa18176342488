import type { DataSource } from 'typeorm';
import { WorkingCalendars } from '#application/case/working-calendars.js';
import type { WorkingCalendar } from '#domain/case/working-days.js';

/** The calendar from PostgreSQL, in one look: deadlines are at most a year away, and no list shows older lateness in working days. */
export class PgWorkingCalendars extends WorkingCalendars {
  constructor(private readonly db: DataSource) {
    super();
  }

  async ours(): Promise<WorkingCalendar> {
    const [found] = (await this.db.query(
      `select organisation ->> 'zone' as zone,
              array(select day::text from holidays h where h.country = organisation ->> 'country'
                    and day between current_date - 1 and current_date + 400) as days
       from installation`,
    )) as [{ zone: string; days: string[] }];
    return { zone: found.zone, holidays: new Set(found.days) };
  }
}
