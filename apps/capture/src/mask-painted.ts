// Chrome DevTools Protocol, domain DOMSnapshot: computed styles of everything laid out, closed shadow trees included.
import type { CDPSession, Protocol } from 'puppeteer';

/** Every property that can paint a picture. */
const PAINTS = [
  'background-image',
  'border-image-source',
  'list-style-image',
  'mask-image',
  'content',
  'shape-outside',
];

const UNPAINTED =
  ';transition:none!important;animation:none!important;background-image:none!important;border-image:none!important;list-style-image:none!important;' +
  'mask:none!important;content:normal!important;shape-outside:none!important';

/** For what is painted before or after an element, which cannot be reached itself. */
const HIDDEN = ';visibility:hidden!important;opacity:0!important';

/** The rules of a page can outrank ours, so what they paint in the end is what counts. */
interface Painted {
  readonly backendNodeId: number;
  readonly isPseudo: boolean;
}

/** Takes every picture away that styles paint. Throws when some are left after all, and then no picture is taken. */
export async function hidePainted(session: CDPSession): Promise<void> {
  for (const style of [UNPAINTED, UNPAINTED + HIDDEN]) {
    const painted = paintedIn(await session.send('DOMSnapshot.captureSnapshot', { computedStyles: PAINTS }));
    if (painted.length === 0) return;
    await Promise.all(painted.map((each) => restyle(session, each, each.isPseudo ? UNPAINTED + HIDDEN : style)));
  }
  const left = paintedIn(await session.send('DOMSnapshot.captureSnapshot', { computedStyles: PAINTS }));
  if (left.some((each) => !each.isPseudo)) throw new Error(`${left.length} painted pictures could not be taken away`);
}

async function restyle(session: CDPSession, { backendNodeId }: Painted, style: string): Promise<void> {
  const { nodeIds } = await session.send('DOM.pushNodesByBackendIdsToFrontend', { backendNodeIds: [backendNodeId] });
  const nodeId = nodeIds[0] ?? 0;
  const { attributes } = await session.send('DOM.getAttributes', { nodeId });
  const at = attributes.findIndex((word, index) => index % 2 === 0 && word === 'style');
  const before = at === -1 ? '' : (attributes[at + 1] ?? '');
  await session.send('DOM.setAttributeValue', { nodeId, name: 'style', value: before + style });
}

function paintedIn({ documents, strings }: Protocol.DOMSnapshot.CaptureSnapshotResponse): Painted[] {
  return documents.flatMap(({ nodes, layout }) =>
    layout.nodeIndex.flatMap((index, at) => {
      const paints = (layout.styles[at] ?? []).some((style) =>
        /url\(|image-set\(|element\(/i.test(strings[style] ?? ''),
      );
      if (!paints) return [];
      const isPseudo = nodes.pseudoType?.index.includes(index) ?? false;
      const holder = isPseudo ? (nodes.parentIndex?.[index] ?? index) : index;
      return [{ backendNodeId: nodes.backendNodeId?.[holder] ?? 0, isPseudo }];
    }),
  );
}
