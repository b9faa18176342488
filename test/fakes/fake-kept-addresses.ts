import type { KeptAddress, KeptAddresses } from '#application/notice/kept-addresses.js';
import { isForHotline } from '#domain/notice/notice-answers.js';
import type { Pages } from './pages.js';

/** The addresses of content items in memory. */
export class FakeKeptAddresses implements KeptAddresses {
  constructor(private readonly pages: Pages) {}

  some(after: string | null, most: number): Promise<readonly KeptAddress[]> {
    const all = this.items().map(({ id, url, canonicalUrl }) => ({ id, url, canonicalUrl }));
    const inOrder = all.sort((one, other) => (one.id < other.id ? -1 : 1));
    return Promise.resolve(inOrder.filter(({ id }) => after === null || id > after).slice(0, most));
  }

  saidToShowMinor(canonicalUrls: readonly string[]): Promise<boolean> {
    const about = [...this.pages.notices.values()].filter(({ items }) =>
      items.some((item) => canonicalUrls.includes(item.canonicalUrl)),
    );
    return Promise.resolve(about.some(({ content }) => isForHotline(content.answers)));
  }

  respell(changed: readonly KeptAddress[]): Promise<void> {
    const now = new Map(changed.map((one) => [one.id, one.canonicalUrl]));
    for (const item of this.items()) Object.assign(item, { canonicalUrl: now.get(item.id) ?? item.canonicalUrl });
    return Promise.resolve();
  }

  private items() {
    return [...this.pages.notices.values()].flatMap(({ items }) => [...items]);
  }
}
