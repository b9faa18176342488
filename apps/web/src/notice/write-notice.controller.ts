import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { CaseList } from '#application/case/case-list.js';
import { DescribeNotice } from '#application/notice/describe-notice.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { StartNotice } from '#application/notice/start-notice.js';
import type { WrittenNotice } from '#application/notice/written-notice.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms, type FieldOfRule } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { NoticeChoices } from './notice-choices.js';
import { ChangedNoticeForm, formOf, NoticeForm } from './notice.form.js';

const USUAL = { contentType: 'post', measure: 'remove', manipulated: 'unknown', language: 'en' };
const GROUND_RULES = ['ground.unknown', 'ground.repealed', 'ground.replaced', 'ground.not-yet-in-force'];

/** Which field a rule speaks about; a ground is the second one where that is what was chosen there. */
function fieldsOf({ body }: DeskRequest): Record<string, FieldOfRule> {
  const second = (body as Record<string, unknown> | undefined)?.['secondGround'];
  const first = (body as Record<string, unknown> | undefined)?.['ground'];
  const field: FieldOfRule = ({ code }) => (code === second && code !== first ? 'secondGround' : 'ground');
  return {
    ...{ 'notice.address-not-http': 'addresses', 'notice.address-unseen': 'addresses', 'platform.unknown': 'platform' },
    ...Object.fromEntries(GROUND_RULES.map((rule) => [rule, field])),
  };
}

/** Beginning a notice in a case. */
@Controller('cases/:caseId/notices/new')
@May('case.write', { case: 'caseId' })
export class NewNoticeController {
  constructor(
    private readonly startNotice: StartNotice,
    private readonly cases: CaseList,
    private readonly choices: NoticeChoices,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('notices/write')
  async blank(@Param('caseId') caseId: string, @CurrentUser() { language }: SignedIn): Promise<object> {
    (await this.cases.one(caseId)).assertOpen();
    return { ...(await this.model(caseId, language)), form: blank(USUAL) };
  }

  @Post()
  take(
    @Param('caseId') caseId: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: NoticeForm,
      page: 'notices/write',
      model: () => this.model(caseId, person.language),
      fields: fieldsOf(request),
      act: async (form) => {
        const written = await this.choices.written(form);
        const { id, reference } = await this.startNotice.run(caseId, written, actor(person));
        return { to: nextAddress(id, written), say: 'notices.kept', facts: { reference } };
      },
    });
  }

  private async model(caseId: string, language: 'nl' | 'en'): Promise<object> {
    return { ...(await this.choices.for(language)), back: `/cases/${caseId}`, current: null };
  }
}

/** Changing what a notice says, as long as it has not been submitted. */
@Controller('notices/:id/edit')
@May('case.write', { notice: 'id' })
export class EditNoticeController {
  constructor(
    private readonly describeNotice: DescribeNotice,
    private readonly file: NoticeFile,
    private readonly choices: NoticeChoices,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('notices/write')
  async show(@Param('id') id: string, @CurrentUser() { language }: SignedIn): Promise<object> {
    const { notice } = await this.file.whole(id);
    return { ...(await this.model(id, language)), form: blank(formOf(notice)) };
  }

  @Post()
  take(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: ChangedNoticeForm,
      page: 'notices/write',
      model: () => this.model(id, person.language),
      fields: fieldsOf(request),
      act: async (form) => {
        const written = await this.choices.written(form);
        const which = { id, expected: Number(form.version), by: actor(person) };
        const { reference } = await this.describeNotice.run(which, written);
        return { to: nextAddress(id, written), say: 'notices.kept', facts: { reference } };
      },
    });
  }

  /** `current` is the version that stands now: who typed over another one is told, and only then may keep it. */
  private async model(id: string, language: 'nl' | 'en'): Promise<object> {
    const { version } = (await this.file.whole(id)).notice;
    return { ...(await this.choices.for(language)), back: `/notices/${id}`, current: String(version) };
  }
}

/** The page of the notice; without reasons first the one on which they are built from answers. */
function nextAddress(id: string, { grounds }: WrittenNotice): string {
  const [first] = grounds;
  return first?.explanation.trim() === '' ? `/notices/${id}/grounds/${first.code}/explain` : `/notices/${id}`;
}
