import type { Provider } from '@nestjs/common';
import { join } from 'node:path';
import { AnchorFile } from '#application/access/anchor-places.js';
import { AnchorSigner } from '#application/access/anchor-signer.js';
import { Installation } from '#application/access/installation.js';
import { KeyRing } from '#application/access/key-ring.js';
import { Ed25519AnchorSigner } from '../access/ed25519-anchor-signer.js';
import { DiskAnchorFile } from '../files/disk-anchor-file.js';

/** What keeps the event log honest from outside the database; `folder` is where the desk keeps things on disk. */
export const auditPorts = (folder: string): readonly Provider[] => [
  {
    provide: AnchorSigner,
    useFactory: (keys: KeyRing) => new Ed25519AnchorSigner(keys),
    inject: [KeyRing],
  },
  {
    provide: AnchorFile,
    useFactory: async (desk: Installation) => new DiskAnchorFile(join(folder, await desk.kind(), 'anchors')),
    inject: [Installation],
  },
];
