import { Clock } from '#application/clock.js';

/** A clock that stands still until somebody sets it. */
export class FakeClock extends Clock {
  constructor(private at: Date = new Date('2026-11-21T12:00:00Z')) {
    super();
  }

  now(): Date {
    return new Date(this.at);
  }

  set(at: string): void {
    this.at = new Date(at);
  }
}
