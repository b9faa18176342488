import { CHANNEL_KINDS } from '../notice/codes.js';
import { isOwnCode } from './own-code.js';
import { CHANNEL_APIS, CONFIDENCES, CONTACT_PURPOSES, FLAGGER_ROUTES, FORM_FIELDS } from './platform.js';
import { isMailAddress, isPageAddress, type Channel, type Platform, type Provider } from './platform.js';
import { readHostPattern } from './recognise-platform.js';
import { textFaults } from './register-text-faults.js';

/** What is wrong in the reference lists of the register, and where: keys and places from the top of the file. */
export interface RegisterFault {
  readonly file: 'providers' | 'platforms';
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly value: unknown;
}

type Path = readonly (string | number)[];
type Found = Omit<RegisterFault, 'file'>;

/** Everything that is wrong with the lists, in their order. */
export function registerFaults(providers: readonly Provider[], platforms: readonly Platform[]): RegisterFault[] {
  const known = new Set(providers.map(({ code }) => code));
  return [
    ...[...twice(providers), ...providers.flatMap(providerFaults)].map((fault) => ({
      ...fault,
      file: 'providers' as const,
    })),
    ...[
      ...twice(platforms),
      ...platforms.flatMap((platform, at) => platformFaults(platform, at, known)),
      ...hostsTwice(platforms),
    ].map((fault) => ({ ...fault, file: 'platforms' as const })),
  ];
}

function providerFaults(provider: Provider, at: number): Found[] {
  return [
    ...wrong([at, 'code'], 'bad-code', provider.code, isCode(provider.code)),
    ...wrong([at, 'legalEntity'], 'empty', provider.legalEntity, isText(provider.legalEntity)),
    ...wrong([at, 'country'], 'bad-country', provider.country, isCountry(provider.country)),
    ...originFaults(provider, [at]),
    ...list(provider.contactPoints).flatMap(({ purpose, address, confidence }, n) => [
      ...word([at, 'contactPoints', n, 'confidence'], confidence, CONFIDENCES),
      ...word([at, 'contactPoints', n, 'purpose'], purpose, CONTACT_PURPOSES),
      ...wrong([at, 'contactPoints', n, 'address'], 'bad-address', address, isAddress(address)),
    ]),
  ];
}

function platformFaults(platform: Platform, at: number, providers: ReadonlySet<string>): Found[] {
  const { code, name, hosts, channels, providerCode, vlop, trustedFlagger } = platform;
  return [
    ...wrong([at, 'code'], 'bad-code', code, isCode(code)),
    ...wrong([at, 'providerCode'], 'unknown-provider', providerCode, providers.has(providerCode)),
    ...wrong([at, 'name'], 'empty', name, isText(name)),
    ...wrong([at, 'vlop'], 'unknown-word', vlop, [null, 'vlop', 'vlose'].includes(vlop)),
    ...wrong([at, 'designatedOn'], 'bad-day', platform.designatedOn, isDay(platform.designatedOn)),
    ...wrong([at, 'designatedUntil'], 'bad-day', platform.designatedUntil, isDay(platform.designatedUntil)),
    ...originFaults(platform, [at]),
    ...word([at, 'trustedFlagger', 'route'], trustedFlagger?.route, FLAGGER_ROUTES),
    ...textFaults(platform, at),
    ...list(hosts).flatMap((host, n) => wrong([at, 'hosts', n], 'bad-host', host, readHostPattern(host) !== null)),
    ...wrong([at, 'channels'], 'empty', '', list(channels).length > 0),
    ...list(channels).flatMap((channel, n) => channelFaults(channel, [at, 'channels', n])),
  ];
}

function channelFaults(channel: Channel, place: Path): Found[] {
  const { kind, api, address, fields, limits, verifiedOn, confidence } = channel;
  const counted = (['maxUrls', 'maxChars'] as const).flatMap((name) =>
    wrong([...place, 'limits', name], 'bad-number', limits?.[name], isCount(limits?.[name])),
  );
  return [
    ...word([...place, 'kind'], kind, CHANNEL_KINDS),
    ...wrong([...place, 'api'], 'unknown-word', api, api === null || (kind === 'api' && CHANNEL_APIS.includes(api))),
    ...wrong([...place, 'address'], 'bad-address', address, address === null || isAddressOf(kind, address)),
    ...wrong([...place, 'verifiedOn'], 'bad-day', verifiedOn, isDay(verifiedOn)),
    ...word([...place, 'confidence'], confidence, CONFIDENCES),
    ...list(fields).flatMap(({ field }, n) => word([...place, 'fields', n, 'field'], field, FORM_FIELDS)),
    ...counted,
  ];
}

/** Verified has its date, and nothing else has: a date is somebody's word that they looked. */
function originFaults({ source, verifiedOn, confidence }: Provider | Platform, place: Path): Found[] {
  return [
    ...wrong([...place, 'source'], 'empty', source, isText(source)),
    ...word([...place, 'confidence'], confidence, CONFIDENCES),
    ...wrong([...place, 'verifiedOn'], 'bad-day', verifiedOn, isDay(verifiedOn)),
    ...wrong([...place, 'verifiedOn'], 'not-as-sure', verifiedOn, (confidence === 'V') === (verifiedOn !== null)),
  ];
}

const twice = (rows: readonly { readonly code: string }[]): Found[] =>
  rows.flatMap(({ code }, at) =>
    wrong([at, 'code'], 'there-twice', code, rows.findIndex((one) => one.code === code) === at),
  );

function hostsTwice(platforms: readonly Platform[]): Found[] {
  const all = platforms.flatMap(({ hosts }, at) => list(hosts).map((host, n) => ({ host, path: [at, 'hosts', n] })));
  const first = new Map(all.toReversed().map((one) => [one.host, one]));
  return all.flatMap((one) => wrong(one.path, 'there-twice', one.host, first.get(one.host) === one));
}

const wrong = (path: Path, code: string, value: unknown, fine: boolean): Found[] =>
  fine ? [] : [{ path, code, value }];

const word = (path: Path, value: unknown, words: readonly string[]): Found[] =>
  wrong(path, 'unknown-word', value, words.includes(String(value)));

const list = <T>(value: readonly T[]): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : []);
const fits = (way: RegExp, value: unknown): boolean => typeof value === 'string' && way.test(value);
const isText = (value: unknown): boolean => fits(/\S/, value);
const isCode = (value: unknown): boolean => fits(/^[a-z0-9-]+$/, value) && !isOwnCode(String(value));
const isCountry = (value: unknown): boolean => value === null || fits(/^[A-Z]{2}$/, value);
const isDay = (value: unknown): boolean => value === null || fits(/^\d{4}-\d{2}-\d{2}$/, value);
const isCount = (value: unknown): boolean => value === null || (Number.isInteger(value) && Number(value) > 0);
const isMail = (value: unknown): boolean => typeof value === 'string' && isMailAddress(value);
const isPage = (value: unknown): boolean => typeof value === 'string' && isPageAddress(value);
const isAddress = (value: unknown): boolean => isMail(value) || isPage(value);
const isAddressOf = (kind: string, value: unknown): boolean => (kind === 'email' ? isMail(value) : isPage(value));
