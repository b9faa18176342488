import type { ChannelKind } from '../notice/codes.js';
import { isPrivateHost } from '../provider/private-host.js';
import type { CaptureReason, CaptureState } from './capture-reason.js';

/** Kinds of channel that are a page in a browser. */
const PAGES: readonly ChannelKind[] = ['web-form', 'portal'];

/** A channel's own address, as it was when its defect was met. */
export interface FormAddress {
  readonly channel: ChannelKind;
  readonly address: string;
}

/**
 * The page of a form that may be captured, or null: public and encrypted, or a private one that this desk allows
 * (`allow`: `host:port` pairs). Names are looked up by the browser's own gate later: this looks at the address alone.
 */
export function formPage(form: FormAddress, allow: readonly string[]): string | null {
  if (!isPage(form)) return null;
  const { href, protocol, host, hostname, port, username, password } = new URL(form.address);
  if (username !== '' || password !== '') return null;
  const isAllowed = allow.includes(port === '' ? `${host}:${protocol === 'https:' ? 443 : 80}` : host);
  const isPublic = protocol === 'https:' && port === '' && !isPrivateHost(hostname);
  return isAllowed || isPublic ? href : null;
}

/** Whether the channel is a page on the web at all; an app's menu is not. */
export const isPage = ({ channel, address }: FormAddress): boolean =>
  PAGES.includes(channel) && /^https?:\/\//i.test(address) && URL.canParse(address);

/** How the capture of a form stands; `waiting` until the worker made it. */
export interface FormCapture {
  readonly state: CaptureState | 'waiting';
  readonly reasons: readonly CaptureReason[];
  /** SHA-256 of the capture's manifest; null where none was made. */
  readonly digest: string | null;
}

/** Milliseconds after which a capture that was asked for and never came will not come: two tries with their queues. */
const WAITS_MS = 45 * 60_000;

/** The latest of what was asked and what came of it: nothing comes of a request whose worker was killed twice. */
export function formCapture(made: FormCapture | null, askedAt: Date | null, at: Date): FormCapture | null {
  if (askedAt === null) return made;
  if (at.getTime() - askedAt.getTime() < WAITS_MS) return { state: 'waiting', reasons: [], digest: null };
  return made ?? { state: 'failed', reasons: ['capture-crashed'], digest: null };
}

/** Whether another try may be asked for: a wall or a refusal stays as it was met, only what failed may go better. */
export const mayCaptureForm = (standing: Pick<FormCapture, 'state'> | null): boolean =>
  standing === null || standing.state === 'failed';
