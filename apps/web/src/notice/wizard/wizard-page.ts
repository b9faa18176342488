import type { SignedIn } from '#application/access/sessions.js';
import type { WrittenNotice } from '#application/notice/written-notice.js';
import type { Notice } from '#domain/notice/notice.js';
import type { Destination, FieldOfRule } from '../../frame/forms.js';
import type { FormClass } from '../../frame/take-form.js';

/** Where a task stands: not looked at, looked at but not complete, complete (ux.md A2). */
export type TaskState = 'todo' | 'lacking' | 'done';

/** What a page is told beside its form. */
export interface WizardTurn {
  readonly notice: Notice;
  readonly person: SignedIn;
  readonly at: Date;
  /** What somebody sent, where the page is shown again for it. */
  readonly typed?: Readonly<Record<string, unknown>>;
}

/** Every form of the wizard carries the version that was on the page, so that nobody writes over what they did not see. */
export interface WizardForm {
  readonly version: string;
}

/**
 * One screen on which a notice is written: its questions, what it shows, and what its answers make of the notice. It keeps
 * nothing itself; whether it is done is asked of the notice each time.
 */
export abstract class WizardPage<F extends WizardForm = WizardForm> {
  /** Its name in the address, of its template `wizard/<slug>`, and of its words `wizard.<slug>`. */
  abstract readonly slug: string;
  abstract readonly form: FormClass<F & object>;
  /** Fields that rules speak about. */
  readonly fields: Readonly<Record<string, FieldOfRule>> = {};

  /** Off the path from page to page: no task of its own. */
  readonly aside: boolean = false;

  abstract state(notice: Notice): TaskState;
  /** What stands in the form, from the notice itself. */
  abstract values(notice: Notice): Readonly<Record<string, string>>;
  /** What is proposed for a field that nobody has filled in. */
  proposals(_turn: WizardTurn): Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>> {
    return {};
  }

  /** The notice as it will be, with the answers taken in. */
  abstract fill(written: WrittenNotice, form: F, turn: WizardTurn): WrittenNotice | Promise<WrittenNotice>;

  /** Where the answers lead to, or null for the next page in order; `notice` is as it was kept. */
  onward(_notice: Notice, _form: F, _turn: WizardTurn): Destination | null | Promise<Destination | null> {
    return null;
  }

  /** What the page shows beside its form. */
  model(_turn: WizardTurn): object | Promise<object> {
    return {};
  }
}
