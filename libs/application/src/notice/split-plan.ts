import { Injectable } from '@nestjs/common';
import type { Notice } from '#domain/notice/notice.js';
import { splitParts, type SplitPart } from '#domain/notice/split.js';
import { channelOf, preferredChannels } from '#domain/provider/choose-channel.js';
import type { Platform } from '#domain/provider/platform.js';
import { Recogniser } from '#domain/provider/recognise-address.js';
import { Register } from '../provider/register.js';

/** Into which notices a draft falls, by the platforms of the register and what their channels take. */
@Injectable()
export class SplitPlan {
  constructor(private readonly register: Register) {}

  /** Says so of a notice as it stands when it is asked: within a transaction, of what the transaction sees. */
  async terms(): Promise<(notice: Notice) => SplitPart[]> {
    const platforms = await this.register.platforms();
    const recogniser = new Recogniser(platforms);
    const platformOf = (url: string): string | null => {
      const found = recogniser.recognise(url);
      return 'platform' in found ? found.platform : null;
    };
    return (notice) => {
      const mostAt = (code: string) =>
        mostOf(
          platforms.find((one) => one.code === code),
          notice,
        );
      return splitParts(notice, { platformOf, mostAt });
    };
  }
}

/** The most addresses of the channel it goes by, or else of the one it would go by best. */
function mostOf(platform: Platform | undefined, { content }: Notice): number | null {
  if (!platform) return null;
  const chosen = platform.code === content.platformCode ? channelOf(platform, content) : undefined;
  return (chosen ?? preferredChannels(platform, [])[0])?.limits.maxUrls ?? null;
}
