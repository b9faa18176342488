import { withoutAddresses } from './sentences.js';

const STOP_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  nl: words(
    'de het een en van is dat niet op te zijn wij uw u met voor aan dit deze die bij ook om er naar hebben heeft wordt worden onze als door maar geen nog kan kunnen ons over je jouw we bedankt melding',
  ),
  en: words(
    'the and of to is that not in on your you we with for at this these our have has been be are it as by but no or can will from an us thank report was',
  ),
  de: words(
    'der die das und ist nicht sie wir ihr ihre ihren mit für auf ein eine einen zu den dem des haben wurde werden von bei auch an im sich dass oder nach unsere ich vielen dank',
  ),
  fr: words(
    'le la les et est pas vous nous votre vos avec pour un une des du de que qui sur dans ne au aux ce cette par été a ont notre nos merci',
  ),
  es: words(
    'el la los las y es no usted su sus con para un una de que en por se ha sido nuestro gracias del al lo como',
  ),
  it: words(
    'il la le e è non di che per un una con del della sono gli nel alla ha stato questo nostro grazie si da come',
  ),
  pt: words('o a os as e é não de que para um uma com do da em por foi seu sua nosso obrigado se ao dos'),
  pl: words('i w na nie się że do jest to z o dla jako przez został twoje dziękujemy'),
  sv: words('och att det är inte en ett som för på med har vi du din av till den tack'),
  da: words('og at det er ikke en et som for på med har vi du din af til den tak'),
};

/** Each small word with the places in the table of the languages that have it. */
const LANGUAGES_OF = new Map<string, number[]>();
for (const [at, stop] of Object.values(STOP_WORDS).entries())
  for (const word of stop) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), at]);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** What language a text is in (ISO 639-1) by its small words, and whether English or Dutch is really present in it. */
export function languageOf(text: string): { readonly code: string | null; readonly readable: boolean } {
  const found = (
    withoutAddresses(text.slice(0, 20_000))
      .toLowerCase()
      .match(/\p{L}{1,20}/gu) ?? []
  ).slice(0, 3000);
  const counts = Object.keys(STOP_WORDS).map((code) => ({ code, n: 0 }));
  for (const one of found) for (const at of LANGUAGES_OF.get(one) ?? []) counts[at]!.n += 1;
  const best = counts.reduce((a, b) => (b.n > a.n ? b : a));
  const ours = Math.max(...counts.filter(({ code }) => code === 'nl' || code === 'en').map(({ n }) => n));
  if (best.n < 2) return { code: null, readable: true };
  return {
    code: best.code,
    readable: best.n < 4 || best.code === 'nl' || best.code === 'en' || ours * 2 > best.n * 1.7,
  };
}
