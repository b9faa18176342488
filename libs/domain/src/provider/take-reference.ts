import { isSame } from '../is-same.js';
import { keyOf } from './channel-key.js';
import { withTranslations } from './platform-texts.js';
import type { Channel, Platform, Provider } from './platform.js';

/** What one thing says in three places: as it stands here, as the reference data said before, and as they say now. */
interface ThreeWays<T> {
  readonly here: T;
  readonly before: T;
  readonly file: T;
}

/**
 * What loading the reference data makes of a platform: what they say anew is taken, but for what a person changed here. A
 * channel is compared with itself, field by field, so that a changed note keeps no new address from coming. A text is one
 * thing in both its languages: where a person changed one, the other is not replaced by what says something else.
 */
export function takePlatform({ here, before, file }: ThreeWays<Platform>): Platform {
  const { channels: ours, ...rest } = here;
  const merged = fieldByField<Omit<Platform, 'channels'>>({ here: rest, before, file });
  const channels = channelsOf({ here: ours, before: before.channels, file: file.channels });
  return withTranslations({ ...merged, channels }, file);
}

/** The same of a provider. */
export const takeProvider = (ways: ThreeWays<Provider>): Provider => fieldByField(ways);

/** Each field as it stands here where a person changed it, as the file has it elsewhere. */
function fieldByField<T extends object>({ here, before, file }: ThreeWays<T>): T {
  const fresh = (Object.keys(file) as (keyof T)[]).filter((field) =>
    isSame(here[field] ?? null, before[field] ?? null),
  );
  const taken = Object.fromEntries(fresh.map((field) => [field, file[field]]));
  return { ...here, ...taken };
}

function channelsOf({ here, before, file }: ThreeWays<readonly Channel[]>): Channel[] {
  const [ours, earlier, theirs] = [byKey(here), byKey(before), byKey(file)];
  const stay = here.flatMap((channel) => {
    const [was, now] = [earlier.get(keyOf(channel)), theirs.get(keyOf(channel))];
    if (now) return [fieldByField({ here: channel, before: was ?? now, file: now })];
    return was && isSame(was, channel) ? [] : [channel]; // gone from the reference data and untouched here
  });
  const fresh = file.filter((channel) => !ours.has(keyOf(channel)) && !earlier.has(keyOf(channel)));
  return [...stay, ...fresh];
}

const byKey = (channels: readonly Channel[]): Map<string, Channel> =>
  new Map(channels.map((channel) => [keyOf(channel), channel]));
