import { Controller, Get, Query } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { ChannelsToVerify } from '#application/provider/channel-use.js';
import { Register } from '#application/provider/register.js';
import { reachOf } from '#domain/access/reach.js';
import { holds } from '#domain/access/right.js';
import { hostClashes } from '#domain/provider/host-clash.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import { blank } from '../frame/form-state.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { mayOf } from './platform.page.js';
import { Today } from './today.js';
import { isShown, listingOf, rowOf, SHOWN, type Listing } from './platform-row.view.js';
import { ResponseRecord } from './response-record.js';

type Asked = Readonly<Record<string, unknown>>;

/** The register of platforms: who is behind each, how it can be reached, and how it answers. */
@Controller('platforms')
@May('register.read')
export class PlatformsController {
  constructor(
    private readonly register: Register,
    private readonly record: ResponseRecord,
    private readonly toVerify: ChannelsToVerify,
    private readonly today: Today,
  ) {}

  @Get()
  @Page('platforms/list')
  async list(@Query() asked: Asked, @CurrentUser() person: SignedIn): Promise<object> {
    const listing = listingOf(asked);
    const rows = await this.rows(listing, person);
    return {
      rows,
      show: listing.show,
      form: blank({ ...listing }),
      parts: SHOWN.map((part) => ({ part, current: part === listing.show, href: `/platforms?show=${part}` })),
      may: mayOf(person),
    };
  }

  private async rows(listing: Listing, person: SignedIn): Promise<readonly object[]> {
    const providers = new Map((await this.register.providers()).map((provider) => [provider.code, provider]));
    const mayCount = holds(person.role, 'statistics.read');
    const records = mayCount ? await this.record.ofEach(person) : null;
    const due = await this.toVerify.due(await this.today.day(), reachOf(person));
    const platforms = await this.register.platforms();
    const beside = { records, due, clashes: hostClashes(platforms) };
    const rows = platforms.map((platform) =>
      rowOf({ platform, provider: providers.get(platform.providerCode)! }, beside),
    );
    return rows.filter((row) => isShown(row, listing));
  }
}
