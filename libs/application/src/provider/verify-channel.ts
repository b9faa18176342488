import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { dayIn } from '#domain/instant.js';
import type { ChannelKey } from '#domain/provider/channel-key.js';
import { channelVerified, verifiedChannel } from '#domain/provider/verify-channel.js';
import { Installation } from '../access/installation.js';
import { Books } from '../books.js';

/** A person says that they saw a channel work today: from then on it needs nobody's word, for a year. */
@Injectable()
export class VerifyChannel {
  constructor(
    private readonly books: Books,
    private readonly installation: Installation,
  ) {}

  async run(code: string, key: ChannelKey, by: Actor & { readonly kind: 'user' }): Promise<void> {
    const { zone } = await this.installation.organisation();
    await this.books.together(by, async (books) => {
      const { register } = books;
      const at = await books.now();
      const seenOn = dayIn(at, zone);
      const { thing } = await register.platform(code);
      const platform = verifiedChannel(thing, key, seenOn);
      const { userId } = by;
      await register.addCheck({ platformCode: code, kind: key.kind, address: key.address ?? '', seenOn, userId, at });
      const version = await register.keepPlatform(platform, { cause: 'verified', reason: '', userId, at });
      await books.record(channelVerified(code, key.kind, version));
    });
  }
}
