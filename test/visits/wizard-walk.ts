import type { Page } from 'puppeteer';
import { toNextPage } from './desk-browser.js';

/** What a walk types; everything else it answers by choosing. */
export interface Prepared {
  readonly addresses: string;
  /** How the ground's name begins in its list. */
  readonly ground: string;
  readonly reasons: string;
  readonly expression: string;
}

type Hands = WizardWalk;
type Act = (hands: Hands, prepared: Prepared) => Promise<unknown>;

/** What a person does on each page, from the first field on, which has the focus; the last key goes on to the next page. */
const ON: Readonly<Record<string, Act>> = {
  danger: (hands) => hands.keys('Space', 'Enter'),
  content: async (hands, { addresses }) => {
    await hands.paste(addresses);
    await hands.keys('Tab', 'Tab', 'Enter');
  },
  scope: (hands) => hands.keys('Space', 'Tab', 'Space', 'Tab', 'Space', 'Tab', 'Space', 'Enter'),
  imagery: (hands) => hands.keys('ArrowDown', 'Enter'),
  grounds: async (hands, { ground, expression }) => {
    await hands.type(ground);
    await hands.tabTo('#expression');
    await hands.paste(expression);
    await hands.tabTo('button');
    await hands.keys('Enter');
  },
  explain: async (hands, { reasons }) => {
    await hands.paste(reasons);
    await hands.tabTo('button');
    await hands.keys('Enter');
  },
  person: async (hands) => {
    await hands.keys('ArrowDown', 'ArrowDown');
    await hands.tabTo('#name');
    await hands.keys('Enter');
  },
  evidence: (hands) => hands.keys('Enter'),
  channel: (hands) => hands.keys('Enter'),
};

/** Walks the wizard in a real browser by keyboard alone, and counts: keys pressed, pastes (two keys each), pages seen. */
export class WizardWalk {
  pressed = 0;
  readonly seen: string[] = [];

  /** `look` is called on every page that is passed. */
  constructor(
    readonly page: Page,
    private readonly look = async (): Promise<void> => {},
  ) {}

  async keys(...keys: readonly ('Tab' | 'Enter' | 'Space' | 'ArrowDown')[]): Promise<void> {
    for (const key of keys) {
      this.pressed += 1;
      await this.page.keyboard.press(key);
    }
  }

  /** Letters typed one by one. */
  async type(text: string): Promise<void> {
    this.pressed += text.length;
    await this.page.keyboard.type(text);
  }

  /** What was copied elsewhere: one press of Ctrl+V, so two keys. */
  async paste(text: string): Promise<void> {
    this.pressed += 2;
    await this.page.keyboard.sendCharacter(text);
  }

  async tabTo(selector: string, most = 40): Promise<void> {
    for (let n = 0; n < most; n += 1) {
      await this.keys('Tab');
      if (await this.page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    }
    throw new Error(`${selector} cannot be reached by Tab on ${this.page.url()}`);
  }

  /** From the first page of the wizard to the page on which the letter is read. */
  async toLetter(prepared: Prepared): Promise<void> {
    for (let pages = 0; pages < 20; pages += 1) {
      const name = pageNamed(this.page.url());
      this.seen.push(name);
      await this.look();
      if (name === 'letter') return;
      const act = ON[name];
      if (!act) throw new Error(`the walk knows no page ${this.page.url()}`);
      await this.focusOnField();
      const status = await toNextPage(this.page, () => act(this, prepared)).catch(async (trouble: Error) => {
        throw new Error(`${name}: ${trouble.message}: ${String(await this.says())}`);
      });
      if (status >= 400) throw new Error(`${name} answered ${status}: ${String(await this.says())}`);
    }
    throw new Error('the walk goes in circles');
  }

  /** Reads, states good faith and sends. */
  async send(): Promise<void> {
    await this.focusOnField();
    await this.keys('Enter', 'Space');
    await toNextPage(this.page, () => this.keys('Enter'));
    this.seen.push('sent');
  }

  private async says(): Promise<unknown> {
    return this.page.evaluate(
      "document.activeElement.outerHTML.slice(0, 200) + document.querySelector('main').innerText",
    );
  }

  /** A browser heeds `autofocus` a moment after the page is loaded. */
  private async focusOnField(): Promise<void> {
    await this.page.waitForFunction(
      "document.activeElement?.matches('main input, main textarea, main select, main button, main a')",
      {
        timeout: 2000,
      },
    );
  }
}

const pageNamed = (url: string): string => {
  const { pathname } = new URL(url);
  if (pathname.endsWith('/explain')) return 'explain';
  if (/\/check\/[0-9a-f]{64}$/.test(pathname)) return 'letter';
  return pathname.split('/').at(-1)!;
};
