import type { CDPSession, Protocol } from 'puppeteer';

/** What is read from the standing page by our own script, in a world the page's scripts cannot reach. */
export interface PageWords {
  readonly title: string;
  readonly language: string;
  readonly text: string;
  readonly passwordFields: number;
}

const TITLE_LENGTH = 1000;

const READ = `({
  title: String(document.title).slice(0, ${TITLE_LENGTH}),
  language: String(document.documentElement?.lang ?? '').slice(0, 35),
  passwordFields: document.querySelectorAll('input[type=password]').length,
  text: document.body ? document.body.innerText : (document.documentElement?.textContent ?? ''),
})`;

/** Title, language and visible text of the page, with the text of frames of the same process under their address. */
export async function readWords(session: CDPSession): Promise<PageWords> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const main = await readFrame(session, frameTree.frame);
  const parts = [main.text];
  for (const frame of framesUnder(frameTree)) {
    const words = await readFrame(session, frame).catch(() => undefined);
    if (words?.text.trim()) parts.push(`\n--- ${frame.url}\n${words.text}`);
  }
  return { ...main, text: parts.join('\n') };
}

async function readFrame(session: CDPSession, frame: Protocol.Page.Frame): Promise<PageWords> {
  const world = await session.send('Page.createIsolatedWorld', { frameId: frame.id, worldName: 'seinpost' });
  const read = { expression: READ, contextId: world.executionContextId, returnByValue: true, timeout: 5000 };
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', read);
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result.value as PageWords;
}

function framesUnder(tree: Protocol.Page.FrameTree): Protocol.Page.Frame[] {
  return (tree.childFrames ?? []).flatMap((child) => [child.frame, ...framesUnder(child)]).slice(0, 50);
}

/** The document as it stands, with shadow trees. */
export async function readDocument(session: CDPSession): Promise<string> {
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { outerHTML } = await session.send('DOM.getOuterHTML', { nodeId: root.nodeId, includeShadowDOM: true });
  return outerHTML;
}

/** At most so many bytes of UTF-8, never ending in half a character. */
export function cut(text: string, bytes: number): { text: string; isCut: boolean } {
  const all = Buffer.from(text, 'utf8');
  if (all.byteLength <= bytes) return { text, isCut: false };
  let end = bytes;
  while (end > 0 && ((all[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return { text: all.subarray(0, end).toString('utf8'), isCut: true };
}
