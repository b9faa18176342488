import { expect } from '@jest/globals';
import type { KeyInput, Page } from 'puppeteer';
import { barriers, focused, tabTo, toNextPage } from '#test/visits/desk-browser.js';

/** The button that sends the form of a page. */
export const ACT = 'main form.form .actions button[type=submit]';

/** What a form that is refused is expected to show: the field its first link leads to, and what was typed, by selector. */
export interface Wrong {
  readonly field: string;
  readonly kept?: Readonly<Record<string, string>>;
}

/** Somebody at the desk who has a keyboard and no mouse, and who sees each page in the light and in the dark. */
export class Hands {
  constructor(
    readonly page: Page,
    private readonly address: string,
    readonly language: 'nl' | 'en',
  ) {}

  /** Types an address; answers nothing but a page that stands in nobody's way. */
  async open(path: string): Promise<void> {
    await this.page.goto(this.address + path);
    await this.looks();
  }

  /** The page is in the person's language and axe finds nothing wrong with it, in the light and in the dark. */
  async looks(): Promise<void> {
    const language = await this.page.evaluate('document.documentElement.lang');
    const found = { at: this.path(), language, barriers: await barriers(this.page) };
    expect(found).toEqual({ at: this.path(), language: this.language, barriers: [] });
  }

  path(): string {
    return new URL(this.page.url()).pathname;
  }

  to(selector: string): Promise<void> {
    return tabTo(this.page, selector, 200);
  }

  async keys(...keys: readonly KeyInput[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Walks to a field and types in it, instead of what stands there. */
  async write(selector: string, text: string): Promise<void> {
    await this.to(selector);
    await this.instead(text);
  }

  /** Types in the field in focus, instead of what stands there. */
  async instead(text: string): Promise<void> {
    await this.page.keyboard.down('Control');
    await this.page.keyboard.press('a');
    await this.page.keyboard.up('Control');
    await this.page.keyboard.sendCharacter(text);
  }

  /** Walks to a link or a button and presses it; the page it leads to is looked at. */
  async press(selector: string): Promise<void> {
    await this.to(selector);
    await this.on();
  }

  /** Presses what has the focus and looks at the page it leads to. */
  async on(): Promise<void> {
    expect(await toNextPage(this.page, () => this.keys('Enter'))).toBeLessThan(400);
    await this.looks();
  }

  /** Sends a form that is refused: the summary has the focus, its first link leads to the field, all that was typed stays. */
  async refused({ field, kept = {} }: Wrong, button = ACT): Promise<void> {
    await this.to(button);
    expect(await toNextPage(this.page, () => this.keys('Enter'))).toBeGreaterThanOrEqual(400);
    expect(await focused(this.page)).toBe('error-summary');
    await this.looks();
    for (const [selector, text] of Object.entries(kept))
      expect([selector, await this.value(selector)]).toEqual([selector, text]);
    await this.keys('Tab', 'Enter');
    expect([field, await this.isAt(field)]).toEqual([field, true]);
  }

  /** The other language of the desk, by the button at the foot of a page. */
  async speak(): Promise<void> {
    await this.page.goto(`${this.address}/work`);
    if ((await this.page.evaluate('document.documentElement.lang')) === this.language) return;
    await this.to('form[action="/language"] button');
    await this.on();
  }

  /** What a page says. */
  async says(selector = 'main'): Promise<string> {
    return String(await this.page.evaluate(`document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`));
  }

  private value(selector: string): Promise<unknown> {
    return this.page.evaluate(`document.querySelector(${JSON.stringify(selector)}).value`);
  }

  private isAt(selector: string): Promise<unknown> {
    return this.page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`);
  }
}
