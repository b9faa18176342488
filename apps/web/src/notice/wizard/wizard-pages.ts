import { Injectable, NotFoundException } from '@nestjs/common';
import { isStopped } from '#domain/notice/notice-answers.js';
import type { Notice } from '#domain/notice/notice.js';
import { ContentPage } from './content.page.js';
import { DangerPage } from './danger.page.js';
import { HelpPage } from './help.page.js';
import type { TaskState, WizardPage } from './wizard-page.js';

/** The screens in their order; each is one more class here and one more template. */
export const WIZARD_PAGES = [DangerPage, HelpPage, ContentPage];

/** The pages that are open while somebody is in danger. */
const BEFORE_ALL = ['danger', 'help'];

/** One line of the task list. */
export interface Task {
  readonly slug: string;
  readonly state: TaskState;
}

/** The pages of the wizard in their order. */
@Injectable()
export class WizardPages {
  private readonly pages: readonly WizardPage[];

  constructor(danger: DangerPage, help: HelpPage, content: ContentPage) {
    this.pages = [danger, help, content];
  }

  /** Refuses a page that is not there (404). */
  one(slug: string): WizardPage {
    const page = this.pages.find((each) => each.slug === slug);
    if (!page) throw new NotFoundException();
    return page;
  }

  tasks(notice: Notice): Task[] {
    return this.path.map((page) => ({ slug: page.slug, state: page.state(notice) }));
  }

  /** The page that stands in the way of this one, or null: while somebody is in danger, only help does not wait. */
  before(slug: string, { content }: Notice): string | null {
    return isStopped(content.answers) && !BEFORE_ALL.includes(slug) ? 'help' : null;
  }

  /** The page after this one, or null at the last: then the task list says what is left. */
  after(slug: string, notice: Notice): string | null {
    const at = this.path.findIndex((page) => page.slug === slug);
    return this.one(slug).onward(notice) ?? this.path[at + 1]?.slug ?? null;
  }

  /** Which of how many, from 1; a page off the path has the place of none. */
  place(slug: string): { readonly step: number; readonly of: number } {
    return { step: this.path.findIndex((page) => page.slug === slug) + 1, of: this.path.length };
  }

  private get path(): readonly WizardPage[] {
    return this.pages.filter(({ aside }) => !aside);
  }
}
