import { ApiProperty } from '@nestjs/swagger';
import { LINES, REGIMES } from '#domain/notice/codes.js';
import { COUNTED_CLASSES, DECISION_CODES } from '#domain/outcome/outcome-code.js';
import { UNITS } from '#domain/statistics/figures.js';

const share = {
  nullable: true,
  type: Number,
  description: 'Per cent of `total`, two decimals; null of nothing',
} as const;
const hours = { nullable: true, type: Number, description: 'Hours, two decimals; null where there is none' } as const;

export class CodeFigures {
  @ApiProperty({ enum: DECISION_CODES })
  code!: string;

  @ApiProperty()
  count!: number;

  @ApiProperty(share)
  percentage!: number | null;
}

export class ClassFiguresAnswer {
  @ApiProperty({ enum: COUNTED_CLASSES })
  class!: string;

  @ApiProperty()
  count!: number;

  @ApiProperty(share)
  percentage!: number | null;

  @ApiProperty({ description: 'Of these, acted on in part' })
  partly!: number;

  @ApiProperty({ type: [CodeFigures] })
  codes!: CodeFigures[];
}

export class DurationsAnswer {
  @ApiProperty()
  n!: number;

  @ApiProperty(hours)
  median!: number | null;

  @ApiProperty(hours)
  p90!: number | null;
}

export class TimesAnswer {
  @ApiProperty({ type: DurationsAnswer })
  acknowledgementHours!: DurationsAnswer;

  @ApiProperty({ type: DurationsAnswer })
  decisionHours!: DurationsAnswer;
}

/** Figures of one set of notices or items. */
export class FiguresOfSet {
  @ApiProperty({ description: '`total` + `pending`' })
  sent!: number;

  @ApiProperty({ description: 'No decision yet and still within the time allowed; outside the percentages' })
  pending!: number;

  @ApiProperty()
  total!: number;

  @ApiProperty({ type: [ClassFiguresAnswer] })
  classes!: ClassFiguresAnswer[];

  @ApiProperty(share)
  followUpPercentage!: number | null;

  @ApiProperty({ type: TimesAnswer })
  times!: TimesAnswer;
}

export class GroupAnswer extends FiguresOfSet {
  @ApiProperty()
  key!: string;

  @ApiProperty()
  label!: string;
}

export class PeriodAnswer {
  @ApiProperty({ format: 'date' })
  from!: string;

  @ApiProperty({ format: 'date' })
  to!: string;
}

/** The follow-up figures, as `seinpost follow-up --json` prints them. */
export class FiguresAnswer extends FiguresOfSet {
  @ApiProperty({ type: PeriodAnswer })
  period!: PeriodAnswer;

  @ApiProperty({ format: 'date-time' })
  asOf!: string;

  @ApiProperty({ enum: UNITS })
  unit!: string;

  @ApiProperty({ enum: REGIMES, isArray: true })
  regime!: readonly string[];

  @ApiProperty({ enum: LINES, nullable: true, type: String })
  line!: string | null;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' }, description: 'Calendar days' })
  timeAllowedDays!: object;

  @ApiProperty({ description: 'Durations left out because they were negative' })
  excluded!: number;

  @ApiProperty({ type: [GroupAnswer], description: 'By platform, unless `by` says otherwise' })
  groups!: GroupAnswer[];
}
