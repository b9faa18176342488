import { Controller, Post, Req, Res } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import type { Response } from 'express';
import { OpenMatter } from '#application/notice/open-matter.js';
import type { SignedIn } from '#application/access/sessions.js';
import type { CaseContent } from '#domain/case/case-file.js';
import { LINES, type Line } from '#domain/notice/codes.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { actor, CurrentUser } from '../../frame/current-user.decorator.js';
import type { DeskRequest } from '../../frame/desk-request.js';
import { Forms } from '../../frame/forms.js';
import { May } from '../../frame/may.decorator.js';
import { NOTHING } from './begin.controller.js';

/** A case of which nothing is known yet. */
const UNKNOWN: Omit<CaseContent, 'line'> = {
  ...{ helpSeekerReference: '', ageBand: 'unknown', mandate: 'none', mandateValidUntil: null },
  ...{ manipulated: 'unknown', urgency: 'normal', threatToLife: false, summary: '' },
};

export class BeginForm {
  /** Left out by who works for one line. */
  @IsOptional()
  @IsIn([...LINES], { message: 'form.unknown-field' })
  line?: Line;
}

/** A new matter in one go, while somebody is on the phone: a case, a notice in it, and the first question. */
@Controller('notices/begin')
@May('case.write')
export class BeginAtOnceController {
  constructor(
    private readonly openMatter: OpenMatter,
    private readonly forms: Forms,
  ) {}

  @Post()
  begin(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.forms.take(request, response, {
      form: BeginForm,
      page: 'error',
      model: () => ({ kind: '422', reference: '', says: [], typed: [], back: '/work' }),
      act: async ({ line = person.lines[0] }) => {
        if (line === undefined) throw new RuleViolation('case.no-line');
        const { id } = await this.openMatter.run({ ...UNKNOWN, line }, NOTHING, actor(person), person);
        return `/notices/${id}/write/danger`;
      },
    });
  }
}
