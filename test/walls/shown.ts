import type { HTTPRequest, Page } from 'puppeteer';
import type { Found } from './crawl.js';

interface Showing {
  readonly pages: readonly Found[];
  readonly port: number;
  /** Whether the browser gets our Content-Security-Policy too. */
  readonly policy: boolean;
  /** Elements, and attributes with an `@` before them, that may stand on a page. */
  readonly known: readonly string[];
  readonly mark: string;
}

/** Shows pages in a browser and answers with everything on them, or done by them, that is not ours. */
export async function shown(page: Page, { pages, port, policy, known, mark }: Showing): Promise<string[]> {
  const wrong: string[] = [];
  let current: Found | undefined;
  const told = (what: string) =>
    wrong.push(`${current?.what.slice(0, 150)} (policy ${policy ? 'on' : 'off'}): ${what}`);
  const served = (request: HTTPRequest) => answerTo(request, { page: current, port, policy, told });
  const dialog = (box: { dismiss(): Promise<void>; message(): string }) => {
    told(`a box that says ${box.message()}`);
    void box.dismiss();
  };
  const script = await page.evaluateOnNewDocument(CANARY, mark);
  await page.setRequestInterception(true);
  page.on('request', served).on('dialog', dialog);
  for (current of pages) {
    await page.goto(`http://localhost:${port}/`, { waitUntil: 'load' });
    wrong.push(
      ...((await page.evaluate(LOOK, [...known], mark)) as string[]).map(
        (what) => `${current?.what.slice(0, 150)}: ${what}`,
      ),
    );
  }
  page.off('request', served).off('dialog', dialog);
  await page.setRequestInterception(false);
  await page.removeScriptToEvaluateOnNewDocument(script.identifier);
  return wrong;
}

interface Serving {
  readonly page: Found | undefined;
  readonly port: number;
  readonly policy: boolean;
  readonly told: (what: string) => void;
}

/** The page itself from what the desk answered, its style and script from the desk, and nothing from anywhere else. */
function answerTo(request: HTTPRequest, { page, port, policy, told }: Serving): void {
  const address = new URL(request.url());
  if (address.protocol === 'data:') return void request.continue();
  if (address.host !== `localhost:${port}`) {
    told(`asked for ${address.href}`);
    return void request.abort();
  }
  const isStyle = address.pathname.endsWith('.css'); // looks decide nothing here, and cost time
  if (isStyle) return void request.respond({ status: 200, contentType: 'text/css', body: '' });
  if (address.pathname.startsWith('/assets/')) return void request.continue();
  if (address.pathname !== '/' || !page) {
    if (!/^\/(evidence|favicon|csp-reports)/.test(address.pathname)) told(`asked for ${address.pathname}`);
    return void request.abort();
  }
  const rule = String(page.answer.headers['content-security-policy']);
  const headers = policy ? { 'Content-Security-Policy': rule } : {};
  void request.respond({ status: 200, contentType: 'text/html; charset=utf-8', headers, body: page.answer.text });
}

/** Whatever a payload could do to be noticed leaves a trace. */
const CANARY = (mark: string): void => {
  const here = globalThis as unknown as Record<string, unknown>;
  const hits: string[] = [];
  here['__hits'] = hits;
  here[mark] = () => hits.push('it ran');
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) here[name] = () => hits.push(name);
};

/** What stands on the page that no template of ours wrote; runs in the browser. */
const LOOK = (known: string[], mark: string): string[] => {
  interface Element {
    readonly localName: string;
    readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  }
  const here = globalThis as unknown as {
    __hits: string[];
    document: { querySelectorAll(what: string): Iterable<Element> };
  };
  const wrong = [...here.__hits];
  const leads = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'poster'];
  for (const element of here.document.querySelectorAll('*')) {
    if (!known.includes(element.localName)) wrong.push(`<${element.localName}>`);
    for (const { name, value } of element.attributes) {
      if (!known.includes(`@${name}`)) wrong.push(`<${element.localName} ${name}>`);
      if (leads.includes(name) && !/^(?:\/(?![/\\])|[?#]|https?:\/\/|mailto:|$)/.test(value))
        wrong.push(`${name}=${value}`);
      if (['id', 'name', 'class', 'style', 'for', 'type', 'method'].includes(name) && value.includes(mark))
        wrong.push(`${name}=${value}`);
    }
  }
  return [...new Set(wrong)];
};
