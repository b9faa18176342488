import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { OwnSessions } from '#application/access/own-sessions.js';
import { Passkeys } from '#application/access/passkeys.js';
import { SecondFactors } from '#application/access/second-factors.js';
import type { SignedIn } from '#application/access/sessions.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { GoOnForm, OwnThingForm } from './prove.form.js';

/** Whoever has so few recovery codes left is reminded to make new ones. */
const FEW = 3;

/** How a person proves who they are, and where they are signed in. */
@Controller('account/security')
@May('account.own')
export class SecurityController {
  constructor(
    private readonly ownSessions: OwnSessions,
    private readonly passkeys: Passkeys,
    private readonly factors: SecondFactors,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('security')
  async show(@CurrentUser() person: SignedIn): Promise<object> {
    const have = await this.factors.of(person.userId);
    const sessions = await this.ownSessions.of(person);
    return {
      ...have,
      few: have.recoveryCodes < FEW,
      removable: have.passkeys + (have.totp ? 1 : 0) > 1,
      passkeys: await this.passkeys.of(person.userId),
      sessions: sessions.map((each) => ({ ...each, isThis: each.sessionId === person.sessionId })),
      others: sessions.length > 1,
    };
  }

  @Post('sessions/end')
  end(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.forms.take(request, response, {
      form: OwnThingForm,
      page: 'security',
      model: () => this.show(person),
      act: async ({ which }) => {
        await this.ownSessions.end(person, which);
        return { to: '/account/security', say: 'security.session-ended' };
      },
    });
  }

  @Post('sessions/end-others')
  endOthers(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.forms.take(request, response, {
      form: GoOnForm,
      page: 'security',
      model: () => this.show(person),
      act: async () => {
        await this.ownSessions.endOthers(person);
        return { to: '/account/security', say: 'security.others-ended' };
      },
    });
  }
}
