import type { OpenPolicy } from '#domain/evidence/capture-policy.js';
import type { Browser, CDPSession, Page, Protocol, Target } from 'puppeteer';
import type { PageRecord } from './page-record.js';
import type { Steps } from './steps.js';

/** Between two dialogs of a flood the renderer must get round to our own commands. */
const FLOOD_PAUSE_MS = 20;

/** Nothing the page starts may stop us, leave something on the disk, or open a second way to the network. */
export async function wardOff(
  browser: Browser,
  page: Page,
  session: CDPSession,
  { record, steps }: { record: PageRecord; steps: Steps },
): Promise<void> {
  page.on('dialog', (dialog) => {
    record.counts.dialogs += 1;
    setTimeout(() => void dialog.dismiss().catch(() => undefined), record.isFlooded ? FLOOD_PAUSE_MS : 0);
  });
  session.on('Page.windowOpen', () => void (record.counts.popups += 1));
  browser.on('targetcreated', (target) => void closeIfPopup(target, page).catch(() => undefined));
  session.on('Inspector.targetCrashed', () => steps.giveUp('page-crashed'));
  await session.send('Inspector.enable');
  const whole = await browser.target().createCDPSession();
  whole.on('Browser.downloadWillBegin', () => void (record.counts.downloads += 1));
  await whole.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true });
  await session.send('Network.setBypassServiceWorker', { bypass: true });
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
}

/** The browser is told to open no second window; one that comes all the same is closed. */
async function closeIfPopup(target: Target, page: Page): Promise<void> {
  if (String(target.type()) === 'page' && target !== page.target()) await (await target.page())?.close();
}

const PICTURE_KINDS: readonly string[] = ['Image', 'Media', 'Font', 'TextTrack'];
const PICTURE_TYPES =
  /^\s*(image|video|audio|font)\/|^\s*application\/(octet-stream|pdf|x-mpegurl|dash\+xml|vnd\.apple)/i;

/**
 * First wall of a policy that does not keep everything: what may not be kept is not fetched. `metadata` lets only the
 * main document through; `masked` no picture, sound, font or frame, whether it is asked for as one or only answers as one.
 */
export async function withhold(
  policy: OpenPolicy,
  session: CDPSession,
  mainFrame: string,
  record: PageRecord,
): Promise<void> {
  if (policy === 'full') return;
  session.on('Fetch.requestPaused', (event) => {
    const isMain = event.resourceType === 'Document' && event.frameId === mainFrame;
    const mayPass = !isPicture(event) && (isMain || (policy === 'masked' && event.resourceType !== 'Document'));
    if (!mayPass) record.counts.withheld += 1;
    const { requestId } = event;
    const answer = mayPass
      ? session.send('Fetch.continueRequest', { requestId })
      : session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    answer.catch(() => undefined);
  });
  const patterns = [{ requestStage: 'Request' as const }, { requestStage: 'Response' as const }];
  await session.send('Fetch.enable', { patterns });
}

function isPicture({ resourceType, responseHeaders }: Protocol.Fetch.RequestPausedEvent): boolean {
  const type = responseHeaders?.find((header) => header.name.toLowerCase() === 'content-type')?.value ?? '';
  return PICTURE_KINDS.includes(resourceType) || PICTURE_TYPES.test(type);
}

/** From here on the page stands still: no script, no loading, no other document, so that all formats show the same. */
export async function freeze(session: CDPSession): Promise<void> {
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  await session.send('Page.stopLoading');
  session.removeAllListeners('Fetch.requestPaused');
  session.on('Fetch.requestPaused', ({ requestId }) => {
    session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }).catch(() => undefined);
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}
