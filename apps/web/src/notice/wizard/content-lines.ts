import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { NoticeList } from '#application/notice/notice-list.js';
import { Register } from '#application/provider/register.js';
import { reachOf } from '#domain/access/reach.js';
import type { Notice } from '#domain/notice/notice.js';
import { Recogniser, type Recognition } from '#domain/provider/recognise-address.js';
import { earlierView } from '../earlier.view.js';

/** How loud the mark beside an address is. */
const KINDS: Readonly<Record<string, string>> = { ok: 'good', 'look-alike': 'alarm' };

/** What the page of addresses shows of each address that is kept: what it turned out to be, and whether we wrote before. */
@Injectable()
export class ContentLines {
  constructor(
    private readonly register: Register,
    private readonly notices: NoticeList,
  ) {}

  async of({ id, items }: Notice, person: SignedIn): Promise<object> {
    const platforms = await this.register.platforms();
    const recogniser = new Recogniser(platforms);
    const names = new Map(platforms.map(({ code, name }) => [code, name]));
    const canonical = items.map((item) => item.canonicalUrl);
    const earlier = canonical.length === 0 ? [] : await this.notices.about(canonical, id, reachOf(person));
    const lines = items.map(({ url, contentType, locator }) => ({
      ...{ url, contentType, locator },
      ...lineView(recogniser.recognise(url), names),
    }));
    return { lines, earlier: earlier.map(earlierView) };
  }
}

function lineView(found: Recognition, names: ReadonlyMap<string, string>): object {
  const platform = 'platform' in found && found.platform !== null ? names.get(found.platform) : undefined;
  return {
    ...{ is: found.is, kind: KINDS[found.is] ?? 'caution', platform: platform ?? '' },
    identifier: found.is === 'ok' ? found.identifier : '',
    host: 'host' in found ? found.host : '',
    why: found.is === 'look-alike' ? found.why : null,
    characters: found.is === 'look-alike' ? found.characters.join(', ') : '',
  };
}
