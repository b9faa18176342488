import type { RequestListener } from 'node:http';
import pg from 'pg';
import type { Templates } from '#adapters/templates/templates.js';

type Query = readonly [text: string, values: unknown[] | undefined];
type Render = Parameters<Templates['render']>;

/** What the desk asked the database for one page, and what it handed to the template. */
export interface RecordedPage {
  readonly queries: readonly Query[];
  readonly render: Render;
}

/** Watches the desk make one page. */
export async function record(templates: Templates, visit: () => Promise<unknown>): Promise<RecordedPage> {
  const queries: Query[] = [];
  const renders: Render[] = [];
  // eslint-disable-next-line @typescript-eslint/unbound-method -- both are put back, and called on what they belong to
  const plain = { query: pg.Client.prototype.query as (...args: unknown[]) => unknown, render: templates.render };
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...args: unknown[]): unknown {
      queries.push(queryOf(args));
      return plain.query.apply(this, args);
    },
  });
  Object.assign(templates, {
    render(...args: Render): string {
      renders.push(args);
      return plain.render.apply(templates, args);
    },
  });
  try {
    await visit();
  } finally {
    Object.assign(pg.Client.prototype, { query: plain.query });
    delete (templates as { render?: unknown }).render;
  }
  const [render] = renders;
  if (!render || renders.length > 1 || queries.length === 0) throw new Error('the page was not one template over SQL');
  return { queries, render };
}

/** Copied, because whoever asks may use the same list for the next question. */
function queryOf([asked, values]: unknown[]): Query {
  const config = typeof asked === 'string' ? { text: asked, values } : (asked as { text: string; values?: unknown });
  return [config.text, Array.isArray(config.values) ? [...(config.values as unknown[])] : undefined];
}

/** The same page by the least that can be written: the same SQL in the same order, the same template, a bare answer. */
export function barePage({ queries, render }: RecordedPage, templates: Templates, pool: pg.Pool): RequestListener {
  return (_request, response) => {
    void (async () => {
      for (const [text, values] of queries) await pool.query(text, values);
      const html = Buffer.from(templates.render(...render));
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': html.length }).end(html);
    })().catch((error: Error) => response.writeHead(500).end(error.message));
  };
}
