import type { DossierStatement } from '#domain/report/dossier-facts.js';
import type { Dossier } from '#domain/report/dossier.js';
import { presentFigures } from './present-figures.js';
import { letterOf, presentNotices } from './present-notices.js';
import { ReportFormats } from './report-formats.js';
import type { ReportWords } from './report-words.js';

/** More references than this would drown the table; the annex has them all. */
const MOST_NAMED = 8;

/** Everything a dossier's pages show, written out in one language: the template only puts it in place. */
export function presentDossier(dossier: Dossier, words: ReportWords) {
  const formats = new ReportFormats(words, dossier.zone);
  return {
    language: words.language,
    reference: dossier.reference,
    version: words.of('version', dossier.version),
    isPublic: dossier.version === 'public',
    isComplaint: dossier.statement !== null,
    at: formats.moment(dossier.at),
    atMachine: formats.machine(dossier.at),
    zone: dossier.zone,
    from: formats.day(dossier.period.from),
    to: formats.day(dossier.period.to),
    timeAllowed: formats.number(dossier.timeAllowedDays.default),
    complainant: presentComplainant(dossier, words, formats),
    provider: presentProvider(dossier, words, formats),
    statement: presentStatement(dossier.statement, formats),
    provisions: presentProvisions(dossier, words, formats),
    counts: presentCounts(dossier, formats),
    figures: presentFigures(dossier, words, formats),
    ...presentNotices(dossier, words, formats),
  };
}

function presentComplainant({ complainant }: Dossier, words: ReportWords, formats: ReportFormats) {
  const { name, legalForm, deskName, deskEmail, postalAddress, country, languages, coordinator, designation } =
    complainant;
  const languageNames = new Intl.DisplayNames(words.language, { type: 'language' });
  return {
    name,
    legalForm: legalForm ?? '',
    deskName,
    deskEmail,
    postalAddress,
    country: formats.country(country),
    languages: languages.map((code) => languageNames.of(code) ?? code).join(', '),
    coordinator: coordinator.name,
    authority: designation.authority,
    designatedOn: formats.day(designation.designatedOn),
    lines: designation.lines.map((line) => words.of('line', line)).join(', '),
    areaOfExpertise: designation.areaOfExpertise,
  };
}

function presentProvider({ provider }: Dossier, words: ReportWords, formats: ReportFormats) {
  return {
    name: provider.name,
    legalEntity: provider.legalEntity,
    country: formats.country(provider.country),
    coordinator: provider.coordinator ?? words.say('unknown'),
    platforms: provider.platforms.map(({ name, vlop }) => ({
      name,
      vlop: vlop === null ? '' : words.of('vlop', vlop),
    })),
    contactPoints: provider.contactPoints.map(({ kind, platform, address, verifiedOn }) => ({
      kind: words.of('contact', kind),
      platform,
      address,
      isVerified: verifiedOn !== null,
      verified: formats.day(verifiedOn),
    })),
  };
}

function presentStatement(statement: DossierStatement | null, formats: ReportFormats) {
  if (statement === null) return null;
  const steps = statement.stepsTried.map(({ on, what }) => ({ on: formats.day(on), what }));
  return { ...statement, stepsTried: steps };
}

function presentProvisions({ provisions }: Dossier, words: ReportWords, formats: ReportFormats) {
  const articles = [...new Set(provisions.map(({ provision }) => provision))];
  return articles.map((article) => ({
    name: words.of('provision', article),
    asks: words.of('asks', article),
    facts: provisions.flatMap(({ provision, fact, count, of, references }, index) =>
      provision !== article
        ? []
        : {
            letter: letterOf(index),
            text: words.of('fact', fact),
            count: formats.number(count),
            of: formats.number(of),
            tooMany: references.length > MOST_NAMED,
            references,
          },
    ),
  }));
}

function presentCounts({ notices, figures }: Dossier, formats: ReportFormats) {
  const items = notices.reduce((sum, notice) => sum + notice.items.length, 0);
  const unanswered = figures.classes.find((each) => each.class === 'no-response');
  return {
    none: notices.length === 0,
    one: notices.length === 1,
    notices: formats.number(notices.length),
    items: formats.number(items),
    oneItem: items === 1,
    imported: formats.number(notices.filter(({ origin }) => origin === 'imported').length),
    hasImported: notices.some(({ origin }) => origin === 'imported'),
    followUp: formats.percent(figures.followUpPercentage),
    unanswered: formats.number(unanswered?.count ?? 0),
    unansweredShare: formats.percent(unanswered?.percentage ?? null),
    medianDecision: formats.duration(figures.times.decisionHours.median),
  };
}
