import type { OpenPolicy } from '#domain/evidence/capture-policy.js';
import { VIEWPORT } from '#adapters/browser/browser-flags.js';
import type { Browser, CDPSession, Protocol } from 'puppeteer';

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

/**
 * The browser's own name without the word Headless, which many sites answer with a wall. It is said twice, in the old
 * header and in the client hints (https://wicg.github.io/ua-client-hints/), and both must agree.
 */
async function nameOf(browser: Browser): Promise<Protocol.Emulation.SetUserAgentOverrideRequest> {
  const userAgent = (await browser.userAgent()).replace('HeadlessChrome', 'Chrome');
  const fullVersion = /Chrome\/([\d.]+)/.exec(userAgent)?.[1] ?? '';
  const version = fullVersion.split('.')[0] ?? '';
  const brands = [{ brand: 'Chromium', version }];
  const machine = { platform: 'Linux', platformVersion: '', architecture: 'x86', model: '', mobile: false };
  const userAgentMetadata = { ...machine, brands, fullVersion };
  return { userAgent, acceptLanguage: 'nl-NL,nl;q=0.9,en;q=0.8', userAgentMetadata };
}
