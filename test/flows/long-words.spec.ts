import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'puppeteer';
import { Test } from '@nestjs/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { projectPath } from '#adapters/settings/project.js';
import { Templates } from '#adapters/templates/templates.js';
import { signInBrowser } from '#test/visits/browser-sign-in.js';
import { deskBrowser, overflow, type DeskBrowser } from '#test/visits/desk-browser.js';
import { deskFacts } from '#test/visits/desk-visit.js';
import { longWords } from '#test/visits/long-words.js';
import { practiceDatabase } from '#test/visits/practice-database.js';
import { prepare } from '../../apps/web/src/frame/prepare.js';
import { WebModule } from '../../apps/web/src/web.module.js';

let app: NestExpressApplication;
let desk: DeskBrowser;

beforeAll(async () => {
  const databaseUrl = await practiceDatabase();
  const module = await Test.createTestingModule({ imports: [WebModule.for(deskFacts(databaseUrl))] })
    .overrideProvider(Templates)
    .useValue(new Templates(projectPath('templates'), longWords()))
    .compile();
  app = prepare(module.createNestApplication<NestExpressApplication>({ bodyParser: false }));
  await app.listen(0, '127.0.0.1');
  desk = await deskBrowser();
});
afterAll(async () => {
  await desk.end();
  await app.close();
});

/** Texts of the page, each on its own; keys of the keyboard are no words. */
const TEXTS = `[...document.querySelectorAll('body *:not(kbd)')].flatMap((each) => [...each.childNodes])
  .filter((node) => node.nodeType === 3).map((node) => node.textContent.trim()).filter(Boolean)`;

/** Words that did not come from the words, but for what people are called and the name of the product. */
async function bareWords(page: Page): Promise<string[]> {
  const texts = (await page.evaluate(TEXTS)) as string[];
  const known = /^(·? ?\[.*\]|Seinpost|Oefen\w+|[\w.]+@[\w.]+|[\dA-Z]{4}-[\dA-Z]{4}|[·–/()\d\s]*)$/s;
  return texts.filter((text) => !known.test(text));
}

test('with words of a longer language nothing is hard-coded and nothing falls off a narrow page', async () => {
  const page = await desk.browser.newPage();
  const address = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  await page.setViewport({ width: 320, height: 640 });
  await page.goto(`${address}/sign-in`);
  const look = async () => ({ bare: await bareWords(page), overflow: await overflow(page) });
  expect(await look()).toEqual({ bare: [], overflow: 0 });
  await signInBrowser(page, { app, address });
  for (const path of ['/work', '/account', '/nowhere']) {
    await page.goto(`${address}${path}`);
    expect(await look()).toEqual({ bare: [], overflow: 0 });
  }
});
