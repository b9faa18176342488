import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Sessions } from '#application/access/sessions.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { DeskRequest } from './desk-request.js';
import { blank, refused, type FormFault } from './form-state.js';
import { doneAndShown } from './once.js';
import { Pages } from './pages.js';
import { Refusals } from './refusals.js';
import { statusOf } from './rule-words.js';
import { takeForm, type FieldFault, type FormClass } from './take-form.js';

/** Where the person goes after a form was taken, and what is said there once (a key of words with its facts). */
export type Destination =
  | string
  | { readonly to: string; readonly say: string; readonly facts?: Readonly<Record<string, string | number>> }
  | Shown;

/** What is shown at once and never again, because it is kept nowhere: the secret of a one-time link. */
export interface Shown {
  readonly shows: string;
  readonly model: object;
}

/** A field by its name, or found by what a rule says: several fields may hold the same kind of thing. */
export type FieldOfRule = string | ((facts: Readonly<Record<string, unknown>>) => string);

/** One form: its fields, the page that shows it, and the act it leads to. */
export interface FormTurn<T extends object> {
  readonly form: FormClass<T>;
  /** Template shown again when the form is refused, with `form` filled in. */
  readonly page: string;
  /** The other facts of that page. */
  readonly model: () => object | Promise<object>;
  readonly act: (form: T) => Promise<Destination>;
  /** Fields that rules speak about: `{ 'access.password-too-short': 'password' }`. */
  readonly fields?: Readonly<Record<string, FieldOfRule>>;
}

/** Takes a posted form: reads it, acts, and sends the person on; or shows the page again with what was typed. */
@Injectable()
export class Forms {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly refusals: Refusals,
  ) {}

  /** Shows a page with a form that nobody has sent yet; it begins with these values, and with 200 unless another status fits. */
  open(
    request: DeskRequest,
    response: Response,
    page: string,
    begin: {
      readonly values?: Readonly<Record<string, unknown>>;
      readonly model?: object;
      readonly status?: number;
    } = {},
  ): Promise<void> {
    return this.pages.show(request, response, page, { ...begin.model, form: blank(begin.values) }, begin.status);
  }

  async take<T extends object>(request: DeskRequest, response: Response, turn: FormTurn<T>): Promise<void> {
    const { form, typed, faults } = await takeForm(turn.form, request.body);
    if (faults.length > 0) {
      await this.refusals.unknownFields(request, faults.filter(isUnknown).length);
      const texts = faults.map(({ field, words }) => ({ field, text: this.pages.say(request, words) }));
      return this.again(request, response, turn, { typed, faults: texts, status: 422 });
    }
    try {
      await this.goOn(request, response, await turn.act(form));
    } catch (fault) {
      if (!(fault instanceof RuleViolation) || statusOf(fault) === 404) throw fault;
      await this.refusals.fault(request, fault);
      const texts = this.ruleFaults(request, fault, turn);
      await this.again(request, response, turn, { typed, faults: texts, status: statusOf(fault) });
    }
  }

  /** 303, so that going back or reloading sends nothing again. */
  async goOn(request: DeskRequest, response: Response, destination: Destination): Promise<void> {
    if (typeof destination !== 'string' && 'shows' in destination) {
      doneAndShown(response);
      return this.pages.show(request, response, destination.shows, destination.model);
    }
    const { to, say, facts } = typeof destination === 'string' ? { to: destination, say: null } : destination;
    if (say !== null && request.person) {
      await this.sessions.say(request.person.sessionId, { words: say, facts: facts ?? {} });
    }
    response.redirect(303, to);
  }

  private async again<T extends object>(
    request: DeskRequest,
    response: Response,
    turn: FormTurn<T>,
    wrong: { typed: Record<string, unknown>; faults: FormFault[]; status: number },
  ): Promise<void> {
    const model = { ...(await turn.model()), form: refused(wrong.typed, wrong.faults) };
    await this.pages.show(request, response, turn.page, model, wrong.status);
  }

  private ruleFaults<T extends object>(request: DeskRequest, rule: RuleViolation, turn: FormTurn<T>): FormFault[] {
    const named = turn.fields?.[rule.code] ?? null;
    const field = typeof named === 'function' ? named(rule.facts) : named;
    const said = this.pages.sayRule(request, rule);
    const texts = said.length > 0 ? said : [this.pages.say(request, 'errors.other', { code: rule.code })];
    return texts.map((text) => ({ field, text }));
  }
}

/** Comes from nobody's browser by itself. */
const isUnknown = ({ field, words }: FieldFault): boolean => field === null && words === 'form.unknown-field';
