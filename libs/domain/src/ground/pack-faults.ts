import { CONFIDENCES } from '../provider/platform.js';
import { CAPTURE_POLICIES } from '../evidence/capture-policy.js';
import { isCategory } from './category.js';
import type { PackFiles, PackGround } from './country-pack.js';
import { explanationFaults } from './pack-explanation-faults.js';
import { helpFaults } from './pack-help-faults.js';
import { MANDATE_RULES } from './legal-ground.js';
import { dayFault, pack, textFault, twiceFaults, wordFault, type PackFault } from './pack-fault.js';

/** Official keywords with the category each refines; null for those the official tree leaves out. */
export type Keywords = ReadonlyMap<string, string | null>;

/** Everything that is wrong with a pack, in the order of its files; `cc` is the name of its folder. */
export function packFaults(cc: string, files: PackFiles, keywords: Keywords): PackFault[] {
  return [
    ...headFaults(cc, files),
    ...helpFaults(files),
    ...lawFaults(files),
    ...files.grounds.flatMap((ground, index) => groundFaults(files, ground, index, keywords)),
    ...twiceFaults(
      'grounds',
      [],
      files.grounds.map(({ code }) => code),
      'code',
    ),
    ...overlapFaults(files.grounds),
    ...explanationFaults(files),
  ];
}

function headFaults(cc: string, { pack: head }: PackFiles): PackFault[] {
  const named =
    head.country?.toLowerCase() === cc ? [] : [pack('pack', ['country'], 'country-of-another-folder', head.country)];
  const texts = (['nl', 'en', 'complaintNl', 'complaintEn'] as const).flatMap((name) =>
    textFault('pack', [name], head[name]),
  );
  const themes = (head.themes ?? []).flatMap((theme, at) =>
    (['code', 'nl', 'en'] as const).flatMap((name) => textFault('pack', ['themes', at, name], theme[name])),
  );
  return [...named, ...texts, ...themes];
}

const lawFaults = ({ laws }: PackFiles): PackFault[] =>
  Object.entries(laws).flatMap(([law, names]) =>
    (['nl', 'en'] as const).flatMap((language) => textFault('laws', [law, language], names[language])),
  );

const TEXTS = ['article', 'titleNl', 'titleEn', 'source'] as const;

function groundFaults(files: PackFiles, ground: PackGround, at: number, keywords: Keywords): PackFault[] {
  const fault = (field: string, code: string, value: unknown) => pack('grounds', [at, field], code, value);
  const known = (field: string, code: string, value: unknown, fine: boolean) =>
    fine ? [] : [fault(field, code, value)];
  const { category, keyword, replacedBy } = ground;
  return [
    ...known('code', 'bad-code', ground.code, /^[A-Z0-9_]+$/.test(ground.code)),
    ...TEXTS.flatMap((field) => textFault('grounds', [at, field], ground[field])),
    ...(['noteNl', 'noteEn'] as const).flatMap((field) => noteFault(ground, at, field)),
    ...known('law', 'unknown-law', ground.law, Object.hasOwn(files.laws, ground.law)),
    ...known(
      'theme',
      'unknown-theme',
      ground.theme,
      files.pack.themes.some(({ code }) => code === ground.theme),
    ),
    ...known('category', 'unknown-category', category, category === null || isCategory(category)),
    ...known('keyword', 'unknown-keyword', keyword, keyword === null || keywords.has(keyword)),
    ...known('keyword', 'keyword-of-another-category', keyword, belongs(keyword, category, keywords)),
    ...wordFault('grounds', [at, 'capturePolicy'], ground.capturePolicy, CAPTURE_POLICIES, 'unknown-capture-policy'),
    ...wordFault('grounds', [at, 'mandateRule'], ground.mandateRule, MANDATE_RULES, 'unknown-mandate-rule'),
    ...wordFault('grounds', [at, 'confidence'], ground.confidence, CONFIDENCES, 'unknown-confidence'),
    ...known('replacedBy', 'unknown-successor', replacedBy, isSuccessor(files.grounds, ground)),
    ...(['validFrom', 'validTo', 'verifiedOn'] as const).flatMap((field) => dayFault([at, field], ground[field])),
    ...(ground.former ?? []).flatMap((one, n) => dayFault([at, 'former', n, 'validTo'], one.validTo)),
    ...known('validTo', 'ends-before-it-begins', ground.validTo, inOrder(ground.validFrom, ground.validTo)),
    ...known('former', 'former-article-overlaps', ground.validFrom, formerEnded(ground)),
  ];
}

/** A note may be empty, but never in one language only. */
function noteFault(ground: PackGround, at: number, field: 'noteNl' | 'noteEn'): PackFault[] {
  const other = ground[field === 'noteNl' ? 'noteEn' : 'noteNl'];
  return ground[field] === '' && other === '' ? [] : textFault('grounds', [at, field], ground[field]);
}

function belongs(keyword: string | null, category: string | null, keywords: Keywords): boolean {
  const home = keyword === null ? null : (keywords.get(keyword) ?? null);
  return home === null || home === category;
}

const isSuccessor = (grounds: readonly PackGround[], { code, replacedBy }: PackGround): boolean =>
  replacedBy === null || (replacedBy !== code && grounds.some((one) => one.code === replacedBy));

const inOrder = (from: string | null, to: string | null): boolean => from === null || to === null || from <= to;

const formerEnded = ({ former, validFrom }: PackGround): boolean =>
  (former ?? []).every(({ validTo }) => validFrom !== null && validTo < validFrom);

/** One article may carry several grounds only where they count under different keywords, or at different times. */
function overlapFaults(grounds: readonly PackGround[]): PackFault[] {
  return grounds.flatMap((ground, at) => {
    const earlier = grounds.slice(0, at).find((one) => one.code !== ground.code && meet(one, ground));
    return earlier
      ? [pack('grounds', [at, 'article'], 'overlapping-validity', `${ground.article} (${earlier.code})`)]
      : [];
  });
}

const meet = (one: PackGround, other: PackGround): boolean =>
  one.law === other.law &&
  one.article === other.article &&
  one.keyword === other.keyword &&
  (one.validFrom ?? '') <= (other.validTo ?? '9999-12-31') &&
  (other.validFrom ?? '') <= (one.validTo ?? '9999-12-31');
