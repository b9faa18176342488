import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '#application/case/working-calendars.js';
import { Clock } from '#application/clock.js';
import type { Today } from './deadline.view.js';

/** Says what day it is for a page that shows deadlines. */
@Injectable()
export class Todays {
  constructor(
    private readonly calendars: WorkingCalendars,
    private readonly clock: Clock,
  ) {}

  async now(): Promise<Today> {
    return { now: this.clock.now(), calendar: await this.calendars.ours() };
  }
}
