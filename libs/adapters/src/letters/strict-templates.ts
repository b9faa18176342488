import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';

/** Fills a template with facts. */
export type Fill = (facts: object) => string;

/** Plain-text templates from a folder: nothing is escaped, and whatever a template asks for must be there. */
export class StrictTemplates {
  private readonly handlebars = Handlebars.create();

  constructor(private readonly folder: string) {
    this.handlebars.registerHelper('each', refusing('each', Array.isArray, Handlebars.helpers['each']!));
    this.handlebars.registerHelper('if', refusing('if', isBoolean, Handlebars.helpers['if']!));
  }

  /** Compiles `<name>.hbs`. */
  compile(name: string): Fill {
    const source = readFileSync(join(this.folder, `${name}.hbs`), 'utf8');
    return this.handlebars.compile(source, { strict: true, noEscape: true, knownHelpersOnly: true });
  }
}

/** Strict mode does not look at what block helpers are given: a missing list would leave a gap in the letter. */
function refusing(
  name: string,
  fits: (value: unknown) => boolean,
  helper: Handlebars.HelperDelegate,
): Handlebars.HelperDelegate {
  return function (this: unknown, value: unknown, options: unknown): unknown {
    if (!fits(value)) throw new Error(`{{#${name}}} was given a fact that is missing`);
    return helper.call(this, value, options) as unknown;
  };
}

const isBoolean = (value: unknown): boolean => typeof value === 'boolean';
