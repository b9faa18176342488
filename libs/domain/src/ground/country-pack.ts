import type { HelpLine } from '../case/help-line.js';
import type { Confidence } from '../provider/platform.js';
import type { ElementQuestion } from './element-question.js';
import type { FormerArticle, LegalGround, Theme } from './legal-ground.js';

/** What a country's folder says of itself (`pack.json`). */
export interface PackHead {
  readonly country: string;
  readonly nl: string;
  readonly en: string;
  /** What prosecution only on complaint means there. */
  readonly complaintNl: string;
  readonly complaintEn: string;
  readonly themes: readonly Theme[];
  /** Whom to call there. */
  readonly helpLines: readonly HelpLine[];
}

/** Names of laws by the abbreviation grounds use (`laws.json`). */
export type PackLaws = Readonly<Record<string, { readonly nl: string; readonly en: string }>>;

/** A row of `grounds.json`; what other files say is put to it when the pack is read. */
export interface PackGround extends Omit<
  LegalGround,
  | 'country'
  | 'position'
  | 'lawNl'
  | 'lawEn'
  | 'theme'
  | 'complaintNl'
  | 'complaintEn'
  | 'questions'
  | 'questionsSource'
  | 'questionsConfidence'
> {
  readonly theme: string;
  readonly former: readonly FormerArticle[];
}

/** The first wording of a ground's template, line by line, and which questions it asks. */
export interface PackExplanation {
  readonly ground: string;
  readonly questions: readonly string[];
  readonly nl: readonly string[];
  readonly en: readonly string[];
  readonly source: string;
  readonly confidence: Confidence;
}

/** The four files of a country's folder as they stand there, before anybody has looked whether they make sense. */
export interface PackFiles {
  readonly pack: PackHead;
  readonly laws: PackLaws;
  readonly grounds: readonly PackGround[];
  readonly explanations: {
    readonly questions: readonly ElementQuestion[];
    readonly explanations: readonly PackExplanation[];
  };
}

/** A country's grounds and the first wordings of their templates, ready to be kept. */
export interface CountryPack {
  readonly country: string;
  readonly grounds: readonly LegalGround[];
  readonly templates: readonly { readonly ground: string; readonly language: 'nl' | 'en'; readonly text: string }[];
  readonly helpLines: readonly HelpLine[];
}

/** Puts the files of a faultless pack together. */
export function assemblePack(files: PackFiles): CountryPack {
  const { explanations } = files.explanations;
  return {
    country: files.pack.country,
    grounds: files.grounds.map((ground, position) => assembleGround(files, ground, position)),
    templates: explanations.flatMap(({ ground, nl, en }) => [
      { ground, language: 'nl' as const, text: nl.join('\n') },
      { ground, language: 'en' as const, text: en.join('\n') },
    ]),
    helpLines: files.pack.helpLines,
  };
}

function assembleGround(files: PackFiles, ground: PackGround, position: number): LegalGround {
  const { pack, laws, explanations } = files;
  const law = laws[ground.law]!;
  const explanation = explanations.explanations.find((one) => one.ground === ground.code)!;
  const onComplaint = ground.complaintOffence;
  return {
    ...ground,
    ...{ country: pack.country, position, lawNl: law.nl, lawEn: law.en },
    theme: pack.themes.find(({ code }) => code === ground.theme)!,
    complaintNl: onComplaint ? pack.complaintNl : '',
    complaintEn: onComplaint ? pack.complaintEn : '',
    questions: explanation.questions.map((code) => explanations.questions.find((one) => one.code === code)!),
    questionsSource: explanation.source,
    questionsConfidence: explanation.confidence,
  };
}
