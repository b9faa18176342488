/** Names of countries as they stand in replies, English and Dutch, with their ISO 3166 alpha-2 code (and `EU`). */
const NAMES: Readonly<Record<string, string>> = {
  EU: 'the european union|european union|europese unie|eu|e.u.|eea|european economic area|europese economische ruimte|eu countries|eu member states|europe|europa|eu/eea',
  NL: 'the netherlands|netherlands|nederland|nederlandse|dutch territory|holland',
  BE: 'belgium|belgië',
  DE: 'germany|duitsland|deutschland',
  FR: 'france|frankrijk',
  AT: 'austria|oostenrijk',
  LU: 'luxembourg|luxemburg',
  IE: 'ireland|ierland',
  ES: 'spain|spanje',
  PT: 'portugal',
  IT: 'italy|italië',
  GR: 'greece|griekenland',
  DK: 'denmark|denemarken',
  SE: 'sweden|zweden',
  FI: 'finland',
  PL: 'poland|polen',
  CZ: 'czechia|czech republic|tsjechië',
  SK: 'slovakia|slowakije',
  HU: 'hungary|hongarije',
  RO: 'romania|roemenië',
  BG: 'bulgaria|bulgarije',
  HR: 'croatia|kroatië',
  SI: 'slovenia|slovenië',
  EE: 'estonia|estland',
  LV: 'latvia|letland',
  LT: 'lithuania|litouwen',
  CY: 'cyprus',
  MT: 'malta',
  GB: 'united kingdom|the uk|uk|great britain|verenigd koninkrijk',
  CH: 'switzerland|zwitserland',
  NO: 'norway|noorwegen',
  US: 'united states|the us|usa|verenigde staten',
  TR: 'turkey|türkiye|turkije',
  RU: 'russia|rusland',
  IN: 'india',
  BR: 'brazil|brazilië',
  CA: 'canada',
  AU: 'australia|australië',
  JP: 'japan',
};

/** Stands for a list of codes until `markPlaces`, so that lower case does not hide it. */
const CODED = 'landencode';

const CODE_OF = new Map(
  Object.entries(NAMES).flatMap(([code, names]) => names.split('|').map((name) => [name, code] as const)),
);
const CODES = Object.keys(NAMES)
  .filter((code) => code !== 'IN' && code !== 'NO')
  .join('|');
const NAME = new RegExp(
  String.raw`(?<![\p{L}\d@./-])(?:${[CODED, ...CODE_OF.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[./]/g, '\\$&'))
    .join('|')})(?![\p{L}\d@/-])`,
  'gu',
);
const CODE = new RegExp(String.raw`\b(?:${CODES})\b`, 'g');
/** Codes are only codes in capitals and in a list or after "in": "NL, BE and DE". */
const CODE_LIST = new RegExp(
  String.raw`\b(?:in|IN|within|for|countries?|territor\w+|landen|land|binnen|voor)\s?[:(]?\s?((?:(?:${CODES})\b(?:,|;|\/| and| en| &)?\s?){1,40})`,
  'g',
);

/** A sentence with lists of country codes put into a word that survives lower case. */
export const markCodes = (raw: string): string =>
  raw.replace(CODE_LIST, (all: string, list: string) => all.replace(list, `${CODED} `));

/** Plain words with each place replaced by the word PLACE. */
export const markPlaces = (plain: string): string => plain.replace(NAME, 'PLACE');

/** The places a sentence names, as codes in order, each once; `bare` also takes codes that stand alone, as in a table. */
export function placesIn(raw: string, plain: string, bare = false): string[] {
  const named = [...plain.matchAll(NAME)].map(([name]) => CODE_OF.get(name) ?? '');
  const lists = bare ? [raw] : [...raw.matchAll(CODE_LIST)].map(([, list]) => list ?? '');
  const coded = lists.flatMap((list) => list.match(CODE) ?? []);
  return [...new Set([...named, ...coded])].filter((code) => code !== '');
}
