import type { OpenPolicy } from '#domain/evidence/capture-policy.js';
import { VIEWPORT } from '#adapters/browser/browser-flags.js';
import type { Browser, CDPSession } from 'puppeteer';

/** Opens the channels we listen on and sets the page to a known size, language and zone. */
export async function prepare(browser: Browser, session: CDPSession, policy: OpenPolicy): Promise<void> {
  const size = { ...VIEWPORT, deviceScaleFactor: 1, mobile: false };
  await Promise.all([
    session.send('Page.enable'),
    session.send('Network.enable', { maxTotalBufferSize: 1_000_000, maxResourceBufferSize: 1_000_000 }),
    session.send('Emulation.setDeviceMetricsOverride', size),
    session.send('Emulation.setTimezoneOverride', { timezoneId: 'Europe/Amsterdam' }),
    session.send('Emulation.setUserAgentOverride', await nameOf(browser)),
  ]);
  if (policy === 'metadata') await session.send('Emulation.setScriptExecutionDisabled', { value: true });
}

/** The browser's own name without the word Headless, which many sites answer with a wall. */
async function nameOf(browser: Browser): Promise<{ userAgent: string; acceptLanguage: string }> {
  const userAgent = (await browser.userAgent()).replace('HeadlessChrome', 'Chrome');
  return { userAgent, acceptLanguage: 'nl-NL,nl;q=0.9,en;q=0.8' };
}
