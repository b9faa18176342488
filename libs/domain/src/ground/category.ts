/**
 * The 16 categories of illegal content a provider must count notices in (Implementing Regulation (EU) 2024/2835 and the
 * DSA Transparency Database, schema v2). `en` is the official label verbatim; `nl` is our working translation.
 */
export const CATEGORY_LABELS = {
  STATEMENT_CATEGORY_ANIMAL_WELFARE: { en: 'Animal welfare', nl: 'Dierenwelzijn' },
  STATEMENT_CATEGORY_CONSUMER_INFORMATION: {
    en: 'Consumer information infringements',
    nl: 'Inbreuken op consumenteninformatie',
  },
  STATEMENT_CATEGORY_CYBER_VIOLENCE: { en: 'Cyber violence', nl: 'Cybergeweld' },
  STATEMENT_CATEGORY_CYBER_VIOLENCE_AGAINST_WOMEN: {
    en: 'Cyber violence against women',
    nl: 'Cybergeweld tegen vrouwen',
  },
  STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS: {
    en: 'Data protection and privacy violations',
    nl: 'Schending van gegevensbescherming en privacy',
  },
  STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH: {
    en: 'Illegal or harmful speech',
    nl: 'Illegale of schadelijke uitingen',
  },
  STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS: {
    en: 'Intellectual property infringements',
    nl: 'Inbreuken op intellectuele eigendom',
  },
  STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS: {
    en: 'Negative effects on civic discourse or elections',
    nl: 'Negatieve effecten op publiek debat of verkiezingen',
  },
  STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE: {
    en: 'Type of alleged illegal content not specified by the notifier',
    nl: 'Soort illegale inhoud niet gespecificeerd door melder',
  },
  STATEMENT_CATEGORY_OTHER_VIOLATION_TC: {
    en: 'Other violation of provider’s terms and conditions',
    nl: 'Andere schending van gebruiksvoorwaarden',
  },
  STATEMENT_CATEGORY_PROTECTION_OF_MINORS: { en: 'Protection of minors', nl: 'Bescherming van minderjarigen' },
  STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY: {
    en: 'Risk for public security',
    nl: 'Risico voor de openbare veiligheid',
  },
  STATEMENT_CATEGORY_SCAMS_AND_FRAUD: { en: 'Scams and/or fraud', nl: 'Oplichting en/of fraude' },
  STATEMENT_CATEGORY_SELF_HARM: { en: 'Self-harm', nl: 'Zelfbeschadiging' },
  STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS: {
    en: 'Unsafe, non-compliant or prohibited products',
    nl: 'Onveilige, niet-conforme of verboden producten',
  },
  STATEMENT_CATEGORY_VIOLENCE: { en: 'Violence', nl: 'Geweld' },
} as const satisfies Readonly<Record<`STATEMENT_CATEGORY_${string}`, Readonly<Record<'en' | 'nl', string>>>>;

/** Official code of a type of illegal content. */
export type Category = keyof typeof CATEGORY_LABELS;

/** Every category, in the official order. */
export const CATEGORIES: readonly Category[] = Object.freeze(Object.keys(CATEGORY_LABELS) as Category[]);

/** True for a code of the official list; codes from files and forms are strangers until they pass here. */
export function isCategory(code: string): code is Category {
  return Object.hasOwn(CATEGORY_LABELS, code);
}
