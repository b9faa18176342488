import { Controller, Get, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { AccessTokens } from '#application/access/access-tokens.js';
import { MakeToken } from '#application/access/make-token.js';
import { RevokeToken } from '#application/access/revoke-token.js';
import type { SignedIn } from '#application/access/sessions.js';
import { SCOPES } from '#domain/access/scope.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { FreshProof } from '../frame/proof-needed.js';
import { TokenForm, wishOf } from './token.form.js';

const FIELDS = {
  'token.name-missing': 'name',
  'token.days-out-of-range': 'days',
  'token.scope-missing': SCOPES[0]!,
};

/** A person's own access tokens for the JSON API. */
@Controller('account/tokens')
@May('tokens.own')
export class TokenController {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly makeToken: MakeToken,
    private readonly revokeToken: RevokeToken,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('account/tokens')
  async list(@CurrentUser() person: SignedIn): Promise<object> {
    return { ...(await this.model(person)), form: blank({ days: '90' }) };
  }

  /** The secret is shown on the very answer and never again: nothing of ours can tell it later. */
  @Post()
  @UseGuards(FreshProof)
  make(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.forms.take(request, response, {
      form: TokenForm,
      page: 'account/tokens',
      model: () => this.model(person),
      fields: FIELDS,
      act: async (form) => {
        const { token, secret } = await this.makeToken.run(wishOf(form), actor(person));
        return { shows: 'account/token-made', model: { name: token.name, endsAt: token.endsAt, secret } };
      },
    });
  }

  @Post(':id/revoke')
  async revoke(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    await this.revokeToken.run(id, actor(person));
    await this.forms.goOn(request, response, { to: '/account/tokens', say: 'tokens.revoked' });
  }

  private async model({ userId }: SignedIn) {
    const rows = await this.tokens.of(userId);
    // A button takes `name` for its own, so the row calls it otherwise.
    return { rows: rows.map(({ name, ...row }) => ({ ...row, label: name })), scopes: SCOPES };
  }
}
