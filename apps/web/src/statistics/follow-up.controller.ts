import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { figuresCsv } from '#adapters/report/figures-csv.js';
import { Installation } from '#application/access/installation.js';
import type { SignedIn } from '#application/access/sessions.js';
import { Clock } from '#application/clock.js';
import { FollowUp } from '#application/statistics/follow-up.js';
import { figuresReachOf } from '#domain/access/reach.js';
import { LINES } from '#domain/notice/codes.js';
import { BREAKDOWNS, UNITS, type FollowUpFigures } from '#domain/statistics/figures.js';
import { dayIn } from '#domain/report/day-in.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank, refused } from '../frame/form-state.js';
import { May } from '../frame/may.decorator.js';
import { Pages } from '../frame/pages.js';
import { followUpForm, questionOf, type FollowUpForm } from './follow-up.query.js';
import { followUpView } from './follow-up.view.js';

type Asked = Readonly<Record<string, unknown>>;

/** What platforms did with our notices: chart, table, CSV and JSON from the same rows. */
@Controller('follow-up')
@May('statistics.read')
export class FollowUpController {
  constructor(
    private readonly followUp: FollowUp,
    private readonly installation: Installation,
    private readonly clock: Clock,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
    @Query() query: Asked,
  ): Promise<void> {
    const form = await this.form(query);
    const choices = { breakdowns: BREAKDOWNS, units: UNITS, lines: LINES };
    if (form.from > form.to) {
      const text = this.pages.say(request, 'errors.follow-up.from-after-to');
      const model = { ...choices, figures: null, form: refused({ ...form }, [{ field: 'to', text }]) };
      return this.pages.show(request, response, 'follow-up/show', model, 422);
    }
    const figures = await this.figures(form, person);
    const view = followUpView(figures, form, (key) => this.pages.say(request, key));
    await this.pages.show(request, response, 'follow-up/show', { ...choices, ...view, form: blank({ ...form }) }, 200);
  }

  @Get('figures.csv')
  async csv(@Res() response: Response, @CurrentUser() person: SignedIn, @Query() query: Asked): Promise<void> {
    const csv = figuresCsv(await this.figures(await this.form(query), person));
    response.attachment('follow-up.csv').type('text/csv').send(csv);
  }

  @Get('figures.json')
  async json(@Res() response: Response, @CurrentUser() person: SignedIn, @Query() query: Asked): Promise<void> {
    response.attachment('follow-up.json').json(await this.figures(await this.form(query), person));
  }

  private async form(query: Asked): Promise<FollowUpForm> {
    const { zone } = await this.installation.organisation();
    return followUpForm(query, dayIn(this.clock.now().toISOString(), zone));
  }

  private async figures(form: FollowUpForm, person: SignedIn): Promise<FollowUpFigures> {
    if (form.from > form.to) throw new RuleViolation('follow-up.from-after-to', { from: form.from, to: form.to });
    const { zone } = await this.installation.organisation();
    return this.followUp.run(
      questionOf(form, { zone, now: this.clock.now(), language: person.language, reach: figuresReachOf(person) }),
    );
  }
}
