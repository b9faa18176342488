import type { Channel, Platform } from './platform.js';
import type { RegisterText } from './register-text.js';

/** A platform with each of its texts written anew. */
export function withTexts(platform: Platform, write: (text: RegisterText) => RegisterText): Platform {
  const { channels, otherWays, trustedFlagger, onlyPersonConcerned, replies } = platform;
  return {
    ...platform,
    channels: channels.map((channel) => channelWithTexts(channel, write)),
    otherWays: otherWays.map((way) => ({ ...way, note: write(way.note) })),
    trustedFlagger: { ...trustedFlagger, note: write(trustedFlagger.note) },
    onlyPersonConcerned: onlyPersonConcerned.map((one) => ({
      ...{ ...one, about: write(one.about), who: write(one.who) },
    })),
    replies: write(replies),
  };
}

const channelWithTexts = (channel: Channel, write: (text: RegisterText) => RegisterText): Channel => ({
  ...channel,
  note: write(channel.note),
  knownDefects: channel.knownDefects.map((defect) => ({ ...defect, what: write(defect.what) })),
});

/** Every text of a platform, in the order of its fields. */
export function textsOf(platform: Platform): RegisterText[] {
  const found: RegisterText[] = [];
  withTexts(platform, (text) => (found.push(text), text));
  return found;
}

/** A platform as versions from before texts had two languages kept it: the one text that was there is English. */
export const withOldTexts = (platform: Platform): Platform =>
  withTexts(platform, (text: RegisterText | string) => (typeof text === 'string' ? { nl: '', en: text } : text));

/**
 * The platform with the language that a text of it lacks, wherever `other` has the very same text in the other language:
 * a translation is no change of what is said, so it comes also to a text that stands beside one a person changed.
 */
export function withTranslations(platform: Platform, other: Platform): Platform {
  const known = textsOf(other).filter(isWhole);
  return withTexts(platform, (text) => {
    if (isWhole(text) || (text.nl === '' && text.en === '')) return text;
    return known.find(({ nl, en }) => (text.nl === '' ? en === text.en : nl === text.nl)) ?? text;
  });
}

const isWhole = ({ nl, en }: RegisterText): boolean => nl !== '' && en !== '';
