import type { DecisionCode } from '../outcome/outcome-code.js';
import type { Hit } from './clauses.js';
import { placesIn } from './places.js';
import type { Sentence } from './sentences.js';
import { said } from './said.js';

const LAW = said`
    \b(?:(?:local|applicable|national|dutch|eu|european|domestic|criminal|copyright|relevant) laws?
    |under (?:the )?laws?|the law\b|by law|illegal|unlawful|legal (?:reasons?|grounds?|basis|request|obligation
    |removal|restrictions?|requirements?|demands?|order|process)|(?:article|art\.?) \d|copyright (?:infring|act
    |law|complaint)|dmca|court order|criminal code|in strijd met de wet|wettelijk|wetgeving|nederlands recht
    |onrechtmatig\w*|strafbaar|illegale?|artikel \d|auteurswet|auteursrecht|wetboek|juridische redenen)
  `;
const TERMS = said`
    \b(?:community (?:guidelines|standards|rules)|terms (?:of (?:service|use))?|our (?:\w+ ){0,5}(?:polic(?:y
    |ies)|rules|guidelines|standards|terms)|(?:content|platform|acceptable use|use|nudity|harassment
    |bullying) polic(?:y|ies)|house rules|code of conduct|huisregels|gebruiksvoorwaarden|algemene voorwaarden
    |onze (?:\w+ ){0,3}(?:voorwaarden|richtlijnen|regels|standaarden|beleid)|ons (?:\w+ ){0,3}\w{0,20}beleid
    |communityrichtlijnen|gemeenschapsrichtlijnen|forumregels|(?:community|platform|x) rules
    |richtlijnen voor de community)
  `;
const WHY = said`
    \b(?:violat|breach|infring|against|because|due to|under|based on|pursuant|in accordance|for |reason|ground
    |incompatible|inbreuk|artikel|illegal|unlawful|strijd|omdat|wegens|vanwege|grond|schend|overtre|onrechtmatig|strafbaar
    |volgens|op basis)
  `;
const NOT_BROKEN = said`
    \b(?:not|no|geen|niet)\b.{0,80}\b(?:violat|breach|infring|against|illegal|unlawful|strijd|overtre|inbreuk
    |onrechtmatig|strafbaar|schend)
  `;

/** Whether a decision rests on the law or on the platform's own terms; null when it says neither, or both. */
export function basisOf(
  code: DecisionCode,
  hits: readonly Hit[],
  sentences: readonly Sentence[],
): 'law' | 'terms' | null {
  const own = basisIn(
    hits.map((hit) => hit.sentence),
    code,
  );
  if (own !== 'none') return own;
  const at = hits.map((hit) => sentences.indexOf(hit.sentence));
  const near = sentences.filter((one, index) => at.some((hit) => Math.abs(hit - index) <= 2) && WHY.test(one.plain));
  const found = basisIn(near, code);
  return found === 'none' ? null : found;
}

const CLAUSE_START = said`
  , (?=we\b|it\b|the\b|this\b|you\b|but\b|while\b|wij\b|het\b|de\b|maar\b|is\b|has\b)
  |; | but | however | maar | echter\s
`;

/** Words about what can still be done, or read elsewhere: they name laws and rules that nothing was decided by. */
const ELSEWHERE = said`
      \b(?:appeal|dispute|complaint|(?:article|artikel) (?:20|21)(?! (?:of the |van de )?(?:\w+ )?(?:auteurswet|aw\b|copyright))|learn more|read more|bezwaar|beroep)\b
    `;

function basisIn(sentences: readonly Sentence[], code: DecisionCode): 'law' | 'terms' | null | 'none' {
  const acted = code !== 'no-violation';
  const telling = sentences
    .flatMap(({ plain }) => plain.split(CLAUSE_START))
    .filter((plain) => !acted || !NOT_BROKEN.test(plain))
    .filter((plain) => !ELSEWHERE.test(plain));
  const law = telling.some((plain) => LAW.test(plain));
  const terms = telling.some((plain) => TERMS.test(plain));
  if (law && terms) return null;
  return law ? 'law' : terms ? 'terms' : 'none';
}

/** Where it was hidden: the places named where the decision is told; empty when worldwide or unsaid. */
export function territoryOf(code: DecisionCode, hits: readonly Hit[], sentences: readonly Sentence[]): string[] {
  if (!['removed-geo', 'delisted', 'restricted'].includes(code)) return [];
  const own = hits.flatMap((hit) => placesIn(hit.sentence.raw, hit.sentence.plain, isShort(hit.sentence.raw)));
  if (own.length > 0 || code !== 'removed-geo') return [...new Set(own)];
  const last = Math.max(...hits.map((hit) => sentences.indexOf(hit.sentence)));
  const list = sentences.slice(last + 1, last + 6).filter(({ raw }) => raw.length < 80);
  return [...new Set(list.flatMap(({ raw, plain }) => placesIn(`in ${raw}`, plain)))];
}

/** In a short line that is not shouted, two capitals are a country. */
const isShort = (raw: string): boolean => raw.length < 120 && raw !== raw.toUpperCase();

const REDRESS = said`
    \b(?:out-of-court|dispute settlement|internal complaint|complaint[- ]handling|article (?:20|21)\b(?! (?:of the |van de )?(?:\w+ )?(?:auteurswet|aw\b|copyright))
    |art\. (?:20|21)\b(?! (?:of the |van de )?(?:\w+ )?(?:auteurswet|aw\b|copyright))|artikel (?:20|21)\b(?! (?:of the |van de )?(?:\w+ )?(?:auteurswet|aw\b|copyright))|geschillenbeslechting|geschillencommissie|geschillenorgaan
    |klachtenregeling|klachtenprocedure|rechtsmiddel\w*|redress|judicial (?:remedy|redress)
    |buitengerechtelijk\w*)|\b(?:can|may|right|option|able|possible|possibility|wish|want|would like|disagree
    |file|submit|lodge|link|click|how) (?:\w+ ){0,8}(?:appeal|re-?review|object(?:ion)?|complaint|reconsider\w*
    |second review|another review|review of (?:this|our|the) decision|contest|challenge|dispute)\b|\b(?:appeal
    |contest|challenge|dispute) (?:this|our|the|that) decision\b|\brequest (?:a|another) (?:\w+ )?review\b
    |\b(?:kunt|kan|mag|recht|mogelijk|indienen|maken|niet eens)\b.{0,80}\b(?:bezwaar|beroep|klacht
    |heroverweging|herbeoordeling)\b|\b(?:bezwaar|beroep|klacht|heroverweging
    |herbeoordeling)\b.{0,60}\b(?:indienen|maken|aantekenen|instellen|vragen|aanvragen)\b
  `;

/** Whether the mail points to a way to contest the decision (Art. 20, 21 DSA, or the platform's own). */
export const mentionsRedress = (sentences: readonly Sentence[]): boolean =>
  sentences.some(({ plain }) => REDRESS.test(plain));
