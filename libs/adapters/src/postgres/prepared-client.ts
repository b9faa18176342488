import pg from 'pg';

/** So many statements a connection keeps prepared; each takes memory of the database. */
const MOST_KEPT = 200;

/** Questions of which is known that they were asked once; beyond it none is remembered. */
const MOST_HEARD = 1000;

/** Only questions with parameters: their text stays the same while what is asked with changes. */
const QUESTION = /^\s*(?:select|with)\b/i;

/**
 * A connection that has a question prepared when it is asked for the second time. To plan one of our larger questions takes
 * PostgreSQL longer than to answer it, and a page asks some ten of them; a prepared one it need not plan each time.
 */
export class PreparedClient extends pg.Client {
  private readonly asked = new Map<string, string | null>();
  private kept = 0;

  override query(...args: unknown[]): never {
    const [text, values, ...rest] = args;
    const plain: (...all: unknown[]) => unknown = super.query.bind(this);
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? this.nameOf(text) : null;
    return (name === null ? plain(...args) : plain({ name, text, values }, ...rest)) as never;
  }

  /** The name a question is prepared under; null for the first time, and where enough are kept. */
  private nameOf(text: string): string | null {
    const known = this.asked.get(text);
    if (typeof known === 'string') return known;
    if (this.kept >= MOST_KEPT || !QUESTION.test(text)) return null;
    const name = known === null ? `asked_${(this.kept += 1)}` : null;
    if (this.asked.size < MOST_HEARD || known === null) this.asked.set(text, name);
    return name;
  }
}
