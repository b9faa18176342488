import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SpawnCapture } from '#adapters/browser/spawn-capture.js';
import { CaptureFolder } from '#adapters/files/capture-folder.js';
import { ReferenceGrounds } from '#adapters/files/reference-grounds.js';
import { CapturePage } from '#application/evidence/capture-page.js';
import type { CapturePolicy } from '#domain/evidence/capture-policy.js';
import type { CaptureResult } from '#domain/evidence/capture.js';
import { WrongUse, type Answer, type Call, type Command } from '../command.js';

const USAGE = 'capture URL --ground CODE --out DIR [--policy masked|metadata] [--json]';

/** What was typed. */
interface Wanted {
  readonly url: string;
  readonly grounds: readonly string[];
  readonly out: string;
  readonly policy?: CapturePolicy;
}

/** Captures one page into a folder of its own under DIR; needs no database. */
export const captureCommand: Command = {
  name: ['capture'],
  usage: USAGE,
  async run(call: Call): Promise<Answer> {
    const { out, ...wanted } = wantedIn(call.args);
    const { settings } = await call.desk();
    const room = new CaptureFolder(resolve(call.cwd, out));
    const at = new Date();
    const act = new CapturePage(new ReferenceGrounds(), new SpawnCapture({ chromium: settings.chromium }));
    try {
      const folder = () => room.open();
      const { job, result } = await act.run({ ...wanted, allow: settings.captureAllow, folder, at });
      return answer(result, job.policy, result.manifestSha256 === null ? null : await room.finish(job.url, at), call);
    } finally {
      await room.discard();
    }
  },
};

function wantedIn(args: readonly string[]): Wanted {
  const options = {
    ground: { type: 'string', multiple: true },
    out: { type: 'string' },
    policy: { type: 'string' },
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [url, ...more] = positionals;
  if (url === undefined || more.length > 0) throw new WrongUse(`One address is captured at a time: ${USAGE}`);
  if (values.out === undefined || values.out === '') throw new WrongUse(`--out says where the files go: ${USAGE}`);
  const { policy } = values;
  if (policy !== undefined && policy !== 'masked' && policy !== 'metadata') {
    throw new WrongUse(`--policy is masked or metadata: ${USAGE}`);
  }
  return { url, grounds: values.ground ?? [], out: values.out, policy };
}

function answer(result: CaptureResult, policy: CapturePolicy, folder: string | null, call: Call): Answer {
  const { state, reasons, httpStatus, finalUrl, manifestSha256 } = result;
  const why = reasons.length === 0 ? '' : ` (${reasons.join(', ')})`;
  const where = folder === null ? 'nothing was kept' : `in ${relative(call.cwd, folder) || '.'}`;
  const words = `${state}${why}: ${finalUrl ?? 'no page'}, HTTP ${httpStatus ?? '–'}, policy ${policy}, ${where}.`;
  const json = { state, reasons, httpStatus, finalUrl, policy, folder, manifestSha256 };
  return { json, words, ok: state !== 'failed' && state !== 'refused' };
}
