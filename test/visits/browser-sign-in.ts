import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Page } from 'puppeteer';
import type { Role } from '#domain/access/role.js';
import { SESSION_COOKIE } from '../../apps/web/src/frame/cookies.js';
import { accountOf, wholeSession } from './desk-visit.js';

/** Brings a browser in as a role, past the pages of sign-in, and shows its first page; `address` is the desk's. */
export async function signInBrowser(
  page: Page,
  desk: { readonly app: NestExpressApplication; readonly address: string },
  role: Role = 'caseworker',
): Promise<void> {
  const value = await wholeSession(desk.app, accountOf(role).email);
  const cookie = { name: SESSION_COOKIE, value, domain: 'localhost', path: '/', secure: true, httpOnly: true };
  await page.browserContext().setCookie({ ...cookie, sameSite: 'Lax' });
  await page.goto(`${desk.address}/work`);
}
