import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import Handlebars from 'handlebars';
import type { DeskLanguage } from '#domain/access/preference.js';
import { HELPERS, teach } from './helpers.js';
import type { Words } from './words.js';

/** Folders of which every template can be used by name inside another. */
const PARTIAL_FOLDERS = ['layouts', 'partials'];
/** Folders of the desk's pages; letters and reports have rules of their own. */
const FOLDERS = [...PARTIAL_FOLDERS, 'pages'];

/**
 * All templates of the desk's pages, compiled once, in strict mode: a fact that is missing is an error, never a gap, and a
 * helper that does not exist fails at the start. Text is always escaped.
 */
export class Templates {
  private readonly handlebars = Handlebars.create();
  private readonly compiled = new Map<string, Handlebars.TemplateDelegate>();

  /** `folder` is the project's `templates`; `zone` the time zone in which moments are shown. */
  constructor(
    private readonly folder: string,
    readonly words: Words,
    zone = 'Europe/Amsterdam',
  ) {
    teach(this.handlebars, words, zone);
    for (const name of this.names()) this.compiled.set(name, this.compile(name));
  }

  /** Renders `pages/work/mine` with the facts given; `language` reaches every helper. */
  render(name: string, facts: object, language: DeskLanguage): string {
    const template = this.compiled.get(name);
    if (!template) throw new Error(`no template called "${name}"`);
    return template(facts, { data: { language } });
  }

  /** Names of all templates: path under the folder without `.hbs`, with `/`. */
  names(): readonly string[] {
    return readdirSync(this.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.hbs'))
      .map((entry) => relative(this.folder, join(entry.parentPath, entry.name)).split(sep).join('/').slice(0, -4))
      .filter((name) => FOLDERS.includes(name.split('/')[0] ?? ''))
      .sort();
  }

  private compile(name: string): Handlebars.TemplateDelegate {
    const source = readFileSync(join(this.folder, `${name}.hbs`), 'utf8');
    const template = this.handlebars.compile(source, {
      strict: true,
      knownHelpersOnly: true,
      knownHelpers: Object.fromEntries(HELPERS.map((helper) => [helper, true])),
      preventIndent: true,
    });
    const [first, ...rest] = name.split('/');
    if (first && PARTIAL_FOLDERS.includes(first)) {
      this.handlebars.registerPartial(first === 'partials' ? rest.join('/') : name, template);
    }
    return template;
  }
}
