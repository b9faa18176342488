import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { AmendPlatform } from '#application/provider/amend-platform.js';
import { CHANNEL_KINDS } from '#domain/notice/codes.js';
import { rewritten, withChannel } from '#domain/provider/channel-key.js';
import { FORM_FIELDS, type Channel, type Platform } from '#domain/provider/platform.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { AMEND_FIELDS } from './amend.controller.js';
import { AmendPage } from './amend.page.js';
import { channelValues, channelWished } from './form-values.js';
import { ChannelForm } from './register.form.js';

type Which = Readonly<{ code: string; at: string }>;

const PAGE = 'platforms/channel';
const CHOICES = { channelKinds: CHANNEL_KINDS, formFields: FORM_FIELDS, yesNo: ['yes', 'no'] };
const FIELDS = {
  ...AMEND_FIELDS,
  'channel.there-already': 'address',
  'channel.mail-address-wrong': 'address',
  'channel.page-address-wrong': 'address',
  'channel.languages-wrong': 'languages',
  'channel.sender-wrong': 'senderAddress',
  'channel.field-unknown': 'fields',
};

/** Changing a channel of a platform, adding one, or taking one away. */
@Controller('platforms/:code/channels/:at')
@May('register.write')
export class AmendChannelController {
  constructor(
    private readonly page: AmendPage,
    private readonly amend: AmendPlatform,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page(PAGE)
  async show(@Param() { code, at }: Which, @CurrentUser() person: SignedIn): Promise<object> {
    const standing = await this.page.standing(code);
    const values = channelValues(this.page.channel(standing, at), this.page.say(person));
    const form = blank({ ...values, version: String(standing.platform.version) });
    return { ...(await this.model({ code, at }, person)), form };
  }

  @Post()
  take(
    @Param() which: Which,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    const typed = (request.body as Record<string, unknown> | undefined)?.['version'];
    return this.forms.take(request, response, {
      form: ChannelForm,
      page: PAGE,
      model: () => this.model(which, person, typed),
      fields: FIELDS,
      act: (form) => this.keep(which, form, person),
    });
  }

  private async keep({ code, at }: Which, form: ChannelForm, person: SignedIn) {
    const was = this.page.channel(await this.page.standing(code), at);
    const now = rewritten(was, channelWished(was, form, this.page.say(person)));
    const change = { code, expected: Number(form.version), reason: form.reason, by: actor(person) };
    await this.amend.run(change, (platform) => changed(platform, at, form.gone === 'yes' ? null : now));
    return { to: `/platforms/${code}#channels`, say: form.gone ? 'platforms.channel-gone' : 'platforms.channel-kept' };
  }

  private async model({ code, at }: Which, person: SignedIn, typed?: unknown): Promise<object> {
    return { ...CHOICES, isNew: at === 'new', ...(await this.page.model('platform', code, person, typed)) };
  }
}

/** The version is the one that was shown, so the place in the list is the same channel still. */
function changed(platform: Platform, at: string, now: Channel | null): Platform {
  if (at === 'new') return { ...platform, channels: [...platform.channels, ...(now === null ? [] : [now])] };
  return withChannel(platform, platform.channels[Number(at)]!, now);
}
