import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#application/access/sessions.js';
import type { FollowUpFigures } from '#domain/statistics/figures.js';
import { BREAKDOWNS, UNITS } from '#domain/statistics/figures.js';
import { LINES } from '#domain/notice/codes.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import { May } from '../frame/may.decorator.js';
import { AskedFigures } from '../statistics/asked-figures.js';
import { FiguresAnswer } from './figures.answer.js';

/** Follow-up figures over the JSON API. */
@ApiTags('figures')
@Controller('api/follow-up')
export class FiguresApi {
  constructor(private readonly asked: AskedFigures) {}

  @Get()
  @May('statistics.read')
  @ApiOperation({ summary: 'What platforms did with the notices sent in a period' })
  @ApiQuery({ name: 'from', required: false, description: 'First day, in the zone of the organisation' })
  @ApiQuery({ name: 'to', required: false, description: 'Last day, included' })
  @ApiQuery({ name: 'asOf', required: false, description: 'As it stood at the end of this day; now without' })
  @ApiQuery({ name: 'by', enum: BREAKDOWNS, required: false })
  @ApiQuery({ name: 'unit', enum: UNITS, required: false })
  @ApiQuery({ name: 'line', enum: LINES, required: false })
  @ApiQuery({ name: 'platform', required: false, description: 'Code of a platform of the register; all without' })
  @ApiOkResponse({ type: FiguresAnswer })
  async figures(
    @Query() query: Readonly<Record<string, unknown>>,
    @CurrentUser() person: SignedIn,
  ): Promise<FollowUpFigures> {
    return this.asked.of(await this.asked.form(query), person);
  }
}
