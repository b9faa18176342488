import { Controller, Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { MakeRecoveryCodes } from '#application/access/make-recovery-codes.js';
import { SecondFactors } from '#application/access/second-factors.js';
import type { SignedIn } from '#application/access/sessions.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { giveFile } from '../frame/file.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { ownPath } from '../frame/own-path.js';
import { FreshProof } from '../frame/proof-needed.js';
import { takeForm } from '../frame/take-form.js';
import { CodesForm, GoOnForm } from './prove.form.js';

/** Recovery codes: made anew, shown once, given as a file while they are on the screen. */
@Controller('account/recovery-codes')
@May('account.own')
@UseGuards(FreshProof)
export class RecoveryCodesController {
  constructor(
    private readonly makeRecoveryCodes: MakeRecoveryCodes,
    private readonly factors: SecondFactors,
    private readonly forms: Forms,
  ) {}

  @Get()
  async ask(
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
    @Query('to') to: unknown,
  ): Promise<void> {
    const { recoveryCodes } = await this.factors.of(person.userId);
    const values = { to: typeof to === 'string' ? ownPath(to) : '/account/security' };
    await this.forms.open(request, response, 'recovery-codes', { values, model: { left: recoveryCodes } });
  }

  @Post()
  make(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.forms.take(request, response, {
      form: GoOnForm,
      page: 'recovery-codes',
      model: async () => ({ left: (await this.factors.of(person.userId)).recoveryCodes }),
      act: async ({ to }) => {
        const codes = await this.makeRecoveryCodes.run(person);
        return { shows: 'recovery-codes-shown', model: { codes, typed: codes.join(' '), to: ownPath(to) } };
      },
    });
  }

  /** The codes on the screen as a file; only who holds them gets it, since they are kept nowhere. */
  @Post('file')
  async file(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    const { form, faults } = await takeForm(CodesForm, request.body);
    const codes = faults.length > 0 ? [] : form.codes.split(' ');
    if (!(await this.makeRecoveryCodes.areTheirs(person, codes))) throw new RuleViolation('access.codes-over');
    const bytes = Buffer.from(`Seinpost\n\n${codes.join('\n')}\n`);
    giveFile(response, { name: FILE, type: 'text/plain; charset=utf-8', bytes });
  }
}

const FILE = 'seinpost-herstelcodes.txt';
