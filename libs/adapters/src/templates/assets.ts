import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Components of the NL Design System whose CSS the desk uses (EUPL-1.2, no brand tokens); tokens are our own theme's. */
export const COMPONENTS = [
  'alert',
  'breadcrumb-nav',
  'button',
  'checkbox',
  'data-list',
  'form-field',
  'form-field-description',
  'form-field-error-message',
  'form-fieldset',
  'form-label',
  'heading-1',
  'heading-2',
  'heading-3',
  'link',
  'paragraph',
  'radio-button',
  'select',
  'skip-link',
  'status-badge',
  'table',
  'textarea',
  'textbox',
  'unordered-list',
] as const;

/** One file the browser fetches: its address changes whenever its bytes do, so it may be kept for ever. */
export interface Asset {
  readonly address: string;
  readonly type: string;
  readonly body: Buffer;
}

/** The desk's one stylesheet and one script, put together when it starts. */
export class Assets {
  readonly style: Asset;
  readonly script: Asset;
  readonly icon: Asset;

  /** `folder` is the project's `templates/assets`. */
  constructor(private readonly folder: string) {
    this.style = asset('desk.css', 'text/css; charset=utf-8', [...components(folder), ...this.own('.css')]);
    this.script = asset('desk.js', 'text/javascript; charset=utf-8', this.own('.js'));
    this.icon = asset('desk.svg', 'image/svg+xml', this.own('.svg'));
  }

  /** The asset at an address, or nothing. */
  at(address: string): Asset | undefined {
    return [this.style, this.script, this.icon].find((each) => each.address === address);
  }

  private own(ending: string): string[] {
    const names = readdirSync(this.folder).filter((name) => name.endsWith(ending));
    return names.sort().map((name) => readFileSync(join(this.folder, name), 'utf8'));
  }
}

function components(folder: string): string[] {
  const find = createRequire(join(folder, 'from-here.js'));
  const read = (name: string) => readFileSync(find.resolve(`@utrecht/${name}-css/dist/index.css`), 'utf8');
  return COMPONENTS.map((name) => read(name).replaceAll(/^\/\*# sourceMappingURL.*$/gm, ''));
}

function asset(name: string, type: string, parts: readonly string[]): Asset {
  const body = Buffer.from(parts.join('\n'));
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 16);
  return { address: `/assets/${digest}/${name}`, type, body };
}
