import { Injectable } from '@nestjs/common';
import { Templates } from '#adapters/templates/templates.js';
import type { SignedIn } from '#application/access/sessions.js';
import { ChannelUse } from '#application/provider/channel-use.js';
import { PlatformFile } from '#application/provider/platform-file.js';
import { figuresReachOf } from '#domain/access/reach.js';
import { holds } from '#domain/access/right.js';
import { channelView, headView } from './platform.view.js';
import type { Say } from './register-values.js';
import { Today } from './today.js';

/** What the page of one platform shows. */
@Injectable()
export class PlatformPage {
  constructor(
    private readonly file: PlatformFile,
    private readonly use: ChannelUse,
    private readonly today: Today,
    private readonly templates: Templates,
  ) {}

  async model(code: string, person: SignedIn): Promise<object> {
    const standing = await this.file.standing(code);
    const say: Say = (key) => this.templates.words.text(person.language, key);
    const [checks, onboardings] = [await this.file.checks(code), await this.file.onboardings(code)];
    const used = await this.used(code, person);
    const history = { checks, ...used, day: await this.today.day() };
    return {
      platform: headView(standing, say),
      channels: standing.platform.thing.channels.map((channel, at) => channelView(channel, at, history, say)),
      onboardings: onboardings.map((one) => ({ ...one })),
      part: 'overview',
      may: mayOf(person),
    };
  }

  private async used(code: string, person: SignedIn) {
    if (!holds(person.role, 'statistics.read')) return { counts: null, words: [] };
    const reach = figuresReachOf(person);
    return { counts: await this.use.counts(code, reach), words: await this.use.words(code, reach) };
  }
}

/** What somebody may do with a platform. */
export const mayOf = ({ role }: SignedIn) => ({
  write: holds(role, 'register.write'),
  verify: holds(role, 'register.add'),
  figures: holds(role, 'statistics.read'),
});
