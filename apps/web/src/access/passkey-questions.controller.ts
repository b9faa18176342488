import { Controller, Get, Req } from '@nestjs/common';
import { AddPasskey } from '#application/access/add-passkey.js';
import { FirstFactor } from '#application/access/first-factor.js';
import { ProvePasskey } from '#application/access/prove-passkey.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Open } from '../frame/open.decorator.js';
import { ProofNeeded } from '../frame/proof-needed.js';
import { halfOf } from './half.js';

/** What a browser is to ask its authenticator, as JSON; the desk's script fetches it when a passkey button is pressed. */
@Open()
@Controller('passkeys')
export class PasskeyQuestionsController {
  constructor(
    private readonly addPasskey: AddPasskey,
    private readonly firstFactor: FirstFactor,
    private readonly provePasskey: ProvePasskey,
  ) {}

  @Get('proof')
  askProof(@Req() request: DeskRequest): Promise<object> {
    return this.provePasskey.ask(request.secret);
  }

  /** For who proved it lately, and for who sets up their first second step. */
  @Get('new')
  askNew(@Req() request: DeskRequest): Promise<object> {
    const { person, provedLately, secret } = request;
    if (person && !provedLately) throw new ProofNeeded(request);
    return person ? this.addPasskey.ask(person, secret) : this.firstFactor.askPasskey(halfOf(request), secret);
  }
}
