import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { VerifyChannel } from '#application/provider/verify-channel.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { PlatformPage } from './platform.page.js';
import { VerifyForm } from './register.form.js';

/** One platform: who is behind it, how it is reached, and how its channels fare. */
@Controller('platforms/:code')
export class PlatformController {
  constructor(
    private readonly page: PlatformPage,
    private readonly verify: VerifyChannel,
    private readonly forms: Forms,
  ) {}

  @Get()
  @May('register.read')
  @Page('platforms/one')
  show(
    @Param('code') code: string,
    @CurrentUser() person: SignedIn,
    @Query('instance') instance: unknown,
  ): Promise<object> {
    return this.page.model(code, person, instance);
  }

  /** A person says that they saw this channel work. */
  @Post('verify')
  @May('register.add')
  verified(
    @Param('code') code: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: VerifyForm,
      page: 'platforms/one',
      model: () => this.page.model(code, person),
      act: async ({ kind, address = null }) => {
        await this.verify.run(code, { kind, address }, actor(person));
        return { to: `/platforms/${code}#channels`, say: 'platforms.channel-verified' };
      },
    });
  }
}
