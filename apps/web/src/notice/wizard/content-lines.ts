import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { NoticeList, type EarlierNotice } from '#application/notice/notice-list.js';
import { Register } from '#application/provider/register.js';
import { reachOf } from '#domain/access/reach.js';
import { howLongAgo } from '#domain/instant.js';
import type { ContentItem } from '#domain/notice/content-item.js';
import { platformOfInstances, seemsInstance } from '#domain/provider/new-instance.js';
import { Recogniser, type Recognition } from '#domain/provider/recognise-address.js';
import { platformsOf } from '#domain/provider/recognise-lines.js';
import { earlierView } from '../earlier.view.js';
import { placeOf } from './content.form.js';
import type { WizardTurn } from './wizard-page.js';

/** How loud the mark beside an address is. */
const KINDS: Readonly<Record<string, string>> = { ok: 'good', 'look-alike': 'alarm' };

/** What the page of addresses shows of each address that is kept: what it turned out to be, and whether we wrote before. */
@Injectable()
export class ContentLines {
  constructor(
    private readonly register: Register,
    private readonly notices: NoticeList,
  ) {}

  /** `shown` are the items whose fields the page has, in their order. */
  async of({ notice, person, at }: WizardTurn, shown: string): Promise<object> {
    const platforms = await this.register.platforms();
    const recogniser = new Recogniser(platforms);
    const names = new Map(platforms.map(({ code, name }) => [code, name]));
    const earlier = await this.earlier(notice.items, notice.id, person);
    const found = notice.items.map(({ url }) => recogniser.recognise(url));
    const instances = platformOfInstances(platforms)?.code ?? null;
    const lines = notice.items.map((item, index) => ({
      ...lineView(found[index]!, names, notice.id),
      instance: instanceHref(found[index]!, item, instances),
      ...fieldsOf(item, placeOf(item, shown)),
      ...{ number: index + 1, first: index === 0, last: index === notice.items.length - 1 },
      earlier: earlier.filter(({ canonicalUrl }) => canonicalUrl === item.canonicalUrl).map((one) => agoView(one, at)),
    }));
    const on = platformsOf(found).map((code) => names.get(code) ?? code);
    return { lines, platforms: on, severalPlatforms: on.length > 1 };
  }

  private async earlier(
    items: readonly ContentItem[],
    id: string,
    person: SignedIn,
  ): Promise<readonly EarlierNotice[]> {
    const canonical = items.map((item) => item.canonicalUrl);
    return canonical.length === 0 ? [] : this.notices.about(canonical, id, reachOf(person));
  }
}

/** The names of an item's fields; none of an item that was not on the page. */
function fieldsOf({ url, contentType, locator }: ContentItem, place: number | null): object {
  const names = place === null ? null : { type: `kind${place}`, locator: `locator${place}`, posted: `posted${place}` };
  return { url, contentType, locator, place, fields: names };
}

function agoView(notice: EarlierNotice, now: Date): object {
  return { ...earlierView(notice), ago: howLongAgo(notice.sentAt ?? notice.createdAt, now) };
}

/** Where it stands how a server is added of which the address looks like one; null where it does not. */
const instanceHref = (found: Recognition, { url }: ContentItem, code: string | null): string | null =>
  found.is === 'unknown-platform' && code !== null && seemsInstance(url)
    ? `/platforms/${code}?instance=${found.host}#instances`
    : null;

function lineView(found: Recognition, names: ReadonlyMap<string, string>, noticeId: string): object {
  const platform = 'platform' in found && found.platform !== null ? names.get(found.platform) : undefined;
  return {
    ...{ is: found.is, mark: KINDS[found.is] ?? 'caution', platform: platform ?? '' },
    identifier: found.is === 'ok' ? found.identifier : '',
    host: 'host' in found ? found.host : '',
    addHref: found.is === 'unknown-platform' ? `/platforms/new?host=${found.host}&notice=${noticeId}` : null,
    why: found.is === 'look-alike' ? found.why : null,
    characters: found.is === 'look-alike' ? found.characters.join(', ') : '',
  };
}
