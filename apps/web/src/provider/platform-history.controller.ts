import { Controller, Get, Param, Req } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { PlatformFile, type ByName } from '#application/provider/platform-file.js';
import type { Platform, Provider } from '#domain/provider/platform.js';
import { differencesBetween } from '#domain/provider/register-facts.js';
import type { RegisteredThing, RegisterVersion } from '#domain/provider/register-version.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { Pages } from '../frame/pages.js';
import { mayOf } from './platform.page.js';
import { shownDifference, type Say } from './register-values.js';

type Version = ByName<RegisterVersion<Platform | Provider>>;

/** Every version of a platform and of its provider: who, when, why, and what differed. */
@Controller('platforms/:code/history')
@May('register.read')
export class PlatformHistoryController {
  constructor(
    private readonly file: PlatformFile,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Page('platforms/history')
  async show(
    @Param('code') code: string,
    @Req() request: DeskRequest,
    @CurrentUser() person: SignedIn,
  ): Promise<object> {
    const { platform, provider } = await this.file.standing(code);
    const say: Say = (key) => this.pages.say(request, key);
    const ofPlatform = versionsOf('platform', await this.file.versions('platform', code), say);
    const ofProvider = versionsOf('provider', await this.file.versions('provider', provider.thing.code), say);
    return {
      platform: { code, name: platform.thing.name, legalEntity: provider.thing.legalEntity },
      versions: [...ofPlatform, ...ofProvider].sort((one, other) => other.at.getTime() - one.at.getTime()),
      part: 'history',
      may: mayOf(person),
    };
  }
}

const versionsOf = (thing: RegisteredThing, versions: readonly Version[], say: Say) =>
  versions.map(({ version, cause, reason, author, at, facts }, place) => {
    const before = versions[place + 1]?.facts;
    const differences = before ? differencesBetween(before, facts).map((one) => shownDifference(one, say)) : [];
    return { ...{ thing, version, cause, reason, author, at, differences }, isFirst: before === undefined };
  });
