import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { ApproveNotice, type SecondReading } from '#application/notice/approve-notice.js';
import { ReturnNotice } from '#application/notice/return-notice.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms, type FormTurn } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { ReviewPage } from './review.page.js';
import { ReturnForm, SeenForm } from './submit.form.js';

/** The letter in question, by the address of the page. */
type Which = { readonly id: string; readonly digest: string };
const FIELDS = { 'notice.return-reason-missing': 'reason', 'notice.return-reason-too-long': 'reason' };

/** A second person judges one notice: reads, then approves or returns, each on a page of its own. */
@Controller('approvals/:id')
@May('notice.approve', { notice: 'id' })
export class ReviewController {
  constructor(
    private readonly approveNotice: ApproveNotice,
    private readonly returnNotice: ReturnNotice,
    private readonly page: ReviewPage,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('approvals/review')
  review(@Param('id') id: string, @CurrentUser() person: SignedIn): Promise<object> {
    return this.page.review(id, person);
  }

  @Get('approve/:digest')
  @Page('approvals/approve')
  async sure(@Param() { id, digest }: Which, @CurrentUser() person: SignedIn): Promise<object> {
    return { ...(await this.page.confirm(id, digest, person)), form: blank() };
  }

  @Post('approve/:digest')
  approve(
    @Param() which: Which,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    const act = async (form: SeenForm) => {
      const { reference } = await this.approveNotice.run(reading(which, form, person));
      return { to: '/approvals', say: 'approvals.approved', facts: { reference } };
    };
    return this.forms.take(request, response, this.turn(which, person, { form: SeenForm, page: 'approve', act }));
  }

  @Get('return/:digest')
  @Page('approvals/return')
  async why(@Param() { id, digest }: Which, @CurrentUser() person: SignedIn): Promise<object> {
    return { ...(await this.page.confirm(id, digest, person)), form: blank() };
  }

  @Post('return/:digest')
  return(
    @Param() which: Which,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    const act = async (form: ReturnForm) => {
      const { reference } = await this.returnNotice.run({ ...reading(which, form, person), reason: form.reason });
      return { to: '/approvals', say: 'approvals.returned', facts: { reference } };
    };
    return this.forms.take(request, response, this.turn(which, person, { form: ReturnForm, page: 'return', act }));
  }

  private turn<T extends object>(
    { id, digest }: Which,
    person: SignedIn,
    { page, ...turn }: Pick<FormTurn<T>, 'form' | 'page' | 'act'>,
  ): FormTurn<T> {
    const model = () => this.page.confirm(id, digest, person);
    return { ...turn, page: `approvals/${page}`, model, fields: FIELDS };
  }
}

const reading = ({ id, digest }: Which, { version }: SeenForm, person: SignedIn): SecondReading => ({
  ...{ id, expected: Number(version), letterDigest: digest, by: actor(person) },
});
