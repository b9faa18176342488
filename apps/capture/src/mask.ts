import type { CDPSession, Protocol } from 'puppeteer';
import { hidePainted } from './mask-painted.js';

const PICTURES: ReadonlySet<string> = new Set(
  'IMG PICTURE VIDEO CANVAS SVG OBJECT EMBED IFRAME FRAME IMAGE AUDIO MARQUEE PORTAL FENCEDFRAME'.split(' '),
);

/** Sheet of the inspector: no policy of the page's own can refuse it. */
const SHEET = `
*, *::before, *::after {
  background-image: none !important; border-image: none !important; list-style-image: none !important;
  transition: none !important; animation: none !important; mask-image: none !important; -webkit-mask-image: none !important; cursor: auto !important;
}
img, picture, video, canvas, svg, object, embed, iframe, input[type=image] {
  filter: blur(60px) !important; visibility: hidden !important;
}`;

/** A transition outranks even what is important, and would put the hiding off; so it goes first. */
const HIDDEN =
  'transition:none!important;animation:none!important;visibility:hidden!important;opacity:0!important;' +
  'background:none!important;filter:blur(60px)!important';

/**
 * Second wall of the policy `masked`: everything that can show a picture is hidden in the standing page, in open and closed
 * shadow trees alike. Throws when it cannot be sure, and then no picture is taken.
 */
export async function mask(session: CDPSession, mainFrame: string): Promise<void> {
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { styleSheetId } = await session.send('CSS.createStyleSheet', { frameId: mainFrame });
  await session.send('CSS.setStyleSheetText', { styleSheetId, text: SHEET });
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const hidden = [...picturesIn(root)].map((nodeId) =>
    session.send('DOM.setAttributeValue', { nodeId, name: 'style', value: HIDDEN }),
  );
  await Promise.all(hidden);
  await hidePainted(session);
}

function* picturesIn(root: Protocol.DOM.Node): Generator<number> {
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isPicture(node)) yield node.nodeId;
    const trees = (node.shadowRoots ?? []).filter((tree) => tree.shadowRootType !== 'user-agent'); // go with their host
    waiting.push(...(node.children ?? []), ...trees);
    if (node.contentDocument) waiting.push(node.contentDocument);
  }
}

function isPicture(node: Protocol.DOM.Node): boolean {
  if (node.nodeType !== 1) return false;
  const name = node.nodeName.toUpperCase();
  return PICTURES.has(name) || (name === 'INPUT' && (node.attributes ?? []).includes('image'));
}

/** The document without the pictures that stand in it as text; long runs of base64 are taken for pictures too. */
export function withoutInlinePictures(html: string): string {
  return html
    .replace(/data:(image|video|audio|font|application)\/[^"'()<>\s]*/gi, 'data:,withheld')
    .replace(/[A-Za-z0-9+/_\\=-]{2000,}/g, 'withheld');
}
