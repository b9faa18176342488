import type { CDPSession } from 'puppeteer';
import { mask, withoutInlinePictures } from './mask.js';
import { cut, readDocument, readWords } from './read-page.js';
import { measure, takeTile, takeViewport, tilesFor } from './take-picture.js';
import type { Tools, Visit } from './visit.js';

/** Keeps picture, document and text of the standing page, each as its policy allows; false when there is no page any more. */
export async function keepPage(visit: Visit, tools: Tools, settle: () => Promise<void>): Promise<boolean> {
  const { session } = visit;
  const { steps, job } = tools;
  if (job.policy === 'full') await early(session, tools);
  await settle();
  const isPage = await steps.take('where', 3000, () => whereWeAre(visit));
  if (isPage === false) return false;
  await steps.take('read', 8000, async () => void (visit.words = await readWords(session)), 'text-missing');
  if (job.policy === 'metadata') return true;
  await keepText(visit, tools);
  await keepDocument(session, tools);
  await keepPictures(visit, tools);
  return true;
}

/** A first picture, before anything heavy: it survives a page that kills its renderer later. */
async function early(session: CDPSession, { steps, spool }: Tools): Promise<void> {
  await steps.take('viewport', 8000, async () => {
    await spool.keep('viewport.png', 'viewport', 'image/png', await takeViewport(session));
  });
}

/** Notes the address shown; false when it is the browser's own error page, which is never evidence. */
async function whereWeAre(visit: Visit): Promise<boolean> {
  const { frame } = (await visit.session.send('Page.getFrameTree')).frameTree;
  visit.loaderId = frame.loaderId;
  const isPage = !frame.url.startsWith('chrome-error:') && frame.unreachableUrl === undefined;
  visit.finalUrl = isPage ? frame.url + (frame.urlFragment ?? '') : visit.record.askedUrl;
  return isPage;
}

async function keepText(visit: Visit, { steps, spool, limits }: Tools): Promise<void> {
  if (!visit.words) return;
  const { text, isCut } = cut(visit.words.text, limits.textBytes);
  if (isCut) steps.reasons.add('truncated');
  await spool.keep('text.txt', 'text', 'text/plain; charset=utf-8', text);
}

async function keepDocument(session: CDPSession, { steps, spool, limits, job }: Tools): Promise<void> {
  const html = await steps.take('document', 8000, () => readDocument(session), 'document-missing');
  if (html === undefined) return;
  const { text, isCut } = cut(job.policy === 'masked' ? withoutInlinePictures(html) : html, limits.textBytes);
  if (isCut) steps.reasons.add('truncated');
  await spool.keep('dom.html', 'document', 'text/html; charset=utf-8', text);
}

/** Under `masked` the mask comes first, and without it there is no picture at all. */
async function keepPictures(visit: Visit, { steps, spool, limits, job }: Tools): Promise<void> {
  const { session } = visit;
  if (job.policy === 'masked') {
    const masked = await steps.take('mask', 8000, () => mask(session, visit.record.mainFrame).then(() => true));
    if (!masked) return steps.because('picture-missing');
  }
  visit.size = await steps.take('measure', 3000, () => measure(session), 'picture-missing');
  if (!visit.size) return;
  const { tiles, isCut } = tilesFor(visit.size, limits);
  if (isCut) steps.reasons.add('truncated');
  for (const [index, tile] of tiles.entries()) {
    const name = `fullpage-${String(index + 1).padStart(3, '0')}.png`;
    const png = await steps.take(name, 12_000, () => takeTile(session, tile), 'picture-missing');
    if (!png) return;
    await spool.keep(name, 'full-page', 'image/png', png);
  }
}
