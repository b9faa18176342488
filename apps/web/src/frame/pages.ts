import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Templates } from '#adapters/templates/templates.js';
import type { RuleViolation } from '#domain/rule-violation.js';
import type { DeskRequest } from './desk-request.js';
import { Frame } from './frame.js';
import { wordsOf } from './rule-words.js';

/** Shows pages: a template under `templates/pages` with the facts it needs, inside the desk's frame. */
@Injectable()
export class Pages {
  constructor(
    private readonly templates: Templates,
    private readonly frame: Frame,
  ) {}

  /** The page as text; `@Page('cases/list')` calls it with what the controller returned. */
  async html(request: DeskRequest, page: string, model: object): Promise<string> {
    const desk = await this.frame.of(request);
    return this.templates.render(`pages/${page}`, { ...model, desk }, desk.language);
  }

  /** Answers with a page, for a controller that chooses the status itself. */
  async show(request: DeskRequest, response: Response, page: string, model: object, status = 200): Promise<void> {
    const html = await this.html(request, page, model);
    response.status(status).type('html').send(html);
  }

  /** Answers with a page that asks nobody anything, because asking may be what failed. */
  showBare(request: DeskRequest, response: Response, page: string, model: object, status: number): void {
    const desk = this.frame.bare(request);
    const html = this.templates.render(`pages/${page}`, { ...model, desk }, desk.language);
    response.status(status).type('html').send(html);
  }

  /** Why a rule refuses, with each of its parts, in the language of the request; nothing where there are no words for it. */
  sayRule(request: DeskRequest, rule: RuleViolation): string[] {
    const { parts = [] } = rule.facts as { readonly parts?: readonly RuleViolation[] };
    return [this.sayAlone(request, rule), ...parts.map((part) => this.sayAlone(request, part))].flat();
  }

  private sayAlone(request: DeskRequest, rule: RuleViolation): string[] {
    const { words } = this.templates;
    const language = request.language ?? 'nl';
    const known = wordsOf(rule).filter((key) => words.has(language, key));
    return known.map((key) => words.text(language, key, rule.facts));
  }

  /** Words in the language of the request, for what a controller must say in text. */
  say(request: DeskRequest, key: string, facts: Readonly<Record<string, unknown>> = {}): string {
    return this.templates.words.text(request.language ?? 'nl', key, facts);
  }
}
