import { Injectable } from '@nestjs/common';
import { Templates } from '#adapters/templates/templates.js';
import type { SignedIn } from '#application/access/sessions.js';
import { PlatformFile } from '#application/provider/platform-file.js';
import { Register } from '#application/provider/register.js';
import { holds } from '#domain/access/right.js';
import { hostClashes } from '#domain/provider/host-clash.js';
import { hostBrought, platformOfInstances } from '#domain/provider/new-instance.js';
import type { Platform } from '#domain/provider/platform.js';
import { ChannelRecords } from './channel-records.js';
import { channelView, headView, type Reader } from './platform.view.js';

/** What the page of one platform shows. */
@Injectable()
export class PlatformPage {
  constructor(
    private readonly file: PlatformFile,
    private readonly records: ChannelRecords,
    private readonly register: Register,
    private readonly templates: Templates,
  ) {}

  /** `instance` is a server of the platform that somebody came to add. */
  async model(code: string, person: SignedIn, instance?: unknown): Promise<object> {
    const standing = await this.file.standing(code);
    const { language } = person;
    const reader: Reader = { language, say: (key) => this.templates.words.text(language, key) };
    const [checks, onboardings] = [await this.file.checks(code), await this.file.onboardings(code)];
    const history = { checks, ...(await this.records.of(code, person)) };
    return {
      platform: headView(standing, reader),
      instances: instancesOf(standing.platform.thing, instance),
      clashes: clashesOf(code, await this.register.platforms()),
      channels: standing.platform.thing.channels.map((channel, at) => channelView(channel, at, history, reader)),
      onboardings: onboardings.map((one) => ({ ...one })),
      part: 'overview',
      may: mayOf(person),
    };
  }
}

/** The servers of a platform that each count for themselves, and the one to be added; null of any other platform. */
function instancesOf(platform: Platform, instance: unknown): object | null {
  if (!platformOfInstances([platform])) return null;
  const host = hostBrought(instance);
  const isThere = platform.hosts.includes(host);
  const edit = `/platforms/${platform.code}/edit${host && !isThere ? `?host=${host}` : ''}`;
  return { host, isThere, edit, asked: host || 'mastodon.example', known: platform.hosts.join(', ') };
}

/** Hosts that this platform shares with another, and which of the two is recognised there. */
function clashesOf(code: string, platforms: readonly Platform[]): readonly object[] {
  const names = new Map(platforms.map((one) => [one.code, one.name]));
  const mine = hostClashes(platforms).filter(({ keeps, others }) => keeps === code || others.includes(code));
  return mine.map(({ host, keeps, others }) => {
    const other = keeps === code ? others[0]! : keeps;
    return { host, keeps: keeps === code, other, name: names.get(other) ?? other };
  });
}

/** What somebody may do with a platform. */
export const mayOf = ({ role }: SignedIn) => ({
  write: holds(role, 'register.write'),
  verify: holds(role, 'register.add'),
  figures: holds(role, 'statistics.read'),
});
