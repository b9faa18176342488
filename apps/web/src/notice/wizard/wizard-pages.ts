import { Injectable, NotFoundException } from '@nestjs/common';
import type { Notice } from '#domain/notice/notice.js';
import { ContentPage } from './content.page.js';
import { DangerPage } from './danger.page.js';
import type { TaskState, WizardPage } from './wizard-page.js';

/** The screens in their order; each is one more class here and one more template. */
export const WIZARD_PAGES = [DangerPage, ContentPage];

/** One line of the task list. */
export interface Task {
  readonly slug: string;
  readonly state: TaskState;
}

/** The pages of the wizard in their order. */
@Injectable()
export class WizardPages {
  private readonly pages: readonly WizardPage[];

  constructor(danger: DangerPage, content: ContentPage) {
    this.pages = [danger, content];
  }

  /** Refuses a page that is not there (404). */
  one(slug: string): WizardPage {
    const page = this.pages.find((each) => each.slug === slug);
    if (!page) throw new NotFoundException();
    return page;
  }

  tasks(notice: Notice): Task[] {
    return this.pages.map((page) => ({ slug: page.slug, state: page.state(notice) }));
  }

  /** The page after this one, or null at the last: then the task list says what is left. */
  after(slug: string): string | null {
    const at = this.pages.findIndex((page) => page.slug === slug);
    return this.pages[at + 1]?.slug ?? null;
  }

  /** Which of how many, from 1. */
  place(slug: string): { readonly step: number; readonly of: number } {
    return { step: this.pages.findIndex((page) => page.slug === slug) + 1, of: this.pages.length };
  }
}
