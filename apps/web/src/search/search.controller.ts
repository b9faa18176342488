import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RecordLook } from '#application/access/record-look.js';
import type { SignedIn } from '#application/access/sessions.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { SearchForm } from './search.form.js';
import { SearchPage } from './search.page.js';

/** Rules about the question; all of them speak of the one box. */
const RULES = ['empty', 'too-long', 'too-short', 'only-signs'].map((rule) => [`search.${rule}`, 'q'] as const);

/**
 * Search. Whatever is typed travels in a form and comes back sealed in the address of the page, so that it can be
 * reloaded, paged and gone back to, while no history, log or proxy holds what was asked (decision 0034).
 */
@Controller('search')
@May('register.read')
export class SearchController {
  constructor(
    private readonly page: SearchPage,
    private readonly recordLook: RecordLook,
    private readonly forms: Forms,
  ) {}

  /** A question in the address, as another program may link to, is sealed at once: the browser remembers only that. */
  @Get()
  async begin(
    @Query('q') asked: unknown,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    const model = { ...this.page.nothingYet(person), lost: false };
    if (typeof asked !== 'string' || asked === '') return this.forms.open(request, response, 'search/show', { model });
    request.body = { q: asked };
    return this.ask(request, response, person);
  }

  @Post()
  ask(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.forms.take(request, response, {
      form: SearchForm,
      page: 'search/show',
      model: () => ({ ...this.page.nothingYet(person), lost: false }),
      fields: Object.fromEntries(RULES),
      act: async ({ q = '' }) => {
        const { sealed, mark } = this.page.seal(q, person);
        const facts = { mark };
        await this.recordLook.run(actor(person), { kind: 'searched', subject: 'search', subjectId: 'desk', facts });
        return `/search/${sealed}`;
      },
    });
  }

  @Get(':asked')
  async show(
    @Param('asked') sealed: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: DeskRequest,
    @Res() response: Response,
  ): Promise<void> {
    const { person } = request;
    if (!person) throw new RuleViolation('search.not-found');
    return this.forms.open(request, response, 'search/show', await this.page.of(sealed, query, person));
  }
}
