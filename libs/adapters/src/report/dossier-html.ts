import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import type { Dossier } from '#domain/report/dossier.js';
import { presentDossier } from './present-dossier.js';
import { type ReportLanguage, ReportWords } from './report-words.js';

/** The typefaces of a report (SIL Open Font License 1.1), so that it looks and breaks the same on every machine. */
const FACES = [
  { family: 'Source Serif 4', name: 'source-serif-4' },
  { family: 'Source Sans 3', name: 'source-sans-3' },
] as const;
const LATIN_EXTENDED = 'U+0100-02FF, U+0304, U+0308, U+0329, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0';
const SUBSETS = [
  { name: 'latin-ext', range: `unicode-range: ${LATIN_EXTENDED};` },
  { name: 'latin', range: '' },
] as const;

/** A dossier as one page of HTML that needs nothing from outside; printed it is the PDF. */
export class DossierHtml {
  private readonly compiled = new Map<ReportLanguage, Handlebars.TemplateDelegate>();
  private style: string | undefined;

  /** `folder` is the project's `templates/reports`. */
  constructor(private readonly folder: string) {}

  render(dossier: Dossier, language: ReportLanguage): string {
    const words = ReportWords.read(this.folder, language);
    const facts = presentDossier(dossier, words);
    const style = new Handlebars.SafeString(`${this.stylesheet()}${runningLines(dossier, words)}`);
    return this.template(language)({ ...facts, style });
  }

  private template(language: ReportLanguage): Handlebars.TemplateDelegate {
    const known = this.compiled.get(language);
    if (known) return known;
    const source = readFileSync(join(this.folder, `dossier.${language}.hbs`), 'utf8');
    const compiled = Handlebars.create().compile(source, { strict: true, knownHelpersOnly: true, preventIndent: true });
    this.compiled.set(language, compiled);
    return compiled;
  }

  private stylesheet(): string {
    this.style ??= `${faces(this.folder)}\n${readFileSync(join(this.folder, 'dossier.css'), 'utf8')}`;
    return this.style;
  }
}

/** File number, version, organisation and page number on every page. */
function runningLines(dossier: Dossier, words: ReportWords): string {
  const line = 'font: 8pt "Source Sans 3", sans-serif; color: #4a5866;';
  const page = `${quoted(`${words.say('page')} `)} counter(page) ${quoted(` ${words.say('of')} `)} counter(pages)`;
  return `@page {
  @top-left { content: ${quoted(dossier.reference)}; ${line} }
  @top-right { content: ${quoted(words.of('version', dossier.version))}; ${line} }
  @bottom-left { content: ${quoted(dossier.complainant.name)}; ${line} }
  @bottom-right { content: ${page}; ${line} }
}`;
}

/** A CSS string in which no character can end the string, the rule or the style element. */
function quoted(text: string): string {
  const escaped = text.replace(/[^\p{L}\p{N} .,:-]/gu, (character) => `\\${character.codePointAt(0)!.toString(16)} `);
  return `"${escaped}"`;
}

function faces(folder: string): string {
  const { resolve } = createRequire(join(folder, 'from-here.js'));
  return FACES.flatMap(({ family, name }) =>
    SUBSETS.flatMap((subset) =>
      [400, 600].map((weight) => {
        const file = resolve(`@fontsource/${name}/files/${name}-${subset.name}-${weight}-normal.woff2`);
        const source = `url(data:font/woff2;base64,${readFileSync(file).toString('base64')}) format("woff2")`;
        return `@font-face { font-family: "${family}"; font-weight: ${weight}; src: ${source}; ${subset.range} }`;
      }),
    ),
  ).join('\n');
}
