import { BLUESKY_REPORTS } from '#adapters/apis/bluesky/bluesky-report-writer.js';
import { freeze } from '#adapters/apis/frozen-request.js';
import { MASTODON_REPORTS } from '#adapters/apis/mastodon/mastodon-report-writer.js';
import { BlueskyServer } from '#test/fakes/bluesky-server.js';
import { MastodonServer } from '#test/fakes/mastodon-server.js';
import type { SendingDesk } from '#test/flows/sending/sending-desk.js';
import type { Canaries } from './canaries.js';

const SESSION = '/xrpc/com.atproto.server.createSession';

/** Servers of interfaces that say back by what somebody signs in, which must not come to light for it. */
export class TellingServers {
  private constructor(
    private readonly mastodon: MastodonServer,
    private readonly bluesky: BlueskyServer,
    private readonly secrets: Canaries['secrets'],
  ) {}

  static async open({ secrets }: Canaries): Promise<TellingServers> {
    const [mastodon, bluesky] = [await new MastodonServer().open(), await new BlueskyServer().open()];
    const [token, password] = [secrets['a Mastodon token'], secrets['the Bluesky password']];
    mastodon.play({ [`POST ${MASTODON_REPORTS}`]: { status: 403, body: { error: `${token} is not known` } } });
    bluesky.play({ [`POST ${SESSION}`]: { status: 401, body: { error: 'No', message: `${password} is wrong` } } });
    return new TellingServers(mastodon, bluesky, secrets);
  }

  /** Settings of a desk that has accounts there. */
  get settings(): Readonly<Record<string, string>> {
    return {
      SEINPOST_MASTODON_TOKENS: `${this.mastodon.origin} ${this.secrets['a Mastodon token']}`,
      SEINPOST_BLUESKY_SERVICE: this.bluesky.origin,
      SEINPOST_BLUESKY_ACCOUNT: 'desk.practice.example',
      SEINPOST_BLUESKY_PASSWORD: this.secrets['the Bluesky password']!,
    };
  }

  /** Two reports that wait to be posted, one to each. */
  async makeWait(desk: SendingDesk, next: () => number): Promise<void> {
    const reports = [
      { format: 'mastodon-report', recipient: this.mastodon.origin, path: MASTODON_REPORTS },
      { format: 'bluesky-report', recipient: this.bluesky.origin, path: BLUESKY_REPORTS },
    ] as const;
    for (const { format, recipient, path } of reports) {
      const bytes = freeze({ origin: recipient, path, headers: {}, body: Buffer.from('{}') });
      await desk.wait(next(), { but: { format, recipient, bytes } });
    }
  }

  /** Both were asked. */
  get wereAsked(): boolean {
    return (
      this.mastodon.cameInAt(`POST ${MASTODON_REPORTS}`).length > 0 &&
      this.bluesky.cameInAt(`POST ${SESSION}`).length > 0
    );
  }

  async close(): Promise<void> {
    await Promise.all([this.mastodon.close(), this.bluesky.close()]);
  }
}
