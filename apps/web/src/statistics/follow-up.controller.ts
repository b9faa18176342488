import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { figuresCsv } from '#adapters/report/figures-csv.js';
import type { SignedIn } from '#application/access/sessions.js';
import { figuresReachOf, isEverything } from '#domain/access/reach.js';
import { LINES } from '#domain/notice/codes.js';
import { BREAKDOWNS, UNITS } from '#domain/statistics/figures.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank, refused } from '../frame/form-state.js';
import { giveFile } from '../frame/file.js';
import { May } from '../frame/may.decorator.js';
import { Pages } from '../frame/pages.js';
import { AskedFigures } from './asked-figures.js';
import type { FollowUpForm } from './follow-up.query.js';
import { followUpView } from './follow-up.view.js';

type Asked = Readonly<Record<string, unknown>>;

/** What platforms did with our notices: chart, table, CSV and JSON from the same rows. */
@Controller('follow-up')
@May('statistics.read')
export class FollowUpController {
  constructor(
    private readonly figures: AskedFigures,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
    @Query() query: Asked,
  ): Promise<void> {
    const form = await this.figures.form(query);
    const isPart = !isEverything(figuresReachOf(person));
    const platforms = await this.figures.platforms();
    const choices = { breakdowns: BREAKDOWNS, units: UNITS, lines: LINES, platforms, isPart };
    if (form.from > form.to) {
      const text = this.pages.say(request, 'errors.follow-up.from-after-to');
      const model = { ...choices, figures: null, form: refused({ ...form }, [{ field: 'to', text }]) };
      return this.pages.show(request, response, 'follow-up/show', model, 422);
    }
    const figures = await this.figures.of(form, person);
    const view = followUpView(figures, form, (key) => this.pages.say(request, key));
    await this.pages.show(request, response, 'follow-up/show', { ...choices, ...view, form: blank({ ...form }) }, 200);
  }

  @Get('figures.csv')
  async csv(@Res() response: Response, @CurrentUser() person: SignedIn, @Query() query: Asked): Promise<void> {
    const form = await this.figures.form(query);
    const csv = figuresCsv(await this.figures.of(form, person));
    giveFile(response, { name: `${nameOf(form)}.csv`, type: 'text/csv; charset=utf-8', bytes: Buffer.from(csv) });
  }

  @Get('figures.json')
  async json(@Res() response: Response, @CurrentUser() person: SignedIn, @Query() query: Asked): Promise<void> {
    const form = await this.figures.form(query);
    const figures = JSON.stringify(await this.figures.of(form, person));
    const type = 'application/json; charset=utf-8';
    giveFile(response, { name: `${nameOf(form)}.json`, type, bytes: Buffer.from(figures) });
  }
}

/** A file of one platform's figures says so in its name. */
const nameOf = ({ platform }: FollowUpForm): string => (platform === '' ? 'follow-up' : `follow-up-${platform}`);
