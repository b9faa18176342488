import { machineMoment, writeMoment, writeNumber } from '../templates/display.js';
import type { ReportWords } from './report-words.js';

const NOTHING = '–';

/** How a report writes moments, numbers and durations in its language and zone (ux.md A6). */
export class ReportFormats {
  constructor(
    private readonly words: ReportWords,
    private readonly zone: string,
  ) {}

  /** `21 nov 2026 14:05`; a dash for never. */
  moment(instant: string | null): string {
    return instant === null ? NOTHING : writeMoment(instant, 'short', this.words.language, this.zone);
  }

  /** `21 november 2026`, of a day or of the day an instant falls on. */
  day(day: string | null): string {
    return day === null ? NOTHING : writeMoment(day, 'day', this.words.language, this.zone);
  }

  /** `21 nov 2026`. */
  shortDay(instant: string | null): string {
    return instant === null ? NOTHING : writeMoment(instant, 'short-day', this.words.language, this.zone);
  }

  /** The same for machines, with its offset. */
  machine(instant: string): string {
    return machineMoment(instant, this.zone);
  }

  number(value: number, decimals = 0): string {
    return writeNumber(value, decimals, this.words.language);
  }

  /** `76,64%`; a dash for a share of nothing. */
  percent(value: number | null, decimals = 2): string {
    return value === null ? NOTHING : `${this.number(value, decimals)}%`;
  }

  /** Minutes up to two hours, hours up to two days, then days: `4 minuten`, `5,2 uur`, `3,4 dagen`. */
  duration(hours: number | null): string {
    if (hours === null) return NOTHING;
    const { unit, n, decimals } = inUnit(hours);
    return `${this.number(n, decimals)} ${this.words.of('unit', unit)}`;
  }

  /** How long after sending, short enough for a column: `+5,2 u`, `+3,4 d`; empty at the moment itself. */
  after(hours: number): string {
    if (hours === 0) return '';
    const { unit, n, decimals } = inUnit(Math.abs(hours));
    const written = this.words.of('unit', `${unit}-after`).replace('{n}', this.number(n, decimals));
    return hours < 0 ? written.replace('+', '−') : written;
  }

  country(code: string | null): string {
    if (code === null) return this.words.say('unknown');
    return new Intl.DisplayNames(this.words.language, { type: 'region' }).of(code) ?? code;
  }

  bytes(bytes: number): string {
    if (bytes < 1000) return `${this.number(bytes)} B`;
    return bytes < 1_000_000 ? `${this.number(bytes / 1000, 1)} kB` : `${this.number(bytes / 1_000_000, 1)} MB`;
  }
}

function inUnit(hours: number): { unit: string; n: number; decimals: number } {
  if (hours < 2) return { unit: 'minutes', n: hours * 60, decimals: 0 };
  if (hours < 48) return { unit: 'hours', n: hours, decimals: 1 };
  return { unit: 'days', n: hours / 24, decimals: 1 };
}
