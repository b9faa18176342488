import { NotFoundException, type FactoryProvider } from '@nestjs/common';
import type { Blocker } from '#domain/notice/blockers.js';
import { isStopped } from '#domain/notice/notice-answers.js';
import type { Notice } from '#domain/notice/notice.js';
import type { Destination } from '../../frame/forms.js';
import { ChannelPage } from './channel.page.js';
import { ContentPage } from './content.page.js';
import { DangerPage } from './danger.page.js';
import { EvidencePage } from './evidence.page.js';
import { HelpPage } from './help.page.js';
import { GroundsPage } from './grounds.page.js';
import { ImageryPage } from './imagery.page.js';
import { PersonPage } from './person.page.js';
import { ScopePage } from './scope.page.js';
import { pageOf } from './blocker-pages.js';
import type { TaskState, WizardForm, WizardPage, WizardTurn } from './wizard-page.js';

/** The screens in their order; each is one more class here and one more template. */
export const WIZARD_PAGES = [
  DangerPage,
  HelpPage,
  ContentPage,
  ScopePage,
  ImageryPage,
  GroundsPage,
  PersonPage,
  EvidencePage,
  ChannelPage,
];

/** The pages that are open while somebody is in danger. */
const BEFORE_ALL = ['danger', 'help'];

/** One line of the task list. */
export interface Task {
  readonly slug: string;
  readonly state: TaskState;
}

/** The pages of the wizard in their order. */
export class WizardPages {
  constructor(private readonly pages: readonly WizardPage[]) {}

  /** Refuses a page that is not there (404). */
  one(slug: string): WizardPage {
    const page = this.pages.find((each) => each.slug === slug);
    if (!page) throw new NotFoundException();
    return page;
  }

  /** Each page as it stands; one that says it is done and has a blocker to mend lacks something all the same. */
  tasks(notice: Notice, blockers: readonly Blocker[]): Task[] {
    const wrong = blockers.map(pageOf);
    const tasks = this.path.map((page): Task => {
      const state = page.state(notice);
      return { slug: page.slug, state: state === 'done' && wrong.includes(page.slug) ? 'lacking' : state };
    });
    return [...tasks, { slug: 'check', state: 'todo' }];
  }

  /** The page that stands in the way of this one, or null: while somebody is in danger, only help does not wait. */
  before(slug: string, { content }: Notice): string | null {
    return isStopped(content.answers) && !BEFORE_ALL.includes(slug) ? 'help' : null;
  }

  /** Where to go after this page; after the last, the page that checks it says what is left. */
  async after(slug: string, notice: Notice, form: WizardForm, turn: WizardTurn): Promise<Destination> {
    const next = this.path[this.path.findIndex((page) => page.slug === slug) + 1];
    const write = `/notices/${notice.id}/write`;
    return (await this.one(slug).onward(notice, form, turn)) ?? `${write}/${next?.slug ?? 'check'}`;
  }

  /** Which of how many, from 1; a page off the path has the place of none. */
  place(slug: string): { readonly step: number; readonly of: number } {
    return { step: this.path.findIndex((page) => page.slug === slug) + 1, of: this.path.length + 1 };
  }

  private get path(): readonly WizardPage[] {
    return this.pages.filter(({ aside }) => !aside);
  }
}

export const wizardPages: FactoryProvider<WizardPages> = {
  provide: WizardPages,
  useFactory: (...pages: WizardPage[]) => new WizardPages(pages),
  inject: WIZARD_PAGES,
};
